"""Every form of the clinic, by the name of its address, and how it is sent (tests.worst_day.deeds)."""

from collections.abc import Mapping

from tests.support.cast import PASSWORD
from tests.worst_day import deeds as d
from tests.worst_day import staff_deeds as s
from tests.worst_day.deeds import BO, SIGNED_IN, Deed, by, kept, on, plain
from tests.worst_day.filling import WORDS

ADMIN = "/admin/"
ANA = "ana@example.com"
FORMS: Mapping[str, Deed] = {
    # ——— readers, and whoever signs in
    "website:search": on("anonymous"),
    "accounts:patients": on("ana"),
    "accounts:sign_ins": plain("ana", "/account/sign-ins/", others="1"),
    "accounts:language": plain("ana", "/account/language/", to="/es/visits/"),
    "accounts:drop": plain("ana", "/account/drop/"),
    "account_login": plain("anonymous", "/account/sign-in/", **SIGNED_IN),
    "account_request_login_code": plain("anonymous", "/account/sign-in/code/", email=ANA),
    "account_confirm_login_code": by("anonymous", d.a_code),
    "account_logout": plain("ana", "/account/sign-out/"),
    "account_change_password": plain(
        "rui",
        "/account/password/",
        oldpassword=PASSWORD,
        password1="a-river-and-a-lamp",
        password2="a-river-and-a-lamp",
    ),
    "account_reauthenticate": plain("rui", "/account/password/again/", password=PASSWORD),
    "account_reset_password": plain("anonymous", "/account/password/forgotten/", email="rui@clinic.example"),
    "account_complete_password_reset": plain("anonymous", "/account/password/forgotten/new/"),
    "mfa_authenticate": plain("anonymous", "/account/second-factor/"),
    "mfa_reauthenticate": on("rui"),
    "mfa_activate_totp": plain("rui", "/account/second-factor/app/add/"),
    "mfa_deactivate_totp": plain("rui", "/account/second-factor/app/remove/"),
    "mfa_generate_recovery_codes": on("rui"),
    "mfa_add_webauthn": on("rui"),
    "mfa_reauthenticate_webauthn": plain("rui", "/account/second-factor/again/passkey/"),
    # ——— patients: forms
    "intake:begin": plain("anonymous", "/intake/start/"),
    "intake:resume": plain("anonymous", "/intake/resume/", email=ANA),
    "intake:forget": plain("ana", "/intake/forget/"),
    "intake:update": on("anonymous", email=ANA),
    "intake:how_are_you": on("anonymous", email=ANA),
    "intake:check_ins_stop": on("ana", "intake:how_are_you"),
    "intake:screen": on("ana"),
    "intake:stop": on("ana"),
    "intake:stop_at": on("ana"),
    "intake:confirm": plain("ana", ""),
    "intake:again": on("anonymous", email=ANA),
    "intake:send": by("zed", d.a_whole_form),
    "intake:change": on("ana", "intake:sent"),
    "intake:answer": by("ana", d.a_question),
    "intake:drop_change": by("ana", d.a_change),
    "intake:language": by("ana", d.in_spanish),
    "booking:question": by("ana", d.my_question),
    "intake:extras": on("ana"),
    "tablet:start": by("anonymous", d.a_tablet),
    "tablet:who": by("anonymous", d.whose_tablet),
    "tablet:back": by("anonymous", d.given_back),
    "tablet:here": plain("anonymous", "/tablet/here/"),
    "tablet:done": plain("anonymous", "/tablet/done/"),
    # ——— patients: visits
    "booking:times": on("zed"),
    "booking:you": by("anonymous", d.who_comes),
    "booking:confirm_booking": by("anonymous", d.is_this_right),
    "booking:drop": plain("anonymous", "/visits/book/drop/"),
    "booking:no_needles": on("ana"),
    "booking:numbers": on("ana", "booking:mine"),
    "booking:messages": on("ana"),
    "booking:guardian": by("ana", d.signed_by_a_guardian),
    "booking:claim": on("ana", full_name="Ana Ejemplo", **d.BORN),
    "booking:wait": on("zed"),
    "booking:leave": on("ana", "booking:mine"),
    "booking:offer": by("zed", d.an_offer),
    "booking:record_download": on("ana"),
    "booking:record_again": plain("ana", "/visits/record/again/"),
    "booking:record_erasure": on("ana"),
    "booking:confirm": by("zed", d.of_zeds_visit("confirm")),
    "booking:move": by("zed", d.another_time),
    "booking:cancel": by("zed", d.of_zeds_visit("cancel", reason="cannot_come")),
    # ——— the front desk
    "desk:my_page": on("noor"),
    "desk:calendar_link": on("noor"),
    "desk:silent": on("rui", "desk:tasks"),
    "desk:undelivered": on("rui", "desk:tasks"),
    "desk:guardian": by("rui", s.signed_by_a_guardian),
    "desk:rooms": by("rui", s.a_room_out_of_use),
    "desk:forms": on("rui"),
    "desk:accept": on("rui", "desk:tasks"),
    "desk:settle": on("rui", "desk:tasks"),
    "desk:move": by("rui", s.moved),
    "desk:swap": by("rui", s.swapped),
    "desk:undo": by("rui", s.is_undone),
    "desk:cancel": on("rui"),
    "desk:needles": by("noor", s.needles),
    "desk:note": by("noor", s.note_of_visit),
    "desk:do": on("rui", "desk:visit"),
    "desk:book": by("rui", lambda house, client: ("/desk/book/", s.booked(house))),
    "desk:block": on("rui", closes="11:00"),
    "desk:unblock": plain("rui", ""),
    "desk:find": on("rui", "desk:day"),
    "desk:new_person": on("rui", **BO),
    "desk:patient": on("rui"),
    "desk:correct": on("rui"),
    "desk:messages": on("rui"),
    "desk:end": on("rui", "desk:patient"),
    "desk:link": on("rui", "desk:patient"),
    "desk:unlink": by("rui", s.are_linked),
    "desk:apart": by("rui", s.two_people),
    "desk:behalf": on("rui"),
    "desk:phone": plain("noor", ""),
    "desk:tablet": on("rui", "desk:patient"),
    "desk:close": by("rui", s.closed_day),
    "desk:ill": by("rui", s.is_ill),
    "desk:call": plain("rui", "", outcome="reached"),
    "desk:waiting": by("rui", s.waits),
    "desk:offer": by("rui", s.offered),
    "desk:leave": on("rui", "desk:waiting"),
    "desk:answer": by("rui", s.accepted),
    "desk:series": by("rui", lambda house, client: ("/desk/series/", s.booked(house, count="4", book="1"))),
    "desk:wordings": on("ada"),
    "desk:wording": on("ada"),
    "desk:own_texts": on("ada"),
    "desk:export": on("rui", "desk:reports"),
    # ——— the treatment
    "treatment:draft": on("noor", needles="7", minutes="20"),
    "treatment:note": on("noor"),
    "treatment:consent": on("noor", "treatment:person"),
    "treatment:alone": by("noor", s.heard_on_a_call),
    "treatment:new_event": on("noor"),
    "treatment:event": on("noor"),
    # ——— in and out
    "transfer:imports": by("ada", s.a_file),
    "transfer:import": on("ada"),
    "transfer:bring_in": by("ada", s.of_import(deed="do")),
    "transfer:undo": by("ada", s.of_import("do", deed="undo")),
    "transfer:drop": on("ada", "transfer:import"),
    "transfer:propose": by("ada", s.proposed),
    "transfer:confirm": on("noor", "transfer:due"),
    "transfer:withdraw": on("noor", "transfer:due"),
    "operations:health": by("ada", s.doubted_clock),
    "operations:setup": on("ada"),
    # ——— the admin
    "admin:login": plain("rui", "/admin/login/"),
    "admin:logout": plain("noor", "/admin/logout/"),
    "admin:site_settings_clinicprofile_change": kept("ada", tagline=WORDS),
    "admin:outbox_letter_changelist": by("ada", s.sent_again),
    "admin:accounts_practitioner_change": on("ada"),
    "admin:accounts_erasurerequest_change": on("ada"),
    "admin:accounts_user_changelist": by("ada", s.invited_again),
    "admin:accounts_user_add": on("ada"),
    "admin:accounts_user_change": on("ada", phone="213-555-0188"),
    "admin:education_article_send": by("edda", s.of_article("send")),
    "admin:education_article_approve": on("noor", "admin:education_article_review", before=s.is_sent),
    "admin:education_article_return": on("noor", "admin:education_article_review", before=s.is_sent),
    "admin:education_article_publish": on("noor", "admin:education_article_review", before=s.is_approved, when=""),
    "admin:education_article_unschedule": on("noor", "admin:education_article_review", before=s.is_scheduled),
    "admin:education_article_archive": by("noor", s.of_article("archive")),
    "admin:education_article_address": on("edda", "admin:education_article_review", slug="needles-and-backs"),
    "admin:education_article_follow": by("edda", s.of_article("follow", seen="x")),
    "admin:education_article_draft": by("edda", s.of_article("draft")),
    "admin:education_article_add": kept("edda", title="Typed", slug="typed", summary=WORDS),
    "admin:education_article_change": on("edda"),
    "admin:education_reference_add": on(
        "edda", key="typed-2001", year="2001", doi="", pmid="", url="https://example.com/"
    ),
    "admin:education_reference_change": on("edda", url="https://example.com/", note=WORDS),
    # ——— the review
    "admin:review_followuptask_close": on("noor", "admin:review_followuptask_changelist"),
    "admin:review_followuptask_tried": on("noor", "admin:review_followuptask_changelist"),
    "admin:review_followuptask_stop": on("noor", "admin:review_followuptask_changelist"),
    "admin:review_case_changelist": on("noor"),
    "admin:review_case_try_rules": plain("noor", "/admin/review/case/rules/try/"),
    "admin:review_case_sign_rules": plain("noor", "/admin/review/case/rules/sign/"),
    "admin:review_case_claim": by("noor", s.of_case("claim")),
    "admin:review_case_release": by("noor", s.given_away),
    "admin:review_case_decide": by("noor", s.is_decided),
    "admin:review_case_seen": by("noor", s.was_read),
    "admin:review_case_opinion": by("noor", s.of_case("opinion", text=WORDS)),
    "admin:review_case_reason": by("noor", s.of_case_reason),
    "admin:review_case_doctor": on("noor", to=WORDS),
    "admin:review_case_call": by("noor", s.was_called),
    # ——— the timetable
    "admin:booking_visittype_add": on("ada", code="typed", minutes="30", room_minutes="30"),
    "admin:booking_visittype_change": on("ada"),
    "admin:booking_location_add": kept("ada", name="Typed", address="1 Invented Street"),
    "admin:booking_location_change": kept("ada", address="2 Invented Street"),
    "admin:booking_placephotograph_add": on("ada", alt=WORDS, alt_es=WORDS),
    "admin:booking_placephotograph_change": on("ada", alt=WORDS, alt_es=WORDS),
    "admin:booking_placephotograph_delete": on("ada"),
    "admin:booking_room_add": on("ada"),
    "admin:booking_room_change": on("ada", location="", name="Room typed"),
    "admin:booking_weeklyhours_add": on("ada", weekday="3", opens="09:00", closes="17:00"),
    "admin:booking_weeklyhours_delete": on("ada"),
    "admin:booking_weeklyhours_change": on("ada", opens="08:00", closes="18:00"),
    "admin:booking_dayexception_add": on("ada", day="2026-12-28", opens="", closes=""),
    "admin:booking_dayexception_delete": on("ada"),
    "admin:booking_dayexception_change": on("ada", opens="", closes="", day="2026-12-28"),
    "admin:booking_practitionersettings_add": on("ada"),
    "admin:booking_practitionersettings_change": on("ada", horizon_days="50"),
    "admin:booking_bookingrules_change": on("ada"),
}
# Sent to these addresses, whatever it holds, nothing is written: pages that only show, and those that lead elsewhere.
SHOWN = (
    "_history",
    "_changelist",
    "<path:object_id>/",
    "admin:index",
    "admin:password_change",
    "admin:app_list",
    "csp-report",
)
# What these change stands in a session or in nothing, or they ask for what is not there in this house.
NOTHING_STANDS = frozenset(
    {
        *("website:search", "accounts:patients", "accounts:sign_ins", "accounts:drop"),
        *("account_login", "account_reauthenticate", "account_complete_password_reset"),
        *("mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_add_webauthn"),
        *("mfa_reauthenticate_webauthn", "intake:forget", "intake:confirm", "tablet:here", "tablet:done"),
        *("booking:drop", "booking:claim", "desk:needles", "desk:find", "desk:phone"),
        *("admin:login", "admin:education_article_follow", "admin:education_article_draft"),
        *("admin:education_article_add", "admin:review_case_changelist", "admin:review_case_try_rules"),
        *(
            "admin:review_case_sign_rules",
            "admin:review_case_reason",
            "admin:booking_weeklyhours_delete",
            "admin:booking_weeklyhours_change",
        ),
        # Without a file no photograph comes of it; a file never goes back into a page.
        *("admin:booking_practitionersettings_add", "admin:booking_placephotograph_add"),
    }
)
# A typed password, a code and a file never go back into a page: they are typed and chosen again.
SECRETS = frozenset(
    {
        *("account_login", "account_confirm_login_code", "account_change_password", "account_reauthenticate"),
        *("mfa_reauthenticate", "tablet:start"),
    }
)
# Who tries is counted here, and nobody may while nothing can be counted.
COUNTED = frozenset(
    {
        *("account_login", "account_confirm_login_code", "account_request_login_code", "account_reset_password"),
        *("account_change_password", "account_reauthenticate", "account_complete_password_reset"),
        *("mfa_reauthenticate", "intake:begin", "intake:resume", "intake:update", "intake:how_are_you"),
        *("intake:again", "tablet:start", "booking:you", "booking:record_again", "website:search"),
    }
)
# Where the deed stood and only its answer was lost, pressing again does it again: another code is sent, or another
# empty form begun; nothing is lost or untrue by it.
REPEATED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        (
            *("account_request_login_code", "account_reset_password", "booking:you", "booking:record_again"),
            *("intake:resume", "intake:update", "intake:how_are_you", "intake:again"),
        ),
        ("outbox_letter",),
    ),
    "intake:begin": ("record_answers", "record_intake"),
}
# Saved in parts, each whole in itself: a code that was looked at is spent, and another one is asked for; a password is
# another one before the session is.
IN_PARTS: Mapping[str, tuple[str, ...]] = {
    "account_confirm_login_code": ("accounts_signinrecord", "audit_entry"),
    "account_change_password": ("audit_entry",),
    "booking:record_again": ("outbox_letter", "audit_entry"),
    # Each visit by itself: who has another room keeps it, and the next press goes on with the rest.
    "desk:rooms": ("booking_appointment", "booking_cell", "booking_appointmentevent", "audit_entry"),
}
