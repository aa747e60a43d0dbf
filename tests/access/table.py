"""Who gets what: every address of the clinic, for nine people, on GET and POST.

A cell is a status, or `>` and where it leads. A row names groups first and then the exceptions; the last word counts.
`half` is Noor after her password and before her second factor, `left` somebody who was let go while signed in.
"""

from dataclasses import dataclass

from tests.access.house import GROUPS

DOORS = {
    "sign-in": "/account/sign-in/",
    "door": "/admin/login/",
    "second": "/account/second-factor/again/",
    "landing": "/account/landing/",
    "home": "/",
}


@dataclass(frozen=True)
class Family:
    """Addresses with one rule."""

    what: str
    names: str
    get: str
    post: str


# Signed in, with everything that this person's sign-in asks for.
IN = "strangers:>sign-in half:>second"
STAFF = f"staff:200 patients:404 {IN}"
STAFF_READ = f"staff:405 patients:404 {IN}"
# The admin sends who has no work in it to its door, which leads to their own work. Signed out, both lead to sign-in.
ADMIN = f"{IN} patients:>door rui:>door"
OPEN_ADMIN = "strangers:>door half:>second patients:>door rui:>door"
NOBODY = f"{ADMIN} noor:403 edda:403 ada:403"
ADA = f"{ADMIN} noor:403 edda:403 ada:200"
NOOR = f"{ADMIN} noor:200 edda:403 ada:403"
KEEPERS = f"{ADMIN} noor:200 edda:200 ada:200"
EDDA = f"{ADMIN} noor:403 edda:200 ada:403"
REVIEW = ">/admin/education/article/"
IN_ADMIN = f"{OPEN_ADMIN} noor:200 edda:200 ada:200"
NOT_SO = f"{ADMIN} noor:405 edda:405 ada:405"
SENT_ON = f"{ADMIN} noor:>/admin/ edda:>/admin/ ada:>/admin/"
NOT_STAFF = "everyone:200 staff:403 half:403"
DESK = f"everyone:403 rui:200 noor:200 {IN}"
DESKS = f"everyone:403 rui:>/desk/ noor:>/desk/ {IN}"
ADMINS = f"everyone:403 ada:200 {IN}"
ADMINS_POST = f"everyone:403 ada:>/desk/messages/ {IN}"
TREATS = f"everyone:403 noor:200 {IN}"
OURS_ALONE = "everyone:404 ana:200"
HERS = f"everyone:404 ana:200 {IN}"
FOR_PATIENTS = "patients:200 staff:404"
ONLY_READ = "everyone:405 staff:403 half:403"


def _models(page: str, *models: str) -> str:
    return " ".join(f"admin:{model}_{page}" for model in models)


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

# The timetable: administrators keep it, practitioners read it.
TIMETABLE = (
    "booking_visittype",
    "booking_room",
    "booking_location",
    "booking_placephotograph",
    "booking_weeklyhours",
    "booking_dayexception",
    "booking_practitionersettings",
)
MAY_GO = ("booking_placephotograph", "booking_weeklyhours", "booking_dayexception")
READ_BY_NOOR = f"{ADMIN} noor:200 edda:403 ada:200"

TABLE = (
    # ——— readers
    Family(
        "Pages for everyone",
        "website:home website:first_visit website:after_care website:practitioners website:prices website:book "
        "website:contact "
        "website:emergency website:privacy website:accessibility website:colours",
        get="everyone:200",
        post="everyone:405",
    ),
    Family(
        "A photograph that nobody has", "website:portrait website:photograph", get="everyone:404", post="everyone:405"
    ),
    Family(
        "Booking on another site", "website:share", get=f"everyone:403 ada:200 {IN}", post=f"everyone:403 ada:405 {IN}"
    ),
    Family(
        "The design system, outside production", "design:page design:states", get="everyone:200", post="everyone:405"
    ),
    Family(
        "The library, and what machines read of it",
        "education:articles education:topic education:article education:print education:feed "
        "website:sitemap website:robots",
        get="everyone:200",
        post="everyone:405",
    ),
    Family(
        "The search: what is looked for is sent as a form", "website:search", get="everyone:200", post="everyone:200"
    ),
    # ——— machines of the house: in a test no worker runs
    Family("Is all well", "healthz", get="everyone:503", post="everyone:405"),
    Family("Can this process serve, and figures", "readyz metrics", get="everyone:200", post="everyone:405"),
    Family("What a browser stopped; nothing is no report", "csp-report", get="everyone:405", post="everyone:400"),
    Family(
        "How the site is, and what a new clinic lacks: test messages, and a clock that is confirmed",
        "operations:health operations:setup",
        get=ADMINS,
        post=f"everyone:403 ada:>/system/ {IN}",
    ),
    Family(
        "Who read whom, and what of it is unusual",
        "operations:reads operations:unusual_reads",
        get=ADMINS,
        post=f"everyone:405 {IN}",
    ),
    # ——— machines that carry our messages; nobody signs here
    Family("What carriers tell us", "outbox:text outbox:report outbox:bounce", get="everyone:405", post="everyone:403"),
    # ——— everyone who signs in
    Family(
        "Where each person's work is",
        "accounts:landing",
        get=f"{IN} patients:>/visits/ rui:>/desk/ noor:>/desk/my-day/ edda:>/admin/ ada:>/admin/",
        post=f"everyone:405 {IN}",
    ),
    Family(
        "Where I am signed in; nothing to end there",
        "accounts:sign_ins",
        get=f"everyone:200 {IN}",
        post=f"everyone:>/account/sign-ins/ {IN}",
    ),
    Family("For whom I act", "accounts:patients", get=f"everyone:200 {IN}", post=f"everyone:200 {IN}"),
    Family("In which language I read", "accounts:language", get=f"everyone:405 {IN}", post=f"everyone:>home {IN}"),
    Family("An invitation that nobody has", "accounts:invitation", get="everyone:404", post="everyone:404"),
    Family("Your sign-in is over", "accounts:signed_out", get="everyone:>sign-in", post="everyone:405"),
    Family("What I typed", "accounts:held", get=f"everyone:>landing {IN}", post=f"everyone:405 {IN}"),
    Family("Do not keep what I typed", "accounts:drop", get=f"everyone:405 {IN}", post=f"everyone:>landing {IN}"),
    Family(
        "Signing in",
        "account_login account_request_login_code",
        get="everyone:>landing strangers:200",
        post="everyone:>landing strangers:200",
    ),
    Family(
        "The code, when none was asked for",
        "account_confirm_login_code",
        get="everyone:>landing strangers:>/account/sign-in/code/",
        post="everyone:>landing strangers:>/account/sign-in/code/",
    ),
    Family("Signing out", "account_logout", get="everyone:200 strangers:>home", post="everyone:>home"),
    Family(
        "A forgotten password",
        "account_reset_password",
        get="everyone:200",
        post="everyone:200",
    ),
    Family(
        "The code for a new password, when none was asked for",
        "account_confirm_password_reset_code",
        get="everyone:>sign-in",
        post="everyone:>sign-in",
    ),
    Family(
        "A new password without a code",
        "account_complete_password_reset",
        get="everyone:>/account/password/forgotten/",
        post="everyone:>/account/password/forgotten/",
    ),
    Family("The password is changed", "account_password_reset_completed", get="everyone:200", post="everyone:405"),
    Family("My password", "account_change_password account_reauthenticate", get=STAFF, post=STAFF),
    # ——— second factors
    Family("My second factors", "mfa_index mfa_list_webauthn", get=STAFF, post=STAFF_READ),
    Family(
        "The second step, when no first one was made",
        "mfa_authenticate",
        get="everyone:>landing strangers:>sign-in",
        post="everyone:>landing strangers:>sign-in",
    ),
    Family("Showing it again", "mfa_reauthenticate", get=f"{STAFF} half:200", post=f"{STAFF} half:200"),
    Family(
        "Showing a passkey I have not",
        "mfa_reauthenticate_webauthn",
        get=f"{STAFF} staff:>/account/password/again/ half:>/account/password/again/",
        post=f"{STAFF} staff:>/account/password/again/ half:>/account/password/again/",
    ),
    Family(
        "An app, when there is one",
        "mfa_activate_totp",
        get=f"{STAFF} staff:>/account/second-factor/app/remove/",
        post=f"{STAFF} staff:>/account/second-factor/app/remove/",
    ),
    Family("Changing second factors", "mfa_deactivate_totp mfa_add_webauthn", get=STAFF, post=STAFF),
    Family(
        "New recovery codes",
        "mfa_generate_recovery_codes",
        get=STAFF,
        post=f"{STAFF} staff:>/account/second-factor/recovery/",
    ),
    Family(
        "Recovery codes and passkeys I have not",
        "mfa_download_recovery_codes mfa_edit_webauthn mfa_remove_webauthn",
        get=f"{STAFF} staff:404",
        post=f"{STAFF} staff:404",
    ),
    Family("Recovery codes I have not", "mfa_view_recovery_codes", get=f"{STAFF} staff:404", post=STAFF_READ),
    # ——— patients
    Family("The start page", "intake:start", get="everyone:200 staff:>landing half:>landing", post="everyone:405"),
    Family("A new form", "intake:begin", get="everyone:>/intake/", post="everyone:>/intake/ staff:403 half:403"),
    Family(
        "This browser forgets",
        "intake:forget",
        get="everyone:405",
        post="everyone:>/intake/",
    ),
    Family("A form of mine by e-mail", "intake:resume", get="everyone:>/intake/", post=NOT_STAFF),
    Family(
        "What has changed since the last needles: a door with one address for everybody",
        "intake:update",
        get="everyone:200 staff:>landing half:>landing",
        post="everyone:200 patients:>/intake/update/ staff:403 half:403",
    ),
    Family(
        "How somebody is since the last needles: another",
        "intake:how_are_you",
        get="everyone:200 staff:>landing half:>landing",
        post="everyone:200 staff:403 half:403",
    ),
    Family(
        "Not to be asked after visits",
        "intake:check_ins_stop",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 {IN} patients:>/intake/check-in/",
    ),
    Family(
        "What Ana fills in, with nothing on it",
        "intake:screen intake:confirm",
        get=OURS_ALONE,
        post=OURS_ALONE,
    ),
    Family(
        "What Ana reads and answers",
        "intake:stop intake:stop_at intake:extras",
        get=OURS_ALONE,
        post=f"{OURS_ALONE} ana:>/intake/",
    ),
    Family(
        "In which language Ana reads her form",
        "intake:language",
        get=f"{OURS_ALONE} ana:>/intake/",
        post=f"{OURS_ALONE} ana:>home",
    ),
    Family(
        "What Ana only reads", "intake:tasks intake:check intake:sent", get=OURS_ALONE, post=f"{OURS_ALONE} ana:405"
    ),
    Family(
        "What Ana does",
        "intake:send intake:change intake:drop_change intake:answer",
        get=f"{OURS_ALONE} ana:>/intake/",
        post=f"{OURS_ALONE} ana:>/intake/",
    ),
    # Whoever is signed out asks for a code here: the same words for any reference, and it opens nothing by itself.
    Family("Ana signs in again", "intake:again", get=f"{OURS_ALONE} ana:>/intake/", post=NOT_STAFF),
    # ——— patients, on the clinic's tablet: where somebody is signed in no form opens
    Family(
        "The code from the front desk",
        "tablet:start",
        get="everyone:403 strangers:200",
        post="everyone:403 strangers:200",
    ),
    Family("Whose form, when no code was typed", "tablet:who", get="everyone:>/tablet/", post="everyone:>/tablet/"),
    Family(
        "Giving back a tablet that nobody has",
        "tablet:back",
        get="everyone:405",
        post="everyone:>/tablet/",
    ),
    Family("Still here, with no form open", "tablet:here", get="everyone:405", post="everyone:410"),
    Family("The last page of nothing", "tablet:done", get="everyone:>/tablet/", post="everyone:>/tablet/"),
    # ——— the diary, as patients see it
    Family(
        "My visits",
        "booking:mine",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:405 staff:403",
    ),
    Family(
        "What the clinic booked for me, and by what I am reached",
        "booking:claim booking:messages",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:200 staff:403",
    ),
    Family("What can be booked", "booking:book", get="everyone:200 staff:>landing half:>landing", post=ONLY_READ),
    Family(
        "A time, and who comes",
        "booking:times booking:you",
        get="everyone:200 staff:>landing half:>landing",
        post=NOT_STAFF,
    ),
    Family(
        "Not this time after all",
        "booking:drop",
        get="everyone:405 staff:>landing half:>landing",
        post="everyone:>/visits/book/ staff:403 half:403",
    ),
    Family("Is this right?", "booking:confirm_booking", get=f"{IN} {FOR_PATIENTS}", post=f"{IN} {FOR_PATIENTS}"),
    Family(
        "The waiting list",
        "booking:wait",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:200 staff:403",
    ),
    Family(
        "My own record",
        "booking:record",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:405 staff:403",
    ),
    Family(
        "A form of Ana's to read",
        "booking:record_form",
        get=f"{IN} ana:200 zed:404 staff:>landing",
        post=f"{IN} patients:405 staff:403",
    ),
    Family(
        "My record as a file; nothing is chosen",
        "booking:record_download",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:200 staff:403",
    ),
    Family(
        "A code again, before a record leaves",
        "booking:record_again",
        get=f"{IN} patients:405 staff:>landing",
        post=f"{IN} patients:>/account/sign-in/code/confirm/ staff:403",
    ),
    Family(
        "Asking for erasure",
        "booking:record_erasure",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:>/visits/record/erasure/ staff:403",
    ),
    Family("Ana's visit", "booking:visit booking:calendar_file", get=HERS, post=f"{HERS} ana:405"),
    Family("Ana chooses another time", "booking:move", get=HERS, post=HERS),
    Family("An offer to Ana", "booking:offer", get=HERS, post=f"{HERS} ana:>/visits/offers/"),
    Family("Ana cancels", "booking:cancel", get=HERS, post=f"{HERS} ana:>/visits/"),
    Family(
        "Ana confirms, and leaves the list",
        "booking:confirm booking:leave",
        get=f"{HERS} ana:>/visits/",
        post=f"{HERS} ana:>/visits/",
    ),
    Family(
        "No more needles",
        "booking:no_needles",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:>/visits/ staff:403",
    ),
    Family(
        "A practitioner's question",
        "booking:question",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:200 staff:403",
    ),
    Family(
        "No more questions about pain",
        "booking:numbers",
        get=f"{IN} patients:405 staff:>landing",
        post=f"{IN} patients:>/visits/ staff:403",
    ),
    # ——— the treatment: practitioners, and counts for administrators
    Family(
        "A note that is being written, with nothing on it",
        "treatment:draft treatment:note treatment:new_event treatment:event",
        get=TREATS,
        post=TREATS,
    ),
    Family(
        "What is read and taken out of the treatment",
        "treatment:person treatment:paper treatment:document treatment:person_paper treatment:person_document",
        get=TREATS,
        post=f"everyone:405 {IN}",
    ),
    Family(
        "Consent, told to a practitioner",
        "treatment:consent",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 noor:>/treatment/people/ {IN}",
    ),
    Family(
        "The register of adverse events",
        "treatment:register",
        get=f"everyone:403 noor:200 ada:200 {IN}",
        post=f"everyone:405 {IN}",
    ),
    # ——— in and out: administrators
    Family(
        "Files of patients, and one that waits",
        "transfer:imports transfer:import",
        get=f"everyone:403 ada:200 {IN}",
        post=f"everyone:403 ada:200 {IN}",
    ),
    Family(
        "A file is imported, taken back or forgotten",
        "transfer:bring_in transfer:undo transfer:drop",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 ada:>/transfer/import/ {IN}",
    ),
    Family(
        "Records that are due: proposed by an administrator, confirmed by another person",
        "transfer:due",
        get=f"everyone:403 noor:200 ada:200 {IN}",
        post=f"everyone:405 {IN}",
    ),
    Family(
        "An erasure is proposed",
        "transfer:propose",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 ada:>/transfer/due/ {IN}",
    ),
    Family(
        "An erasure is confirmed or taken back",
        "transfer:confirm transfer:withdraw",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 noor:>/transfer/due/ ada:>/transfer/due/ {IN}",
    ),
    Family(
        "The note of a visit that has not begun",
        "desk:note",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 noor:>/desk/visits/ {IN}",
    ),
    # ——— the front desk
    Family(
        "What the desk reads",
        "desk:day desk:week desk:tasks desk:visit desk:sheet desk:paper desk:blank desk:reports",
        get=DESK,
        post=f"everyone:405 {IN}",
    ),
    Family(
        "What the desk fills in, with nothing on it",
        "desk:book desk:block desk:find desk:new_person desk:correct desk:behalf desk:move desk:swap desk:cancel "
        "desk:ill desk:waiting desk:forms desk:messages",
        get=DESK,
        post=DESK,
    ),
    Family(
        "A patient's record, saved",
        "desk:patient",
        get=DESK,
        post=f"everyone:403 rui:>/desk/people/ noor:>/desk/people/ {IN}",
    ),
    Family(
        "What is read before needles, by those who hold them; here nothing is missing",
        "desk:needles",
        get=f"everyone:403 noor:>/desk/visits/ {IN}",
        post=f"everyone:403 noor:200 {IN}",
    ),
    Family(
        "A person's whole record, which only those who treat them read",
        "desk:record",
        get=f"everyone:403 noor:200 {IN}",
        post=f"everyone:405 {IN}",
    ),
    Family(
        "A practitioner's own day beside the queue",
        "desk:my_day",
        get=f"everyone:403 noor:200 {IN}",
        post=f"everyone:405 {IN}",
    ),
    Family(
        "A practitioner's own calendar link",
        "desk:calendar_link",
        get=f"everyone:403 noor:200 {IN}",
        post=f"everyone:403 noor:>/desk/my-day/ {IN}",
    ),
    Family(
        "What patients read of a practitioner",
        "desk:my_page",
        get=f"everyone:403 noor:200 {IN}",
        post=f"everyone:403 noor:>/desk/my-day/page/ {IN}",
    ),
    Family("A calendar whose link nobody has", "booking:feed", get="everyone:404", post="everyone:405"),
    Family("A tablet for a patient", "desk:tablet", get=DESK, post=DESKS),
    Family(
        "An update by phone, typed by a practitioner; here none is due",
        "desk:phone",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 noor:>/desk/people/ {IN}",
    ),
    Family("The list, when nothing of it is open", "desk:close", get=DESK, post=DESKS),
    Family("Who fits no time", "desk:matches", get=DESKS, post=f"everyone:405 {IN}"),
    Family("A series of nothing", "desk:series", get=DESKS, post=DESKS),
    Family(
        "The desk's deeds",
        "desk:accept desk:settle desk:do desk:unblock desk:link desk:unlink desk:apart desk:end desk:call desk:undo "
        "desk:offer desk:leave desk:answer desk:silent desk:undelivered",
        get=f"everyone:405 {IN}",
        post=DESKS,
    ),
    Family(
        "The numbers as a file, which practitioners do not take",
        "desk:export",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 rui:200 {IN}",
    ),
    Family(
        "How far translations have come, and each text",
        "desk:translations desk:translated_texts",
        get=ADMINS,
        post=f"everyone:403 ada:405 {IN}",
    ),
    Family(
        "The clinic's own texts in a language",
        "desk:own_texts",
        get=ADMINS,
        post=f"everyone:403 ada:>/desk/languages/ {IN}",
    ),
    Family("What messages say, and when", "desk:wordings", get=ADMINS, post=ADMINS_POST),
    Family("The words of one message", "desk:wording", get=ADMINS, post=ADMINS),
    # ——— the admin
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
    Family("Lists", _models("changelist", *LISTED), get=ADA, post=ADA),
    Family("The profile is one row", "admin:site_settings_clinicprofile_changelist", get=SENT_ON, post=SENT_ON),
    Family(
        "A row by an old address",
        " ".join(f"admin/{'/'.join(model.rsplit('_', 1))}/<path:object_id>/" for model in ALL),
        get=SENT_ON,
        post=SENT_ON,
    ),
    Family("History", _models("history", *ALL), get=ADA, post=ADA),
    Family(
        "What is kept by hand", _models("change", "site_settings_clinicprofile", "accounts_user"), get=ADA, post=ADA
    ),
    Family("A request of a patient, answered with nothing", "admin:accounts_erasurerequest_change", get=ADA, post=ADA),
    Family(
        "A practitioner's papers",
        "admin:accounts_practitioner_change",
        get=ADA,
        post=f"{ADA} ada:>/admin/accounts/practitioner/",
    ),
    Family(
        "What is only read", _models("change", "audit_entry", "outbox_letter", "outbox_jobrun"), get=ADA, post=NOBODY
    ),
    Family("People are invited", "admin:accounts_user_add", get=ADA, post=ADA),
    Family(
        "Nothing else is added by hand",
        _models("add", *(model for model in ALL if model != "accounts_user")),
        get=NOBODY,
        post=NOBODY,
    ),
    Family("Nothing is deleted", _models("delete", *ALL), get=NOBODY, post=NOBODY),
    # ——— the timetable
    Family("The timetable is read", _models("changelist", *TIMETABLE), get=READ_BY_NOOR, post=READ_BY_NOOR),
    Family("Its history", _models("history", *TIMETABLE), get=READ_BY_NOOR, post=READ_BY_NOOR),
    Family("A row of it", _models("change", *TIMETABLE), get=READ_BY_NOOR, post=ADA),
    Family("A new row", _models("add", *TIMETABLE), get=ADA, post=ADA),
    Family("A row that may go", _models("delete", *MAY_GO), get=ADA, post=ADA),
    Family(
        "A row that stays",
        _models("delete", *(model for model in TIMETABLE if model not in MAY_GO), "booking_bookingrules"),
        get=NOBODY,
        post=NOBODY,
    ),
    Family(
        "The rules of booking are one row",
        "admin:booking_bookingrules_changelist",
        get=f"{ADA} ada:>/admin/booking/bookingrules/",
        post=f"{ADA} ada:>/admin/booking/bookingrules/",
    ),
    Family("The rules of booking", _models("change", "booking_bookingrules"), get=ADA, post=ADA),
    Family("Their history", _models("history", "booking_bookingrules"), get=ADA, post=ADA),
    Family("No second row of rules", _models("add", "booking_bookingrules"), get=NOBODY, post=NOBODY),
    Family(
        "A row of the timetable by an old address",
        " ".join(
            f"admin/{'/'.join(model.rsplit('_', 1))}/<path:object_id>/"
            for model in (*TIMETABLE, "booking_bookingrules")
        ),
        get=SENT_ON,
        post=SENT_ON,
    ),
    # ——— the review
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
    # ——— the library, as its keepers see it
    Family(
        "Articles and sources are listed for all who work in the admin",
        _models("changelist", "education_article", "education_reference"),
        get=KEEPERS,
        post=KEEPERS,
    ),
    Family(
        "The versions of an article",
        _models("history", "education_article", "education_reference"),
        get=KEEPERS,
        post=KEEPERS,
    ),
    Family("Who writes", _models("add", "education_article", "education_reference"), get=EDDA, post=EDDA),
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
        _models("delete", "education_article", "education_reference"),
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


RULES = {name: family for family in TABLE for name in family.names.split()}


def cells(row: str) -> dict[str, str]:
    """Read a row: person → answer."""
    found: dict[str, str] = {}
    for word in row.split():
        who, _colon, answer = word.partition(":")
        found |= dict.fromkeys(GROUPS.get(who, (who,)), answer)
    return found


def fits(answer: str, status: int, location: str) -> bool:
    """Say whether a response is the one that a cell allows."""
    if not answer.startswith(">"):
        return status == int(answer)
    path, wanted = location.partition("?")[0], answer[1:]
    if status not in (302, 303):
        return False
    return path == DOORS[wanted] if wanted in DOORS else path.startswith(wanted)
