"""The treatment: what was done in a visit with needles, signed by who did it, and what went wrong (decision 24).

The schedule stands above this room and hands in a visit by its reference and time; nothing here looks into it. What a
person may have is read from `intake.review.standing`, as everywhere.
"""
