"""The review: what practitioners do with what patients told us.

Flags and alerts stand on a case; a practitioner decides; `standing` is the only reading of "may this person be
needled, and how".
"""
