"""Numbers, addresses and dates as people paste and write them: cleaned first, then judged, once for every field."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic import contact
from clinic.characters import clean_ascii, clean_line, fold
from clinic.contact import clean_email, clean_phone, link_of, runs_of, same_phone
from clinic.form_fields import BirthDateField, EmailField, PhoneField

WHOLE = "213-555-0142"
EXTENSIONS = (" x", "x", " ext ", " Ext. ", ", extension ", " #", ";ext=")


@pytest.mark.parametrize(
    ("typed", "kept", "link"),
    [
        ("\u202a+1 (213) 555\u20110142\u202c", WHOLE, "tel:+12135550142"),
        ("213.555.0142", WHOLE, "tel:+12135550142"),
        ("1 213 555 0142", WHOLE, "tel:+12135550142"),
        ("２１３５５５０１４２", WHOLE, "tel:+12135550142"),
        ("213\u00a0555\u2009\u20140142", WHOLE, "tel:+12135550142"),
        *((f"{WHOLE}{way}12", f"{WHOLE} ext. 12", "tel:+12135550142;ext=12") for way in EXTENSIONS),
        ("213 555 0142 extensión 7", f"{WHOLE} ext. 7", "tel:+12135550142;ext=7"),
        ("213 555 0142 anexo 7", f"{WHOLE} ext. 7", "tel:+12135550142;ext=7"),
        ("tel:+1-213-555-0142", WHOLE, "tel:+12135550142"),
        *(
            (f"{WHOLE} {way} 7", f"{WHOLE} ext. 7", "tel:+12135550142;ext=7")
            for way in ("poste", "ramal", "내선", "分机")
        ),
        (f"{WHOLE} (ext. 7)", f"{WHOLE} ext. 7", "tel:+12135550142;ext=7"),
        ("213·555·0142", WHOLE, "tel:+12135550142"),
        ("[213] 555_0142", WHOLE, "tel:+12135550142"),
        ("Cell: 213 555 0142", WHOLE, "tel:+12135550142"),
        ("213 555 0142 (casa)", WHOLE, "tel:+12135550142"),
        ("001 213 555 0142", WHOLE, "tel:+12135550142"),
        ("+52 1 55 1234 5678", "+52 55 1234 5678", "tel:+525512345678"),
        ("+44 20 7946 0958", "+44 20 7946 0958", "tel:+442079460958"),
        ("+52 55 1234 5678 ext 3", "+52 55 1234 5678 ext. 3", "tel:+525512345678;ext=3"),
    ],
)
def test_a_number_is_kept_in_one_way_with_its_extension_apart(typed: str, kept: str, link: str) -> None:
    assert (clean_phone(typed), link_of(typed), link_of(kept)) == (kept, link, link)
    assert (clean_phone(kept), same_phone(typed, kept)) == (kept, True)


@pytest.mark.parametrize(
    "typed",
    [
        "555-0100",
        "5550100",
        "213-555",
        "113-555-0142",
        "213-055-0142",
        "213-555-0142 7",
        "call 213-555-0142",
        "213-CALL-NOW",
        "213-555-0142 or 0143",
        "",
        "1" * 17,
    ],
)
def test_what_is_no_whole_number_is_none(typed: str) -> None:
    assert clean_phone(typed) is None


def test_another_extension_is_another_telephone() -> None:
    assert not same_phone("213-555-0142 x1", "213-555-0142 x2")


@pytest.mark.parametrize("run", ["0142", "2135", "5550", "35550142", "2135550142", "12135550142"])
def test_any_run_of_digits_begins_one_of_a_numbers_runs(run: str) -> None:
    assert any(one.startswith(run) for one in runs_of("(213) 555-0142 x77"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u200bana@example.com\u200b", "ana@example.com"),
        (" ana@example\u00ad.com", "ana@example.com"),
        ("ana\u2011back@example.com", "ana-back@example.com"),
        ("ａｎａ@example.com", "ana@example.com"),
        ("mailto:ana@example.com", "ana@example.com"),
        ("<ana@example.com>", "ana@example.com"),
        ("Ana Costa <ana@example.com>;", "ana@example.com"),
        ("MAILTO:ana@example.com?subject=visit", "ana@example.com"),
        ("ana @example.com.", "ana@example.com"),
        ("o’neil@example。com", "o'neil@example.com"),
        ("ana\ufe0f@example.com", "ana@example.com"),
        ("ana@example.com rui@example.com", None),
        ("ana+back@mail.example.com", "ana+back@mail.example.com"),
        ("ana@münchen.example", "ana@münchen.example"),
        ("ana@example", None),
        ("maria@exmaple", None),
        ("ana@example.c", None),
        ("ana@example..com", None),
        ("ana@-example.com", None),
        ("ana.@example.com", None),
        ("ana costa@example.com", None),
        ("ana@example,com", None),
        ("josé@example.com", None),
        ("ana@example.123", None),
        (f"{'a' * 65}@example.com", None),
    ],
)
def test_an_address_is_cleaned_then_judged(typed: str, kept: str | None) -> None:
    assert clean_email(typed) == kept


@settings(max_examples=200, derandomize=True, database=None, deadline=None)
@given(st.text(alphabet="aZ9.-_+'@é ü\u200b\"(),", max_size=24).map(lambda text: f"{text}.com") | st.emails())
def test_whatever_our_judge_takes_django_takes_too(typed: str) -> None:
    if (address := clean_email(typed)) is not None:
        validate_email(address)


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("4/27/1984", date(1984, 4, 27)),
        ("1984-04-27", date(1984, 4, 27)),
        ("April 27th, 1984", date(1984, 4, 27)),
        ("Apr. 27 1984", date(1984, 4, 27)),
        ("27 April 1984", date(1984, 4, 27)),
        ("27 de abril de 1984", date(1984, 4, 27)),
        ("27th of april 1984", date(1984, 4, 27)),
        ("\u200e4\u20117\u20111984", date(1984, 4, 7)),
    ],
)
def test_a_birth_date_is_read_as_people_write_it(typed: str, born: date) -> None:
    assert BirthDateField().clean(typed) == born


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("the 27th", "Write the date as month/day/year, for example 4/27/1962."),
        ("4/27/84", "Do you mean 1984? Write the year with all four digits."),
        ("April 27, 84", "Do you mean 1984? Write the year with all four digits."),
        ("4/27/20", "Do you mean 1920 or 2020? Write the year with all four digits."),
        ("4/27/198", "Write the year with all four digits, for example 1962."),
        ("0/12/1984", "This date does not exist. Check the day and the month."),
        ("27/4/1984", "There is no month 27. Write the month first: 4/27/1984."),
        ("2/30/1984", "This date does not exist. Check the day and the month."),
    ],
)
def test_a_birth_date_is_never_guessed(typed: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        BirthDateField().clean(typed)
    assert refused.value.messages == [sentence]


def test_our_fields_judge_like_everybody_else() -> None:
    assert EmailField().clean("\u200bana@example.com ") == "ana@example.com"
    assert PhoneField().clean("(213) 555-0142") == WHOLE
    with pytest.raises(ValidationError, match="This address looks incomplete"):
        EmailField().clean("maria@exmaple")
    with pytest.raises(ValidationError, match="with its area code"):
        PhoneField().clean("555-0100")


@settings(max_examples=100, derandomize=True, database=None, deadline=None)
@given(st.text(max_size=30))
def test_cleaning_and_folding_twice_change_nothing(text: str) -> None:
    assert (clean_line(clean_line(text)), clean_ascii(clean_ascii(text))) == (clean_line(text), clean_ascii(text))
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "parts", "both"),
    [
        ("Bo Neu, 213-555-0143", [("Bo Neu, ", ""), ("213-555-0143", "tel:+12135550143")], ("Bo Neu", "213-555-0143")),
        ("(213) 555 0143 Bo", [("(213) 555 0143", "tel:+12135550143"), (" Bo", "")], ("Bo", "213-555-0143")),
        ("my sister", [("my sister", "")], ("my sister", "")),
        ("Bo 555-0143", [("Bo 555-0143", "")], ("Bo 555-0143", "")),
        ("", [], ("", "")),
        (
            "Bo 213-555-0143 or Li 213-555-0144",
            [("Bo ", ""), ("213-555-0143", "tel:+12135550143"), (" or Li ", ""), ("213-555-0144", "tel:+12135550144")],
            ("Bo 213-555-0143 or Li 213-555-0144", ""),
        ),
    ],
)
def test_a_number_in_a_text_can_be_called(text: str, parts: list[tuple[str, str]], both: tuple[str, str]) -> None:
    assert (list(contact.parts_of(text)), contact.name_and_phone(text)) == (parts, both)
