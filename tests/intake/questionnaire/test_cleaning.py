"""What was typed becomes an answer, or a sentence that says what to do."""

import pytest

from intake.questionnaire import NEW_PATIENT, Answer, AnswerError, Kind, Raw, clean, what_to_do
from intake.questionnaire.model import Question
from tests.intake.screening.truth.case import ON


def cleaned(code: str, raw: Raw | None) -> Answer | None:
    return clean(NEW_PATIENT.question(code), raw, on=ON)


def refused(code: str, raw: Raw) -> AnswerError:
    with pytest.raises(AnswerError) as caught:
        cleaned(code, raw)
    return caught.value


def born(year: str, month: str, day: str) -> dict[str, str]:
    return {"year": year, "month": month, "day": day}


@pytest.mark.parametrize(
    ("code", "raw", "answer"),
    [
        ("full_name", "  Ana Costa ", "Ana Costa"),
        ("full_name", "", None),
        ("full_name", "   ", None),
        ("full_name", "김영희", "김영희"),
        ("meds_list", "Eliquis\r\naspirin\tdaily", "Eliquis\naspirin\tdaily"),
        ("meds_list", "\r\n \r\n", None),
        ("phone", "213 555 0100", "213-555-0100"),
        ("phone", "+1 (213) 555-0100 x12", "213-555-0100 ext. 12"),
        ("phone", "213–555–0100", "213-555-0100"),
        ("phone", "\u202a+1 (213) 555\u20110100\u202c", "213-555-0100"),
        ("phone", "+44 20 7946 0958", "+44 20 7946 0958"),
        ("full_name", "\u200bAna\u00a0\u00a0Costa\ufeff", "Ana Costa"),
        ("full_name", "Jose\u0301", "José"),
        ("email", " ana@example.com ", "ana@example.com"),
        ("email", "ana\u200b@example.com", "ana@example.com"),
        ("email", " ", None),
        ("phone", "", None),
        ("emergency_contact", "Aunt Ida (213) 555-0199", "Aunt Ida (213) 555-0199"),
        (
            "emergency_contact",
            "Ida, +44 20 7946 0958, or Bo 213.555.0142 x2",
            "Ida, +44 20 7946 0958, or Bo 213.555.0142 x2",
        ),
        ("emergency_contact", "Aunt Ida, apartment 12", "Aunt Ida, apartment 12"),
        ("emergency_contact", "Aunt Ida", "Aunt Ida"),
        ("emergency_contact", "", None),
        ("email", "ana+back@mail.example.com", "ana+back@mail.example.com"),
        ("date_of_birth", born("1962", "4", "27"), "1962-04-27"),
        ("date_of_birth", born(" 1962 ", "04", "07"), "1962-04-07"),
        ("date_of_birth", born("2026", "3", "16"), "2026-03-16"),
        ("date_of_birth", born("1962", "April", "27th"), "1962-04-27"),
        ("date_of_birth", born("1962", "abril", "27"), "1962-04-27"),
        ("date_of_birth", born("1962", "Sept.", "1st"), "1962-09-01"),
        ("date_of_birth", born("1962", "ENE", "1º"), "1962-01-01"),
        ("date_of_birth", born("\u200e1962", "4\u00a0", "27"), "1962-04-27"),
        ("date_of_birth", born("1915", "3", "17"), "1915-03-17"),
        ("date_of_birth", born("2024", "2", "29"), "2024-02-29"),
        ("date_of_birth", born("", "", ""), None),
        ("rf_chest", "not_sure", "not_sure"),
        ("rf_chest", "", None),
        ("skin", ["infected", "none"][:1], ["infected"]),
        ("skin", ["shingles", "infected", "shingles"], ["infected", "shingles"]),
        ("skin", [], None),
        ("skin", [""], None),
        ("pain_areas", ["low_back", "neck"], ["neck", "low_back"]),
        ("pain_now", "0", 0),
        ("pain_now", "10", 10),
        ("pain_now", "", None),
        ("pregnancy_weeks", " 43 ", 43),
        ("consent_truth", "on", True),
        ("consent_truth", "", None),
        ("full_name", None, None),
        ("skin", None, None),
    ],
)
def test_what_was_typed_becomes_an_answer(code: str, raw: Raw | None, answer: Answer | None) -> None:
    assert cleaned(code, raw) == answer


@pytest.mark.parametrize(
    ("code", "raw", "sentence"),
    [
        ("date_of_birth", born("", "4", "27"), "Tell us the year, for example 1962."),
        ("date_of_birth", born("1962", "", "27"), "Tell us the month, for example 4 or April."),
        ("date_of_birth", born("1962", "Aprilis", "27"), "Tell us the month, for example 4 or April."),
        ("date_of_birth", born("1962", "Ap", "27"), "Tell us the month, for example 4 or April."),
        ("date_of_birth", born("1962", "4", "twentieth"), "Tell us the day as a number, for example 27."),
        ("date_of_birth", born("26", "4", "27"), "Do you mean 1926 or 2026? Write the year with all four digits."),
        ("date_of_birth", born("15", "4", "27"), "Do you mean 2015? Write the year with all four digits."),
        (
            "date_of_birth",
            born("1962", "27", "4"),
            "There is no month 27. If you wrote the day first: the month is 4, the day is 27.",
        ),
        ("date_of_birth", born("1962", "4", ""), "Tell us the day as a number, for example 27."),
        ("date_of_birth", born("62", "4", "27"), "Do you mean 1962? Write the year with all four digits."),
        ("date_of_birth", born("999", "4", "27"), "Write the year with four digits, for example 1962."),
        ("date_of_birth", born("1000", "4", "27"), "This is more than 110 years ago. Check the year."),
        ("date_of_birth", born("1962", "2", "30"), "This date does not exist. Check the day and the month."),
        ("date_of_birth", born("2025", "2", "29"), "This date does not exist. Check the day and the month."),
        ("date_of_birth", born("1962", "13", "13"), "This date does not exist. Check the day and the month."),
        ("date_of_birth", born("2026", "3", "17"), "This date is in the future. Check the year."),
        ("date_of_birth", born("1915", "3", "16"), "This is more than 110 years ago. Check the year."),
        ("date_of_birth", "1962-04-27", "Tell us the month, the day and the year."),
        ("phone", "555-0100", "Write a phone number with its area code, for example 213-555-0100."),
        ("emergency_contact", "my aunt 555", "Write a phone number with its area code, for example 213-555-0100."),
        ("emergency_contact", "Ida 555-0100", "Write a phone number with its area code, for example 213-555-0100."),
        ("emergency_contact", "Ida 5 5 5.01 00", "Write a phone number with its area code, for example 213-555-0100."),
        ("phone", "12345", "Write a phone number with its area code, for example 213-555-0100."),
        ("phone", "1234567890123456", "Write a phone number with its area code, for example 213-555-0100."),
        ("phone", "call 213-555-0100", "Write a phone number with its area code, for example 213-555-0100."),
        ("email", "ana", "This address looks incomplete. Write it like name@example.com."),
        ("email", "ana@", "This address looks incomplete. Write it like name@example.com."),
        ("email", "ana@localhost", "This address looks incomplete. Write it like name@example.com."),
        ("email", "ana@example..com", "This address looks incomplete. Write it like name@example.com."),
        (
            "email",
            "ana@example.com,zed@b.co",
            "This address looks incomplete. Write it like name@example.com.",
        ),
        ("rf_chest", "perhaps", "Choose one of the answers."),
        ("rf_chest", ["no"], "Choose one of the answers."),
        ("skin", "infected", "Choose from the answers."),
        ("skin", ["itchy"], "Choose from the answers."),
        ("skin", ["none", "infected"], "You chose “none” and something else. Clear one of them."),
        ("pain_now", "11", "Enter a whole number from 0 to 10."),
        ("pain_now", "-1", "Enter a whole number from 0 to 10."),
        ("pain_now", "5.5", "Enter a whole number from 0 to 10."),
        ("pain_now", ["5"], "Enter a whole number from 0 to 10."),
        ("pregnancy_weeks", "0", "Enter a whole number from 1 to 43."),
        ("pregnancy_weeks", "44", "Enter a whole number from 1 to 43."),
        ("pregnancy_weeks", "9" * 5000, "Enter a whole number from 1 to 43."),
        ("consent_truth", "yes", "Tick the box, or leave it empty."),
        ("full_name", "x" * 201, "Shorten this to 200 characters or fewer."),
        ("meds_list", "x" * 4001, "Shorten this to 4000 characters or fewer."),
        ("full_name", ["Ana"], "Write your answer in words."),
    ],
)
def test_what_cannot_be_read_is_a_sentence_that_says_what_to_do(code: str, raw: Raw, sentence: str) -> None:
    error = refused(code, raw)
    assert (error.sentence, str(error)) == (sentence, sentence)


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\x00", "\x1b", "\x85", "\u2028", "\u2029", "\ud800"])
def test_one_line_fields_refuse_control_characters(sign: str) -> None:
    for code in ("full_name", "phone", "email", "skin_area", "signature"):
        sentence = "This has a character we cannot read. Type it again instead of pasting it."
        assert refused(code, f"2135550{sign}100").sentence == sentence


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u2028", "\ud800"])
def test_long_text_keeps_its_lines_and_refuses_other_control_characters(sign: str) -> None:
    assert cleaned("anything_else", "one\ntwo\tthree") == "one\ntwo\tthree"
    assert refused("anything_else", f"one{sign}two").answer == "one two"


def test_the_longest_answer_is_accepted() -> None:
    assert cleaned("full_name", "x" * 200) == "x" * 200
    assert cleaned("meds_list", "x" * 4000) == "x" * 4000


@pytest.mark.parametrize(
    ("question", "longest"),
    [
        (NEW_PATIENT.question("phone"), 40),
        (NEW_PATIENT.question("email"), 254),
        (Question("initials", "Initials?", Kind.TEXT, max_length=3), 3),
    ],
)
def test_every_field_has_its_longest_answer(question: Question, longest: int) -> None:
    with pytest.raises(AnswerError, match=f"Shorten this to {longest} characters or fewer."):
        clean(question, "x" * (longest + 1), on=ON)
    assert question.longest == longest


@pytest.mark.parametrize(
    ("code", "raw", "counts"),
    [
        ("skin", ["none", "infected"], ["none", "infected"]),
        ("skin", ["itchy", "infected"], ["infected"]),
        ("skin", ["itchy"], None),
        ("skin", "infected", None),
        ("meds_list", "Eliquis " + "x" * 5000, "Eliquis " + "x" * 3992),
        ("full_name", "x" * 201, None),
        ("rf_chest", "perhaps", None),
    ],
)
def test_the_readable_part_of_a_wrong_answer_still_counts_for_the_screening(
    code: str, raw: Raw, counts: Answer | None
) -> None:
    assert refused(code, raw).answer == counts


def test_a_sentence_with_numbers_can_be_translated() -> None:
    sentence = refused("full_name", "x" * 201).sentence
    assert sentence.template.format(**sentence.values) == sentence
    assert sentence.values == {"longest": 200}


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_question_can_ask_for_its_answer(kind: Kind) -> None:
    sentence = what_to_do(Question(code="x", wording="X?", kind=kind))
    assert sentence.endswith(".")
    assert "!" not in sentence
