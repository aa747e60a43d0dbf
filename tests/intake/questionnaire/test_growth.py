"""What a form has gained since somebody answered it: only that is asked again."""

from intake.questionnaire import NEW_PATIENT, Choice, Kind, Question, Questionnaire, Screen, Step
from intake.questionnaire.growth import grown


def under(version: str) -> frozenset[str]:
    return grown(NEW_PATIENT, lambda screen: version)


def test_two_lists_have_gained_a_choice_since_the_second_version() -> None:
    assert under("2.1") == {"devices", "spine_dx"}


def test_a_form_of_today_has_gained_nothing() -> None:
    assert under(NEW_PATIENT.version) == frozenset()


def test_a_page_that_was_answered_again_is_of_today() -> None:
    assert grown(NEW_PATIENT, lambda screen: "3.0" if screen == "history_devices" else "2.1") == {"spine_dx"}


def test_five_questions_are_new() -> None:
    assert {question.code: question.since for question in NEW_PATIENT.questions if question.since} == dict.fromkeys(
        ("organ_pain_checked", "rf_breath_pain", "weak_checked", "needled_recent", "rf_procedure_recent"), "3.0"
    )


def test_a_tenth_revision_is_newer_than_a_ninth() -> None:
    late = Question("late", "Late?", Kind.MANY, (Choice("none", "None"), Choice("x", "X", since="2.10")))
    form = Questionnaire("f", "F", "2.10", (Step("s", "S", (Screen("first", "First", (late,)),)),))
    assert grown(form, lambda _screen: "2.9") == {"late"}
    assert grown(form, lambda _screen: "2.10") == frozenset()


def test_a_question_that_is_new_itself_is_no_list_that_grew() -> None:
    new = Question("new", "New?", Kind.MANY, (Choice("none", "None", since="3.0"),), since="3.0")
    form = Questionnaire("f", "F", "3.0", (Step("s", "S", (Screen("first", "First", (new,)),)),))
    assert grown(form, lambda _screen: "2.1") == frozenset()
