"""A language is an address, and then a fact: on the form, the person, the message and what was signed."""

from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from clinic import languages
from clinic.accounts import services as accounts
from clinic.accounts.models import Patient, User
from clinic.accounts.texting import services as texting
from clinic.outbox import letters
from clinic.outbox.delivery import send_next
from clinic.outbox.models import Letter
from intake.pages import sending
from intake.questionnaire import NEW_PATIENT
from intake.questionnaire.consent import CONSENT_VERSION, RISK_SHEET
from intake.record.consent_words import hash_in
from intake.record.models import Consent, Intake
from intake.review.admin.answered_in import other_languages, rows
from tests.intake.walker import SIGN, Walker
from tests.support.cast import sign_in
from tests.support.pseudo import marked
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


def test_the_address_alone_says_which_language_a_page_speaks(client: Client) -> None:
    english = client.get("/contact/", headers={"accept-language": "es"})
    spanish = client.get("/es/contact/", headers={"accept-language": "en", "cookie": "django_language=en"})

    assert ('<html lang="en" dir="ltr">' in english.text, english["Content-Language"]) == (True, "en")
    assert ('<html lang="es" dir="ltr">' in spanish.text, spanish["Content-Language"]) == (True, "es")
    assert '<a href="/es/contact/" hreflang="es" lang="es">Español</a>' in english.text
    assert '<a href="/contact/" hreflang="en" lang="en">English</a>' in spanish.text
    assert 'rel="canonical" href="http://localhost:8000/es/contact/"' in spanish.text
    assert english.text.count('rel="alternate" hreflang=') == spanish.text.count('rel="alternate" hreflang=')
    assert english.text.count('rel="alternate" hreflang=') == len(languages.whole())
    assert english["ETag"] != spanish["ETag"]
    assert english["Vary"] == spanish["Vary"] == "Accept-Encoding"
    assert client.get("/es/contact/", headers={"if-none-match": english["ETag"]}).status_code == 200


def test_a_patients_page_keeps_its_query_and_a_readers_page_repeats_none(
    client: Client,
) -> None:
    assert 'href="/es/visits/book/?with=2" hreflang="es"' in client.get("/visits/book/?with=2").text
    assert "secret" not in client.get("/contact/?secret=1").text


def test_the_staff_have_one_language(rui: User) -> None:
    assert "hreflang" not in sign_in(rui).get(reverse("desk:day")).text
    assert sign_in(rui).get("/es/desk/").status_code == 404


def test_the_desk_prints_the_form_in_the_patients_language(rui: User) -> None:
    desk = sign_in(rui)
    with marked():
        page = desk.get(reverse("desk:blank"), {"in": "es"}).text
    assert ('<html lang="es"' in page, f"⟦{RISK_SHEET[0][:5]}" in page or "⟦Our health form⟧" in page) == (True, True)
    assert '<html lang="en"' in desk.get(reverse("desk:blank"), {"in": "xx"}).text


def test_another_language_on_a_screen_saves_what_was_typed_and_opens_the_screen_in_it(client: Client) -> None:
    walker = Walker(client).begin()
    response = walker.send(1, go="in-es", full_name="Ana Half")

    assert response["Location"] == f"/es/intake/{walker.ref}/1/"
    assert walker.kept["full_name"] == "Ana Half"
    assert "Ana Half" in client.get(response["Location"]).text
    assert walker.send(1, go="in-xx")["Location"] == f"/intake/{walker.ref}/1/"


def signed_in_spanish(client: Client) -> Walker:
    """Fill in a form in English, and its last screen in Spanish."""
    walker = Walker(client).begin()
    walker.walk(until="signature")
    with translation.override("es"):
        walker.send(SIGN, go="later")
    return walker


def test_a_form_read_in_spanish_is_a_consent_a_case_a_person_and_a_message_in_spanish(ana: User) -> None:
    walker = signed_in_spanish(sign_in(ana))
    with marked():
        sending.submit(walker.intake, by=ana, at=NOW)
        form = Intake.objects.get(ref=walker.ref)
        consent, letter = form.consents.get(), Letter.objects.get(kind="intake.received")
        words = "\n".join((CONSENT_VERSION, *(f"⟦{line}⟧" for line in RISK_SHEET)))
        assert consent.text_hash == sha256(words.encode()).hexdigest() == hash_in("es") != hash_in("en")
        Letter.objects.exclude(pk=letter.pk).delete()
        send_next(at=NOW)
        signature, name = NEW_PATIENT.question("signature"), NEW_PATIENT.question("full_name")
        case = rows([(name, ["Ana"]), (signature, ["Ana"])], (), form.current(), NEW_PATIENT)

    patient = Patient.objects.get(user=ana)
    assert (form.language, consent.language, letter.language, patient.language) == ("es", "es", "es", "es")
    assert (mail.outbox[0].subject[0], f"/es/intake/{form.ref}/sent/" in mail.outbox[0].body) == ("⟦", True)
    assert other_languages(form.current()) == "Spanish"
    assert [row.get("read") for row in case] == [None, f"⟦{signature.wording}⟧"]


def test_a_consent_that_was_signed_before_keeps_verifying() -> None:
    english = sha256("\n".join((CONSENT_VERSION, *RISK_SHEET)).encode()).hexdigest()
    assert (Consent().language, hash_in("en")) == ("en", english)


def test_who_chooses_another_language_gets_what_waits_in_it(ana: User) -> None:
    identity = {"full_name": "Ana Ejemplo", "date_of_birth": date(1984, 4, 27), "phone": "213-555-0142"}
    with transaction.atomic():
        patient = accounts.take_in(identity=identity, user=ana, by=ana, at=NOW)
    letters.enqueue("intake.received", key="waits", to=patient.ways, about=patient, at=NOW)
    choice: dict[str, Any] = {"texts": False, "channel": "email", "named_as": "initials", "how": "page"}
    patient = texting.choose(patient, **choice, language="es", by=ana, at=NOW)
    letters.readdress([patient], to=patient.ways, at=NOW)
    # Nobody is written to because of it, and saying nothing of a language changes none.
    assert list(Letter.objects.values_list("key", "language")) == [("waits", "es")]
    assert texting.choose(patient, **choice, by=ana, at=NOW).language == "es"
