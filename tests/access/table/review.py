"""The review: practitioners."""

from tests.access.table.answers import ADMIN, NOOR, NOT_SO
from tests.access.table.family import Family

FAMILIES = (
    Family(
        "How often the screening flags",
        "admin:review_case_counts",
        get=f"{ADMIN} noor:200 edda:403 ada:200",
        post=NOT_SO,
    ),
    Family(
        "Candidate rules",
        "admin:review_case_rules",
        get=f"{ADMIN} noor:200 edda:403 ada:200",
        post=NOT_SO,
    ),
    Family(
        "Trying candidate rules and signing for them",
        "admin:review_case_try_rules admin:review_case_sign_rules",
        get=NOT_SO,
        post=f"{NOOR} noor:>/admin/review/case/rules/",
    ),
    Family("Who was told of each alert", "admin:review_case_alerts", get=NOOR, post=NOT_SO),
    Family("A case", "admin:review_case_change", get=NOOR, post=NOT_SO),
    Family(
        "Why somebody opens a record; here it is theirs, and nobody is asked",
        "admin:review_case_reason",
        get=f"{NOOR} noor:>/admin/review/case/",
        post=f"{NOOR} noor:>/admin/review/case/",
    ),
    Family(
        "The queue, and what is looked for in it",
        "admin:review_case_changelist",
        get=NOOR,
        post=f"{NOOR} noor:>/admin/review/case/",
    ),
    Family("A letter to a doctor, being written", "admin:review_case_doctor", get=NOOR, post=NOOR),
    Family(
        "A letter that nobody wrote",
        "admin:review_case_doctor_letter",
        get=f"{ADMIN} noor:404 edda:403 ada:403",
        post=NOT_SO,
    ),
    Family(
        "Deeds that come back with a sentence",
        "admin:review_case_decide admin:review_case_seen admin:review_case_call admin:review_case_opinion",
        get=NOT_SO,
        post=NOOR,
    ),
    Family(
        "Taking a case and giving it back",
        "admin:review_case_claim admin:review_case_release",
        get=NOT_SO,
        post=f"{NOOR} noor:>/admin/review/case/",
    ),
    Family("Calls that are owed", "admin:review_followuptask_changelist", get=NOOR, post=NOT_SO),
    Family("Closing a call without a word", "admin:review_followuptask_close", get=NOT_SO, post=NOOR),
    Family(
        "A call that reached nobody, and no more check-ins",
        "admin:review_followuptask_tried admin:review_followuptask_stop",
        get=NOT_SO,
        post=f"{NOOR} noor:>/admin/review/followuptask/",
    ),
)
