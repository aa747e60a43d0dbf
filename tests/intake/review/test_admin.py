"""The review pages, and what every other role gets from them and from the whole admin: nothing clinical."""

import os
from datetime import datetime

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from clinic.accounts.models import User
from clinic.audit.models import Entry
from intake.pages import sending
from intake.record.models import Intake
from intake.review.models import Alert, CallLog, Case, Decision
from tests.intake.cases import CANARY, case_of, page, version
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn, make_mailbox
from tests.support.queries import Queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(seizure="active", anything_else=CANARY), by=ana, at=now)


@pytest.fixture
def alarmed(answers: Answers, zed: User, now: datetime) -> Intake:
    return sent(answers(full_name="Zed Invented", rf_saddle_numb="yes"), by=zed, at=now)


# ——— the practitioner


def test_the_queue_shows_the_most_serious_first_and_its_counts_add_up(
    held: Intake, alarmed: Intake, noor: User, signed_in: SignedIn
) -> None:
    response = signed_in(noor).get(reverse("admin:review_case_changelist"))
    assert [row.name for row in response.context["rows"]] == ["Zed Invented", "Ana Ejemplo"]
    counts = {tab["key"]: int(tab["count"] or 0) for tab in response.context["tabs"]}
    assert counts["open"] == 2
    assert sum(counts[tier] for tier in ("emergency", "hold", "caution", "note", "clear")) == counts["open"]
    assert CANARY not in response.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_whatever_waits(
    count: int, answers: Answers, now: datetime, noor: User, signed_in: SignedIn, queries: Queries
) -> None:
    for n in range(count):
        mailbox = make_mailbox(f"p{n}@example.com")
        sent(answers(full_name=f"Invented {'ABC'[n]}", seizure="active", rf_saddle_numb="yes"), by=mailbox, at=now)
    client = signed_in(noor)
    url = reverse("admin:review_case_changelist")
    client.get(url)
    with queries(8):  # session, user, role with what it permits; counts, rows; three for the book
        response = client.get(url)
    assert len(response.context["rows"]) == count


def test_a_case_shows_the_question_the_answer_the_words_the_rule_and_is_read_on_record(
    held: Intake, noor: User, signed_in: SignedIn
) -> None:
    response = signed_in(noor).get(page(held))
    text = response.text
    assert "Have you ever had a seizure or epilepsy?" in text
    assert "<mark>levetiracetam</mark>" in text
    assert ("· rule set" in text, "seizure_disorder" in text) == (True, False)
    assert "BAcC expert answers on epilepsy" in text
    assert "Ana Ejemplo" in text
    assert response.headers["Cache-Control"].find("no-store") >= 0
    last = Entry.objects.order_by("-number")[0]
    assert (last.deed, last.by_id, CANARY in str(last.facts)) == ("case.read", noor.pk, False)


def test_a_practitioner_decides_and_the_case_leaves_the_queue(held: Intake, noor: User, signed_in: SignedIn) -> None:
    client = signed_in(noor)
    said = {"seen": version(client, held), "outcome": "clear", "reason": "Stable for years."}
    response = client.post(reverse("admin:review_case_decide", args=[case_of(held).ref]), said, follow=True)
    assert response.redirect_chain[-1][0] == reverse("admin:review_case_changelist")
    assert [row.name for row in response.context["rows"]] == []
    assert Decision.objects.get().by == noor
    closed = client.get(reverse("admin:review_case_changelist"), {"tab": "closed"})
    assert [row.name for row in closed.context["rows"]] == ["Ana Ejemplo"]


def test_an_incomplete_decision_keeps_what_was_typed(held: Intake, noor: User, signed_in: SignedIn) -> None:
    client = signed_in(noor)
    said = {"seen": version(client, held), "outcome": "limits", "reason": "A long and careful reason."}
    response = client.post(reverse("admin:review_case_decide", args=[case_of(held).ref]), said)
    assert "Choose at least one limit." in response.text
    assert "A long and careful reason." in response.text
    assert 'value="limits" checked' in response.text
    assert Decision.objects.count() == 0


def test_a_decision_on_an_older_version_shows_both(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client = signed_in(noor)
    old = version(client, held)
    sending.change(held, by=ana, at=now)
    sent(answers(seizure="remote", anything_else=CANARY), intake=held, by=ana, at=now)
    said = {"seen": old, "outcome": "clear", "reason": "Typed before."}
    url = reverse("admin:review_case_decide", args=[case_of(held).ref])
    response = client.post(url, said)
    assert Decision.objects.count() == 0
    assert "When you opened it" in response.text
    assert [(row.before[:25], row.now[:25]) for row in response.context["page"].stale] == [
        ("Yes - in the last 12 mont", "Yes - over 10 years ago o")
    ]
    assert "Typed before." in response.text
    again = client.post(url, said | {"seen": response.context["decision"]["seen"].value()})
    assert (again.status_code, Decision.objects.count()) == (302, 1)


@pytest.mark.parametrize("deed", ["decide", "seen"])
def test_nothing_is_done_on_a_second_form_that_was_not_on_the_page(
    deed: str, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    first = sent(answers(needle_feelings="very_anxious"), by=ana, at=now)
    client = signed_in(noor)
    old = version(client, first)
    second = sent(answers(seizure="no", needle_feelings="very_anxious", pacemaker="yes"), by=ana, at=now)
    assert case_of(second).pk == Case.objects.get().pk
    url = reverse(f"admin:review_case_{deed}", args=[case_of(second).ref])
    response = client.post(url, {"seen": old, "outcome": "clear", "reason": "Typed before."})
    assert "Another form of this person came after you opened this case." in response.text
    assert (Decision.objects.count(), Case.objects.get().state) == (0, "open")


def test_an_emergency_given_again_is_not_closed_from_an_older_page(
    alarmed: Intake, zed: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    alert, client = Alert.objects.get(), signed_in(noor)
    old = alert.version
    Alert.objects.update(times=2)
    url = reverse("admin:review_case_call", args=[case_of(alarmed).ref, alert.ref])
    told = {"outcome": "advised", "note": "Is in hospital.", "close": "on"}
    refused = client.post(url, told | {"seen": old})
    assert "The emergency was given again or changed after you opened this page." in refused.text
    assert (Alert.objects.get().closed_at, CallLog.objects.count()) == (None, 0)
    shown = refused.context["call_forms"][0]["form"]["seen"].value()
    assert client.post(url, told | {"seen": shown}).status_code == 302
    assert Alert.objects.get().closed_by == noor


def test_an_emergency_is_closed_with_a_call_log(alarmed: Intake, noor: User, signed_in: SignedIn) -> None:
    client = signed_in(noor)
    assert "Log the call and close the emergency. Then you can decide." in client.get(page(alarmed)).text
    alert = Alert.objects.get()
    url = reverse("admin:review_case_call", args=[case_of(alarmed).ref, alert.ref])
    refused = client.post(url, {"outcome": "not_reached", "note": "", "close": "on", "seen": alert.version})
    assert "You did not reach the person" in refused.text
    client.post(url, {"outcome": "advised", "note": "Is in hospital.", "close": "on", "seen": alert.version})
    alert.refresh_from_db()
    assert (alert.closed_by, "Is in hospital." in client.get(page(alarmed)).text) == (noor, True)


def test_search_finds_by_name_reference_and_birth_date_only(held: Intake, noor: User, signed_in: SignedIn) -> None:
    client, url = signed_in(noor), reverse("admin:review_case_changelist")
    found = {
        words: len(client.post(url, {"q": words}, follow=True).context["rows"])
        for words in (
            "ana",
            "Ana Ej",
            held.reference,
            held.reference.replace("-", ""),
            held.reference.replace("-", " ").lower(),
            "1984-04-27",
            "4/27/1984",
            "19840427",
            "04271984",
            "042784",
            "4/28/1984",
            "19840428",
            "levetiracetam",
            "Ejemplo",
            "%",
        )
    }
    assert list(found.values()) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0]


def test_pages_are_walked_by_key_without_losing_or_repeating_anyone(
    answers: Answers, now: datetime, noor: User, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from intake.review.admin import queue_rows

    monkeypatch.setattr(queue_rows, "PAGE", 2)
    for n in range(5):
        fill(answers(full_name=f"Invented {n}", seizure="active"), only={"full_name", "seizure"}, by=None, at=now)
    client, url, names = signed_in(noor), reverse("admin:review_case_changelist"), []
    after = ""
    for _page in range(3):
        response = client.get(url, {"after": after} if after else {})
        names += [row.name for row in response.context["rows"]]
        after = response.context["more"].ref if response.context["more"] else ""
    assert (sorted(names), after) == ([f"Invented {n}" for n in range(5)], "")


# ——— everybody else

# The administrator opens most of the admin; in the battery everybody tries.
OTHERS = ["rui", "edda", "ada", "ana", "zed"] if os.environ.get("CLINIC_BATTERY") == "full" else ["ada"]


def addresses(held: Intake, alarmed: Intake) -> list[str]:
    """Every address of the admin that can be made, with this case and its alert, and the stock pages of each model."""
    case, alert = Case.objects.get(intake=alarmed), Alert.objects.get()
    made = [page(held), page(alarmed), reverse("admin:review_case_changelist")]
    made += [reverse(f"admin:review_case_{name}", args=[case.ref]) for name in ("claim", "release", "decide", "seen")]
    made.append(reverse("admin:review_case_call", args=[case.ref, alert.ref]))
    for model in ("case", "intake", "answers", "flag", "decision", "alert", "calllog", "consent"):
        stock = f"/admin/review/{model}/"
        made += [stock, f"{stock}add/", f"{stock}1/", f"{stock}1/change/", f"{stock}1/delete/", f"{stock}1/history/"]
        made += [f"/admin/autocomplete/?app_label=intake&model_name={model}&field_name=case&term=a"]
    found = get_resolver().namespace_dict["admin"][1]
    for key in found.reverse_dict:
        if isinstance(key, str):
            for args in ([], [1], ["1"], ["intake"], ["accounts"], [1, 1]):
                try:
                    made.append(reverse(f"admin:{key}", args=args))
                except NoReverseMatch:
                    continue
    return sorted(set(made))


@pytest.mark.either_database  # every address is asked as everybody on both in tests/access/test_matrix.py
@pytest.mark.heavy
@pytest.mark.parametrize("who", OTHERS)
def test_no_other_role_gets_an_answer_a_flag_or_a_difference_from_any_admin_address(
    who: str, held: Intake, alarmed: Intake, request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))
    secrets = (CANARY, "levetiracetam", "seizure", "cauda", "saddle", held.reference)
    waiting, asked = addresses(held, alarmed), set[str]()
    while waiting:  # what one leads to is looked at as well, once
        asked.add(address := waiting.pop())
        response = client.get(address)
        assert response.status_code < 500, address
        body = response.content.decode(errors="replace").casefold()
        assert [word for word in secrets if word.casefold() in body] == [], address
        waiting += {response.headers.get("Location", address)} - asked
    before = (Decision.objects.count(), list(Case.objects.values_list("state", "claimed_by")))
    for address in addresses(held, alarmed):
        response = client.post(address, {"outcome": "clear", "reason": "x", "close": "on", "seen": "1.1"})
        assert response.status_code < 500, address
    assert (Decision.objects.count(), list(Case.objects.values_list("state", "claimed_by"))) == before
    assert Alert.objects.open().count() == 1


@pytest.mark.heavy
@pytest.mark.parametrize("who", [who for who in OTHERS if who not in ("ana", "zed")])
@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("flags__code=seizure_disorder", "flags__code=no_such_rule"),
        ("tier=hold", "tier=note"),
        ("tier__exact=hold", "tier__exact=note"),
        ("q=ana", "q=nobody"),
        ("intake__answers__document__contains=CNRY", "intake__answers__document__contains=XXXX"),
        ("o=1", "o=-1"),
        ("patient__cases__flags__code=seizure_disorder", "patient__cases__flags__code=none"),
        ("intakes__cases__tier=hold", "intakes__cases__tier=note"),
    ],
)
def test_a_true_and_a_false_probe_look_the_same(
    who: str, true: str, false: str, held: Intake, request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))
    lists = ("/admin/review/case/", "/admin/accounts/user/", "/admin/accounts/patient/", "/admin/audit/entry/")
    for address in (*lists, "/admin/outbox/letter/", "/admin/accounts/practitioner/"):
        answers = [client.get(f"{address}?{probe}") for probe in (true, false)]
        assert answers[0].status_code == answers[1].status_code, address
        counts = [
            len(response.context["cl"].result_list)
            for response in answers
            if getattr(response, "context", None) and "cl" in response.context
        ]
        assert len(set(counts)) <= 1, (address, counts)


def test_a_password_without_the_second_factor_opens_no_case(held: Intake, noor: User, signed_in: SignedIn) -> None:
    client = signed_in(noor, second_factor=False)
    response = client.get(page(held), follow=True)
    assert "Ana Ejemplo" not in response.text
    assert "seizure" not in response.text


def test_nothing_is_sealed_in_the_database_in_readable_form(held: Intake) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (names come from the database itself)
            for row in cursor.fetchall():
                assert not any(b"CNRY7F3A" in bytes(cell) for cell in row if isinstance(cell, bytes | memoryview)), (
                    table
                )
                assert not any("CNRY7F3A" in str(cell) for cell in row), table
