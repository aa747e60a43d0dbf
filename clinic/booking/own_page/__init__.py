"""The patient's own page: what they told us, what was decided, what they consented to, their visits, who read it.

One record is one person: the patient whom the session acts for, with the records that are linked with theirs. The
page reads; what changes anything (an answer, a visit) leads to the page that does.
"""
