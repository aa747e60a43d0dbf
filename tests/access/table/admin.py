"""The admin, and the models that have no room of their own in it."""

from tests.access.table.answers import ADA, IN_ADMIN, NOBODY, OPEN_ADMIN, SENT_ON
from tests.access.table.family import Family, models

ALL = (
    "site_settings_clinicprofile",
    "audit_entry",
    "outbox_letter",
    "outbox_jobrun",
    "accounts_user",
    "accounts_practitioner",
    "accounts_erasurerequest",
)
LISTED = (
    "audit_entry",
    "outbox_letter",
    "outbox_jobrun",
    "accounts_user",
    "accounts_practitioner",
    "accounts_erasurerequest",
)

FAMILIES = (
    Family("The admin's first page", "admin:index", get=IN_ADMIN, post=IN_ADMIN),
    Family(
        "The admin's pages without a record",
        "admin:password_change_done admin:jsi18n",
        get=IN_ADMIN,
        post=f"{IN_ADMIN} noor:405 edda:405 ada:405",
    ),
    Family(
        "The admin's door",
        "admin:login",
        get="everyone:>landing strangers:>sign-in patients:403",
        post="everyone:>landing strangers:>sign-in patients:403",
    ),
    Family(
        "The admin's way out",
        "admin:logout",
        get="everyone:>/admin/ noor:200 edda:200 ada:200 half:200",
        post="everyone:>/admin/ noor:>home edda:>home ada:>home half:>home",
    ),
    Family(
        "The admin's password page is ours",
        "admin:password_change",
        get=f"{OPEN_ADMIN} noor:>/account/password/ edda:>/account/password/ ada:>/account/password/",
        post=f"{OPEN_ADMIN} noor:>/account/password/ edda:>/account/password/ ada:>/account/password/",
    ),
    Family(
        "Nothing completes itself",
        "admin:autocomplete",
        get=f"{IN_ADMIN} noor:403 edda:403 ada:403",
        post=f"{IN_ADMIN} noor:405 edda:405 ada:405",
    ),
    Family(
        "No record has a page of its own, and no page stands beside those here",
        "admin:view_on_site admin/(?P<url>.*)$",
        get=f"{IN_ADMIN} noor:404 edda:404 ada:404",
        post=f"{IN_ADMIN} noor:404 edda:404 ada:404",
    ),
    Family(
        "The models of the intake",
        "admin:app_list",
        get=f"{IN_ADMIN} edda:404 ada:404",
        post=f"{IN_ADMIN} edda:404 ada:404",
    ),
    Family("Lists", models("changelist", *LISTED), get=ADA, post=ADA),
    Family("The profile is one row", "admin:site_settings_clinicprofile_changelist", get=SENT_ON, post=SENT_ON),
    Family(
        "A row by an old address",
        " ".join(f"admin/{'/'.join(model.rsplit('_', 1))}/<path:object_id>/" for model in ALL),
        get=SENT_ON,
        post=SENT_ON,
    ),
    Family("History", models("history", *ALL), get=ADA, post=ADA),
    Family("What is kept by hand", models("change", "site_settings_clinicprofile", "accounts_user"), get=ADA, post=ADA),
    Family("A request of a patient, answered with nothing", "admin:accounts_erasurerequest_change", get=ADA, post=ADA),
    Family(
        "A practitioner's papers",
        "admin:accounts_practitioner_change",
        get=ADA,
        post=f"{ADA} ada:>/admin/accounts/practitioner/",
    ),
    Family(
        "What is only read", models("change", "audit_entry", "outbox_letter", "outbox_jobrun"), get=ADA, post=NOBODY
    ),
    Family("People are invited", "admin:accounts_user_add", get=ADA, post=ADA),
    Family(
        "Nothing else is added by hand",
        models("add", *(model for model in ALL if model != "accounts_user")),
        get=NOBODY,
        post=NOBODY,
    ),
    Family("Nothing is deleted", models("delete", *ALL), get=NOBODY, post=NOBODY),
)
