"""Every column's name, sent along with every form: nothing stands afterwards that would not stand without it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.http import QueryDict

from clinic.accounts.models import Patient, User
from clinic.booking.models import Appointment, Hold, WaitingEntry
from clinic.outbox.models import Letter
from intake.pages import drafts
from intake.pages.forms import StepForm
from intake.pages.viewer import viewer_of
from intake.pages.views import beginning, screens
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Answers, Intake
from intake.review.models import Alert, Case
from tests.access.house import House, undone
from tests.access.snapshots import BY_CHANCE, differences, snapshot, type_rows, what_sessions_know
from tests.access.visits import place
from tests.accounts.helpers import CODE
from tests.intake.walker import fields

OURS = ("profile", "audit", "post", "accounts", "intake", "booking", "auth", "account", "mfa", "sessions")
# What a form of ours asks for besides the questions.
ASKED = frozenset(
    {"seen", "asked", "visible", "go", "email", "code", "login", "password", "next", "patient", "number", "take"}
)


@dataclass(frozen=True)
class Form:
    """A form that somebody sends: to which address, with what in it."""

    who: str
    path: Callable[[House], str]
    data: Mapping[str, Any]
    # Codes of the questions on it, and other fields of its own.
    own: frozenset[str] = frozenset()


type_keys = dict[str, set[Any]]


def keys() -> type_keys:
    """The rows there are, by the columns that point at them."""
    kinds = {"intake_id": Intake, "patient_id": Patient, "case_id": Case, "answers_id": Answers, "alert_id": Alert}
    more = {"visit_id": Appointment, "hold_id": Hold, "entry_id": WaitingEntry}
    return {column: set(kind._default_manager.values_list("pk", flat=True)) for column, kind in (kinds | more).items()}


def standing(known: type_keys) -> type_rows:
    """What stands in every table but for what is made up anew each time; a code in a letter is."""
    return snapshot(without={"django_session", "cache", "audit_head"}, masked={*BY_CHANCE, "sealed"}, known=known)


def columns() -> dict[str, str]:
    """Every column of every table, and every question of the form, with the value that would do the most."""
    names = {
        name
        for model in apps.get_models()
        if model._meta.app_label in OURS
        for field in model._meta.get_fields()
        for name in (field.name, getattr(field, "attname", field.name))
    }
    names |= {"role", "active", "acts_for", "drafts", "confirming", "kept", "held", "began", "intake-0-id", "_save"}
    answers = {question.code: "yes" for question in NEW_PATIENT.questions}
    return (
        dict.fromkeys(sorted(names), "1")
        | answers
        | {
            "is_staff": "on",
            "is_superuser": "on",
            "is_active": "on",
            "email_confirmed_at": "2026-03-01 10:00",
            "accepted_at": "2026-03-01 10:00",
            "submitted_at": "2026-03-01 10:00",
            "state": "closed",
            "tier": "clear",
            "source": "phone",
            "outcome": "clear",
            "full_name": "Mallory",
            "role": "administrator",
        }
    )


def screen(number: int, **typed: Any) -> dict[str, Any]:
    """The fields of a screen as a browser sends them."""
    asked = NEW_PATIENT.screen(number).questions
    return fields(NEW_PATIENT.screen(number), typed) | {
        "asked": ",".join(q.code for q in asked),
        "seen": "1",
        "go": "continue",
    }


FORMS = {
    "a new form": Form("anonymous", lambda house: "/intake/start/", {}),
    "a new form, signed in": Form("zed", lambda house: "/intake/start/", {}),
    "a screen": Form("ana", lambda house: f"/intake/{house.draft.ref}/2/", screen(2, rf_chest="no")),
    "the first screen": Form(
        "ana",
        lambda house: f"/intake/{house.draft.ref}/1/",
        screen(1, full_name="Ana", phone="213-555-0101", email="ana@example.com"),
    ),
    "the confirmation": Form("ana", lambda house: f"/intake/{house.draft.ref}/confirm/", {}),
    "sending": Form("ana", lambda house: f"/intake/{house.draft.ref}/send/", {}),
    "a change": Form("ana", lambda house: f"/intake/{house.sent.ref}/change/", {}),
    "tapped by mistake": Form("ana", lambda house: f"/intake/{house.draft.ref}/stop/", {}),
    "resuming": Form("anonymous", lambda house: "/intake/resume/", {"email": "ana@example.com"}),
    "a code": Form("anonymous", lambda house: "/account/sign-in/code/", {"email": "ana@example.com"}),
    "a password": Form(
        "anonymous", lambda house: "/account/sign-in/", {"login": "rui@clinic.example", "password": "x"}
    ),
    "a wish for a new password": Form(
        "anonymous", lambda house: "/account/password/forgotten/", {"email": "rui@clinic.example"}
    ),
    "for whom I act": Form("ana", lambda house: "/account/patients/", {"patient": "no-such-person"}),
    "a visit confirmed": Form("ana", lambda house: f"/visits/{place('booking:visit', 'ref')}/confirm/", {}),
    "a visit cancelled": Form(
        "ana", lambda house: f"/visits/{place('booking:visit', 'ref')}/cancel/", {"reason": "cannot_come"}
    ),
    "a wish for a time": Form(
        "zed",
        lambda house: f"/visits/waiting/{place('booking:wait', 'kind')}/",
        {"practitioner": "any", "until": "2026-04-01", "weekdays": ["1"], "parts": ["morning"]},
    ),
    "an offer taken": Form("ana", lambda house: f"/visits/offers/{place('booking:offer', 'ref')}/", {"answer": "take"}),
    "signing out": Form("ana", lambda house: "/account/sign-out/", {}),
    "a form accepted by the desk": Form("rui", lambda house: f"/desk/forms/{house.phoned.ref}/accept/", {}),
    "a difference settled by the desk": Form(
        "rui", lambda house: f"/desk/differences/{house.difference.pk}/", {"take": "new"}
    ),
    "a case taken": Form("noor", lambda house: f"/admin/review/case/{house.case.ref}/claim/", {}),
    "a case read": Form("noor", lambda house: f"/admin/review/case/{house.case.ref}/seen/", {"seen": "1.1"}),
    "a colleague's name": Form(
        "ada",
        lambda house: f"/admin/accounts/user/{house.people['rui'].pk}/change/",
        {"name": "Rui", "role": "front desk", "active": "on"},
        frozenset({"name", "role", "active", "phone"}),
    ),
}


def came_of(house: House, form: Form, more: Mapping[str, str]) -> tuple[Any, Any, int]:
    """Send a form; return what stands afterwards, what the sessions know, and the status."""
    known = keys()
    with undone():
        response = house.client(form.who).post(form.path(house), dict(more) | dict(form.data))
        left = standing(known)
        return left, what_sessions_know(), response.status_code


def smuggled(house: House, form: Form) -> list[str]:
    """Return what is different when every other name is sent along."""
    own = form.own | ASKED | set(form.data) | set(form.data.get("asked", "").split(","))
    more = {name: value for name, value in columns().items() if name not in own}
    (plain, knew, status), (loaded, knows, other) = came_of(house, form, {}), came_of(house, form, more)
    said = differences(plain, loaded)
    said += [f"sessions: {knew} {knows}"] if knew != knows else []
    return said + ([f"answer: {status} {other}"] if status != other else [])


@pytest.mark.parametrize("part", range(3))
def test_no_form_takes_more_than_it_asks_for(part: int, house: House) -> None:
    for name in list(FORMS)[part::3]:
        assert smuggled(house, FORMS[name]) == [], name


def test_each_form_does_something_or_says_no(house: House) -> None:
    # A comparison of two nothings would prove nothing: most of these forms change something by themselves.
    before = standing(keys())
    still = [name for name, form in FORMS.items() if not differences(before, came_of(house, form, {})[0])]
    assert still == ["the confirmation", "sending", "a password", "for whom I act", "an offer taken"]


def test_a_screen_takes_the_answers_to_its_own_questions_alone(house: House) -> None:
    form, here = FORMS["a screen"], {question.code for question in NEW_PATIENT.screen(2).questions}
    other = {question.code: "yes" for question in NEW_PATIENT.questions if question.code not in here}
    with undone():
        house.client("ana").post(form.path(house), other | dict(form.data) | {"asked": ",".join([*other, *here])})
        now = Intake.objects.get(pk=house.draft.pk).current().raw
    with undone():
        house.client("ana").post(form.path(house), form.data)
        then = Intake.objects.get(pk=house.draft.pk).current().raw
    assert now == then


def test_a_code_signs_in_whoever_it_was_sent_to(house: House) -> None:
    client = house.client("anonymous")
    client.post("/account/sign-in/code/", {"email": "ana@example.com"})
    letter = Letter.objects.filter(kind="account.code").latest("id")
    told = columns() | {
        "user": house.people["ada"].pk,
        "user_id": house.people["ada"].pk,
        "email": "ada@clinic.example",
    }
    client.post(
        "/account/sign-in/code/confirm/", told | {"code": (CODE.search(str(letter.sealed["body"])) or [""])[0].strip()}
    )
    assert client.session["_auth_user_id"] == house.people["ana"].pk
    assert User.objects.filter(is_staff=True, groups__name="administrator").count() == 1


# ——— forms that would take more are found


def test_a_view_that_takes_any_column_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    real = drafts.start

    def start(**said: Any) -> Intake:
        intake: Intake = real(**said)
        Intake.objects.filter(pk=intake.pk).update(tier="hold", source=posted.get("source", "online"))
        return intake

    posted: dict[str, str] = {}

    def careless(request: Any) -> Any:
        posted.clear()
        posted.update(request.POST.items())
        return viewer_of(request)

    monkeypatch.setattr(drafts, "start", start)
    monkeypatch.setattr(beginning, "viewer_of", careless)
    assert any("source=phone" in said for said in smuggled(house, FORMS["a new form, signed in"]))


def test_a_screen_that_takes_any_answer_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    class Greedy(StepForm):
        def __init__(self, screen: Any, *, data: QueryDict | None = None) -> None:
            super().__init__(screen, data=data)
            if data is not None:
                Intake.objects.filter(pk=house.draft.pk).update(full_name=data.get("full_name", house.draft.full_name))

    monkeypatch.setattr(screens, "StepForm", Greedy)
    monkeypatch.setattr(drafts, "save_screen", lambda intake, **said: (_ for _ in ()).throw(ValueError("stop")))
    assert any("Mallory" in said for said in smuggled(house, FORMS["a screen"]))
