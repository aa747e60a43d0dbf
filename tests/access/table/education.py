"""The library, as its keepers see it."""

from tests.access.table.answers import ADMIN, EDDA, KEEPERS, NOBODY, NOOR, NOT_SO, REVIEW, SENT_ON
from tests.access.table.family import Family, models

FAMILIES = (
    Family(
        "Articles and sources are listed for all who work in the admin",
        models("changelist", "education_article", "education_reference"),
        get=KEEPERS,
        post=KEEPERS,
    ),
    Family(
        "The versions of an article",
        models("history", "education_article", "education_reference"),
        get=KEEPERS,
        post=KEEPERS,
    ),
    Family("Who writes", models("add", "education_article", "education_reference"), get=EDDA, post=EDDA),
    Family(
        "Who writes in it, and who reads it",
        "admin:education_article_change",
        get=f"{ADMIN} edda:200 noor:{REVIEW} ada:{REVIEW}",
        post=f"{ADMIN} edda:200 noor:{REVIEW} ada:{REVIEW}",
    ),
    Family(
        "A source is kept by editors",
        "admin:education_reference_change",
        get=KEEPERS,
        post=EDDA,
    ),
    Family(
        "An article by an old address",
        "admin/education/article/<path:object_id>/ admin/education/reference/<path:object_id>/",
        get=SENT_ON,
        post=SENT_ON,
    ),
    Family(
        "Nothing is deleted here either",
        models("delete", "education_article", "education_reference"),
        get=NOBODY,
        post=NOBODY,
    ),
    Family(
        "The review and the preview",
        "admin:education_article_review admin:education_article_preview",
        get=KEEPERS,
        post=NOT_SO,
    ),
    Family(
        "An editor sends it",
        "admin:education_article_send",
        get=NOT_SO,
        post=f"{ADMIN} edda:{REVIEW} noor:403 ada:403",
    ),
    Family("What stands in an editor's form, drawn", "admin:education_article_draft", get=NOT_SO, post=EDDA),
    Family("An editor gives it another address", "admin:education_article_address", get=NOT_SO, post=EDDA),
    Family(
        "An editor says that a translation follows its original",
        "admin:education_article_follow",
        get=NOT_SO,
        post=f"{ADMIN} edda:{REVIEW} noor:403 ada:403",
    ),
    Family(
        "A practitioner approves or returns it",
        "admin:education_article_approve admin:education_article_return",
        get=NOT_SO,
        post=NOOR,
    ),
    Family(
        "Both publish what was approved",
        "admin:education_article_publish",
        get=NOT_SO,
        post=f"{ADMIN} edda:200 noor:200 ada:403",
    ),
    Family(
        "Both take the time back, and archive",
        "admin:education_article_unschedule admin:education_article_archive",
        get=NOT_SO,
        post=f"{ADMIN} edda:{REVIEW} noor:{REVIEW} ada:403",
    ),
)
