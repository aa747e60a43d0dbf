"""What a form has gained since somebody answered it: only that is asked again."""

from intake.questionnaire import NEW_PATIENT, Choice, Kind, Question, Questionnaire, Screen, Step
from intake.questionnaire.growth import grown


def under(version: str) -> frozenset[str]:
    return grown(NEW_PATIENT, lambda screen: version)


def test_lists_have_gained_choices_since_the_second_version() -> None:
    lists = {q.code for q in NEW_PATIENT.questions if not q.since and any(choice.since for choice in q.choices)}
    assert under("2.1") == lists >= {"devices", "spine_dx"}


def test_a_form_of_today_has_gained_nothing() -> None:
    assert under(NEW_PATIENT.version) == frozenset()


def test_a_page_that_was_answered_again_is_of_today() -> None:
    of_today = grown(NEW_PATIENT, lambda screen: NEW_PATIENT.version if screen == "history_devices" else "2.1")
    assert of_today == under("2.1") - {"devices"} >= {"spine_dx"}


def test_five_questions_are_new_in_the_third_version() -> None:
    assert {question.code for question in NEW_PATIENT.questions if question.since == "3.0"} == {
        *("organ_pain_checked", "rf_breath_pain", "weak_checked", "needled_recent", "rf_procedure_recent")
    }


def test_a_tenth_revision_is_newer_than_a_ninth() -> None:
    late = Question("late", "Late?", Kind.MANY, (Choice("none", "None"), Choice("x", "X", since="2.10")))
    form = Questionnaire("f", "F", "2.10", (Step("s", "S", (Screen("first", "First", (late,)),)),))
    assert grown(form, lambda _screen: "2.9") == {"late"}
    assert grown(form, lambda _screen: "2.10") == frozenset()


def test_a_question_that_is_new_itself_is_no_list_that_grew() -> None:
    new = Question("new", "New?", Kind.MANY, (Choice("none", "None", since="3.0"),), since="3.0")
    form = Questionnaire("f", "F", "3.0", (Step("s", "S", (Screen("first", "First", (new,)),)),))
    assert grown(form, lambda _screen: "2.1") == frozenset()
