"""The boxes, rows and headings of a form: what they deny, and that every word keeps its place in what was typed."""

import pytest

from intake.screening.text.boxes import form_of
from intake.screening.text.normalise import normalise
from tests.intake.screening.text.reading import read, statuses


def denied(text: str) -> list[str]:
    """What boxes and headings deny, as it stands in the changed text."""
    form = form_of(normalise(text))
    return [form.plain.text[start:end].strip() for start, end in form.denied]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[ ] gout [x] cancer", ["gout"]),
        ("gout ☐ cancer ☑", ["gout"]),
        ("Conditions: gout [ ] cancer [x]", ["gout"]),
        ("[ ] gout\n[x] cancer\n[ ] lupus", ["gout", "lupus"]),
        ("__ gout _x_ cancer", ["gout"]),
        ("✓ gout ✗ cancer", ["cancer"]),
        ("✗ gout ✗ cancer", []),
        ("(-) gout (+) cancer", ["gout"]),
        ("□ gout", []),
        ("□ gout □ cancer", ["gout", "cancer"]),
        ("○ gout ● cancer", []),
        ("pain for ___ weeks", []),
        ("No: gout, lupus. Yes: cancer", ["gout, lupus"]),
        ("NO to: gout\nYES to: cancer", ["gout"]),
        ("No:\ngout\nlupus\n\ncancer", ["gout\nlupus"]),
        ("No: I have gout", []),
        ("gout and nothing else", []),
    ],
)
def test_an_empty_box_and_a_no_above_deny_their_items(text: str, expected: list[str]) -> None:
    assert denied(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gout [ ] yes [x] no", "gout : no; "),
        ("Gout: ☒ Yes ☐ No", "gout: yes; "),
        ("Gout Yes [ ] No [x]", "gout : no; "),
        ("Gout [ ] yes [ ] no", "gout [ ] yes [ ] no"),
        ("Gout [x] yes [x] no", "gout [x] yes [x] no"),
        ("gout n lupus n", "gout : no;  lupus : no; "),
        ("gout y lupus n", "gout : yes;  lupus : no; "),
        ("gout y lupus", "gout y lupus"),
        ("I said no and he said no", "i said no and he said no"),
        ("Gout: Y Lupus: N", "gout: y;  lupus: n"),
        ("H.I.V. No gout", "hiv;  no gout"),
        ("H.I.V. since May", "hiv since may"),
        ("at 5 p.m. daily", "at 5 p.m. daily"),
        ("Mother (gout, lupus) called", "mother  with gout and  lupus ,  called"),
        ("my wife (I have gout)", "my wife (i have gout)"),
        ("gout? that's my brother", "gout of my brother"),
    ],
)
def test_an_answer_is_put_into_words(text: str, expected: str) -> None:
    assert form_of(normalise(text)).plain.text == expected


@pytest.mark.parametrize(
    "text", ["[ ] gout [x] Épilepsie", "C.O.P.D. & gout", "Mother (diabetes), me (épilepsie)", "☑ 癫痫"]
)
def test_every_hit_is_marked_where_it_was_typed(text: str) -> None:
    hits = read(text).hits
    assert [text[hit.start : hit.end] for hit in hits] == [hit.text for hit in hits]


def test_a_dotted_name_is_marked_whole() -> None:
    assert [hit.text for hit in read("I have C.O.P.D. since May").hits] == ["C.O.P.D."]


def test_a_text_without_a_form_is_left_as_it_is() -> None:
    plain = normalise("diabetes since 2012, take metformin (500 mg) - no insulin")
    assert form_of(plain).plain is plain


def test_a_heading_behind_the_fiftieth_is_not_read() -> None:
    assert statuses("no: gout\n" * 50 + "no: cancer")["cancer"] == "negated"  # the word before it still denies
    assert len(form_of(normalise("no: gout\n" * 90)).denied) == 50
