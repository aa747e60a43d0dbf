"""What somebody typed is text on every page that shows it: it brings no element and no attribute of its own."""

import random
from collections import Counter
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.safestring import mark_safe

from clinic.accounts import roles
from clinic.accounts.models import Patient, Practitioner, User
from clinic.accounts.services import invite
from clinic.demo.forms import typed
from clinic.demo.views import letters as demo_letters
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from clinic.website import errors
from intake.pages import drafts, sending
from intake.record.models import Intake
from intake.review import services as review
from intake.review.admin import flag_cards
from intake.review.models import Alert, Case
from intake.review.services import case_version
from tests.access.house import new_browser, undone
from tests.education.corpus import vectors
from tests.intake.forms import fill, sent
from tests.intake.walker import number_of
from tests.support.cast import make_mailbox, make_staff, sign_in
from tests.support.progress import Say
from tests.support.times import NOW

# Escaping happens in the templates, after the database has given back what was typed.
pytestmark = pytest.mark.either_database

MARK = "zq7"
IMAGE = f"<img src=x onerror={MARK}()>"
VECTORS = (
    f"javascript:{MARK}()",
    f"data:text/html,<script>{MARK}()</script>",
    f"<script>{MARK}()</script>",
    IMAGE,
    f'"><svg onload={MARK}()>',
    f"'><svg/onload={MARK}()>",
    f'" autofocus onfocus={MARK}() x="',
    f"' onmouseover={MARK}() x='",
    f"</textarea><script>{MARK}()</script>",
    f"</title><script>{MARK}()</script>",
    f"</script><script>{MARK}()</script>",
    f"--><img src=x onerror={MARK}()>",
    f"]]><svg onload={MARK}()>",
    f"{{{{ {MARK} }}}}{{% debug %}}",
    f"<<b>{MARK}</b>",
    f"<a href=javascript:{MARK}()>x</a>",
    f"<style>@import '//{MARK}'</style>",
    f"&lt;script&gt;{MARK}&#40;&#41;&lt;/script&gt;",
    f"<iframe srcdoc='<script>{MARK}()</script>'>",
    f"＜script＞{MARK}()＜/script＞<b>`${{{MARK}}}`",
)
# A page may treat long texts otherwise than short ones: all of these are long.
LONG = " and more than thirty letters of it"
PLAIN = f"words {MARK} words"
# So many letters fit into every field that is shown.
FITS = 110
# Attributes in which text becomes an address or a program.
LIVE = ("href", "src", "action", "formaction", "style", "srcdoc", "data")


class Skeleton(HTMLParser):
    """The elements of a page with the names of their attributes, and every value that is an address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bones: Counter[tuple[str, ...]] = Counter()
        self.live: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.bones[(tag, *sorted(name for name, _value in attrs))] += 1
        self.live += [f"{name}={value}" for name, value in attrs if name in LIVE or name.startswith("on")]
        self.words += [value or "" for _name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def skeleton(page: str) -> Skeleton:
    found = Skeleton()
    found.feed(page)
    found.close()
    return found


def stage(text: str) -> dict[str, tuple[str, Any]]:
    """Put a text everywhere where somebody may write one; return the pages that show it, with who looks."""
    medicine = f"{text} levetiracetam {text}"
    ana = make_mailbox("ana@example.com")
    answers = typed(
        full_name=f"Ana {text}",
        emergency_contact=f"{text}, call 213-555-0199",
        seizure="active",
        skin=["eczema_psoriasis"],
        skin_area=text,
        meds_list=medicine,
        allergies=["latex"],
        allergies_other=text,
        treatments_tried=["acupuncture"],
        acupuncture_reaction="moderate",
        reaction_detail=medicine,
        anything_else=medicine,
    )
    answers["signature"] = answers["full_name"]
    mine = sent(answers, by=ana, at=NOW)
    sending.save_extras(mine, raw={"goal_text": medicine, "preferred_name": text}, by=ana, at=NOW)
    staff = _staff(text)
    _write_about(mine, text, staff["noor"])
    draft = _draft(answers, text, ana)
    ada_page = reverse("admin:accounts_user_change", args=[staff["rui"].pk])
    case = Case.objects.filter(intake=mine).order_by("-id")[0]
    return {
        "the start page": (reverse("intake:start"), ana),
        "what was sent": (reverse("intake:sent", args=[mine.ref]), ana),
        "the extras": (reverse("intake:extras", args=[mine.ref]), ana),
        "check": (reverse("intake:check", args=[draft.ref]), ana),
        "tasks": (reverse("intake:tasks", args=[draft.ref]), ana),
        "the confirmation": (reverse("intake:confirm", args=[draft.ref]), ana),
        "stop": (reverse("intake:stop", args=[draft.ref]), ana),
        **{
            f"the screen of {code}": (reverse("intake:screen", args=[draft.ref, number_of(code)]), ana)
            for code in ("full_name", "skin_area", "meds_list", "allergies_other", "reaction_detail", "anything_else")
        },
        "my people": (reverse("accounts:patients"), ana),
        "the queue": (reverse("admin:review_case_changelist") + "?tab=closed", staff["noor"]),
        "the open queue": (reverse("admin:review_case_changelist"), staff["noor"]),
        "the case": (reverse("admin:review_case_change", args=[case.ref]), staff["noor"]),
        "the desk": (reverse("desk:forms"), staff["rui"]),
        "a patient at the desk": (reverse("desk:patient", args=[Patient.objects.get(user=ana).ref]), staff["rui"]),
        "the staff": (reverse("admin:accounts_user_changelist"), staff["ada"]),
        "a colleague": (ada_page, staff["ada"]),
        "a colleague's history": (ada_page.replace("/change/", "/history/"), staff["ada"]),
        "practitioners": (reverse("admin:accounts_practitioner_changelist"), staff["ada"]),
        "the profile": (reverse("admin:site_settings_clinicprofile_change", args=[1]), staff["ada"]),
        "the book": (reverse("admin:audit_entry_changelist"), staff["ada"]),
        "letters": (reverse("admin:outbox_letter_changelist"), staff["ada"]),
        "home": (reverse("website:home"), None),
        "contact": (reverse("website:contact"), None),
        "sign in": (reverse("account_login"), None),
    }


def _staff(text: str) -> dict[str, User]:
    """Colleagues and a clinic with strange names: what an administrator may type is a way in as well."""
    staff = {
        "noor": make_staff("noor@clinic.example", f"Noor {text}", roles.PRACTITIONER),
        "rui": make_staff("rui@clinic.example", f"Rui {text}", roles.DESK),
        "ada": make_staff("ada@clinic.example", f"Ada {text}", roles.ADMINISTRATOR),
    }
    Practitioner.objects.update(title=text[:80], licence=text[:40], languages=text)
    clinic = site_settings.current()
    clinic.name, clinic.tagline, clinic.initials = text[:80], text, text[:3]
    clinic.address = clinic.directions = f"{text}\n{text}"
    clinic.phone, clinic.languages, clinic.email = text[:40], text, "x@example.com"
    clinic.save()
    invite(email="new@clinic.example", name=text, role=roles.EDITOR, by=staff["ada"], at=NOW)
    return staff


def _write_about(intake: Intake, text: str, noor: User) -> None:
    """A practitioner asks, the patient is waited for: question, reason and note stand on the record."""
    case = Case.objects.filter(intake=intake).order_by("-id")[0]
    version = case_version(case, review.open_case(case, by=noor, at=NOW))
    review.decide(case, by=noor, at=NOW, seen=version, outcome="more", reason=text, question=text)


def _draft(answers: Mapping[str, Any], text: str, ana: User) -> Intake:
    """A second form of the same person, in which an emergency stands; the call about it is logged."""
    codes = set(answers) - {"signature", "consent_truth"}
    draft = fill({**answers, "rf_saddle_numb": "yes"}, intake=drafts.start(by=ana, at=NOW), only=codes, by=ana, at=NOW)
    alert = Alert.objects.get(intake=draft)
    noor = User.objects.get(email="noor@clinic.example")
    review.log_call(alert, by=noor, at=NOW, outcome="voicemail", note=text, close=False)
    review.claim(alert.case, by=noor, at=NOW)
    return draft


def _pages(text: str) -> dict[str, str]:
    """Open every page that shows the text, and return what the browser gets."""
    text, found, here = text + LONG, {}, dict[User | None, Client]()
    with undone():
        for name, (path, who) in stage(text).items():
            if who not in here:
                here[who] = browser(who)
            response = here[who].get(path)
            assert response.status_code == 200, (name, response.status_code)
            found[name] = response.text
        found |= _echoes(text)
    caches["process"].clear()
    return found


def browser(who: User | None) -> Client:
    """A browser of this person."""
    return sign_in(who, client=new_browser()) if who else new_browser()


def _echoes(text: str) -> dict[str, str]:
    """Pages that give back what was sent: a lost database, a stale token, a wrong form, and the demo's letters."""
    request = RequestFactory().post("/intake/abc/1/?then=check", {"full_name": text, text: text * 8})
    request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # as the test client does
    request.META["HTTP_SEC_FETCH_SITE"] = "same-origin"
    noor, ada = (User.objects.get(email=f"{name}@clinic.example") for name in ("noor", "ada"))
    case = Case.objects.order_by("id")[0]
    wrong = {"seen": text, "outcome": "limits", "reason": text, "question": text, "until": text}
    call = reverse("admin:review_case_call", args=[Alert.objects.get().case.ref, Alert.objects.get().ref])
    letter = Letter.objects.latest("id")
    letter.rendered, letter.state, letter.finished_at = {"subject": text, "body": f"{text}\n{text}"}, "sent", NOW
    letter.save()
    return {
        "503": errors.database_away(request).text,
        "403": errors.csrf_failure(request).text,
        "a wrong decision": browser(noor).post(reverse("admin:review_case_decide", args=[case.ref]), wrong).text,
        "a wrong call": browser(noor).post(call, {"note": text}).text,
        "a wrong colleague": browser(ada).post("/admin/accounts/user/add/", {"name": text, "email": text}).text,
        "a wrong search": browser(noor).post("/admin/review/case/", {"q": text, "tab": text}, follow=True).text,
        "a wrong resume": browser(None).post("/intake/resume/", {"email": text}).text,
        "a wrong sign-in": browser(None).post("/account/sign-in/", {"login": text, "next": text}).text,
        "signed out": browser(None).post("/intake/BCDFGHJKLMNPQRST/1/", {"asked": text, "full_name": text}).text,
        "demo letters": demo_letters(RequestFactory().get("/demo/letters/")).text,
    }


_PLAIN: dict[str, str] = {}


@pytest.fixture
def plain(db: None, frozen: Any, settings: Any) -> dict[str, str]:
    """The pages with harmless words on them; the same for every test."""
    settings.DEMO = True  # the demo's letters show themselves; and staff need no second factor
    if not _PLAIN:
        _PLAIN.update(_pages(PLAIN))
    return _PLAIN


# Not every page shows every text: what a person may not read is not on it.
# How many words are marked depends on what was read in them; a bare mark does nothing.
MARKED = ("mark",)
SILENT = {"tasks", "the confirmation", "stop", "the start page", "the extras"}


def grown(plain: dict[str, str], text: str, *, mark: str = MARK) -> list[str]:
    """Return what a text brought into a page besides itself; `mark` stands in every program that it tries to bring."""
    said = []
    for name, page in _pages(text).items():
        was, now = skeleton(plain[name]), skeleton(page)
        said += [f"{name}: {bone} for {text}" for bone in now.bones - was.bones if bone != MARKED]
        said += [f"{name}: {address} for {text}" for address in now.live if mark in address and is_program(address)]
    return said


def is_program(attribute: str) -> bool:
    name, _equals, value = attribute.partition("=")
    if name in ("style", "srcdoc") or name.startswith("on"):
        return True
    return "".join(value.split()).lower().startswith(("javascript:", "data:", "vbscript:", "//", "\\"))


def test_every_page_shows_the_plain_text(plain: dict[str, str]) -> None:
    # Otherwise nothing could be learned from what the others look like.
    silent = {name for name, page in plain.items() if not any(MARK in word for word in skeleton(page).words)}
    assert silent <= SILENT
    assert len(plain) >= 35


@pytest.mark.heavy
@pytest.mark.parametrize("part", range(2))
def test_what_was_typed_brings_nothing_into_a_page(part: int, plain: dict[str, str], size: Any) -> None:
    # Two at a time; a field that is too short for both holds the first.
    half = len(VECTORS) // 2
    for first, second in list(zip(VECTORS[:half], VECTORS[half:], strict=True))[part :: size(16, 2)]:
        assert grown(plain, f"{first} {second}") == []


@pytest.mark.battery
def test_no_attack_of_the_whole_corpus_brings_anything_into_a_page(plain: dict[str, str], say: Say) -> None:
    """Generated attacks in every field where somebody may type, on every page: no element and no attribute.

    A run takes a quarter of the 1,282 that a name may hold, another one each time.
    Every page is drawn for every single one of them.
    """
    lines = [" ".join(attack.split("\n")) for attack in vectors()]
    # A name with a control character is refused, and stands on no page.
    attacks = [line for line in lines if line.isprintable() and len(line) <= FITS]
    assert len(attacks) >= 1200
    attacks = attacks[random.randrange(4) :: 4]
    as_long = _pages(PLAIN.ljust(FITS, "x"))
    for number, attack in enumerate(attacks):
        brought = grown(as_long, attack.ljust(FITS, "x"), mark="z(")
        # What is looked for is somebody's name or nobody's: that page has rows of its own, or none.
        assert [said for said in brought if not said.startswith("a wrong search: (")] == []
        say(f"{number + 1} of {len(attacks)}")


def test_a_text_is_the_same_text_when_it_is_read(plain: dict[str, str]) -> None:
    # Escaped once, not twice, and nothing taken out: a practitioner reads what was typed.
    vector, pages = IMAGE, _pages(IMAGE)
    for name in ("check", "the case", "the screen of meds_list", "the desk", "503", "demo letters"):
        assert any(vector in word for word in skeleton(pages[name]).words), name


def test_an_answer_that_is_marked_safe_is_found(plain: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    safe = mark_safe  # the mistake that is to be found
    monkeypatch.setattr(flag_cards, "_answer", lambda questionnaire, code, value, matched: [(safe(str(value)), False)])
    assert any(said.startswith("the case: ('img', 'onerror', 'src')") for said in grown(plain, IMAGE))


def test_a_template_without_escaping_is_found(plain: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    from django.template import base

    monkeypatch.setattr(base, "conditional_escape", lambda value: value)
    found = {said.partition(":")[0] for said in grown(plain, IMAGE)}
    assert {"check", "the case", "the desk", "the staff", "demo letters", "503", "home"} <= found
