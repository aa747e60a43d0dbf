"""`manage.py screen`: strict about what goes in, and nothing printed for any line unless all lines are sound."""

import json
import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from intake.screening import RULESET
from tests.intake.screening.truth.case import HEALTHY

Json = Any


def run(path: Path, *args: str) -> tuple[int, str, str]:
    """The exit code, what was printed, and what was said on stderr."""
    out, err, code = StringIO(), StringIO(), 0
    try:
        call_command("screen", str(path), *args, stdout=out, stderr=err)
    except SystemExit as left:
        code = int(left.code or 0)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "answers.json"


def written(file: Path, *objects: Json) -> Path:
    file.write_text("\n".join(json.dumps(each) for each in objects), encoding="utf-8")
    return file


def one(file: Path, given: Json) -> Json:
    code, out, err = run(written(file, given))
    assert (code, err) == (0, "")
    return json.loads(out)


def refused(file: Path, given: Json) -> list[str]:
    code, out, err = run(written(file, given))
    assert (code, out) == (2, "")
    return err.splitlines()


def test_a_healthy_form_is_clear(file: Path) -> None:
    assert one(file, dict(HEALTHY)) == {"tier": "clear", "ruleset": RULESET, "findings": [], "unanswered": []}


def test_a_finding_carries_its_evidence(file: Path) -> None:
    result = one(file, {**HEALTHY, "meds_list": "Plavix"})
    assert (result["tier"], result["unanswered"]) == ("caution", ["rf_bleeding_now"])
    first = result["findings"][0]
    assert (first["code"], first["tier"], first["because"]) == ("antiplatelet", "caution", {"meds_list": "Plavix"})
    assert [(hit["field"], hit["text"], hit["status"]) for hit in first["matched"]] == [
        ("meds_list", "Plavix", "current")
    ]
    assert first["action"].startswith("Same gentle technique")
    assert first["advice"] == ["Keep taking this pill unless your doctor tells you to stop."]
    assert first["source"].startswith("Hsieh 2023")


@pytest.mark.parametrize("tier", ["clear", "note", "caution", "hold", "emergency"])
def test_any_tier_exits_with_zero(file: Path, tier: str) -> None:
    changes: Json = {
        "clear": {},
        "note": {"implants": ["joint"]},
        "caution": {"conditions": ["lung_disease"]},
        "hold": {"doctor_advised_against": "yes"},
        "emergency": {"rf_chest": "yes"},
    }
    assert one(file, {**HEALTHY, **changes[tier]})["tier"] == tier


def test_an_unfinished_form_is_screened_and_its_gaps_are_listed(file: Path) -> None:
    result = one(file, {"rf_chest": "yes"})
    assert result["tier"] == "emergency"
    assert result["unanswered"][:3] == ["full_name", "date_of_birth", "phone"]
    assert one(file, {})["tier"] == "clear"


def test_an_age_stands_for_the_birth_date(file: Path) -> None:
    result = one(file, {**HEALTHY, "age": 11})
    assert "child_red_flag" in [found["code"] for found in result["findings"]]
    assert next(found for found in result["findings"] if found["code"] == "minor")["because"] == {"age": 11}
    assert "date_of_birth" not in result["unanswered"]


@pytest.mark.parametrize(("on", "minor"), [("2026-03-15", True), ("2026-03-16", False)])
def test_an_envelope_says_the_day(file: Path, on: str, minor: bool) -> None:
    answers = {code: answer for code, answer in HEALTHY.items() if code != "age"} | {"date_of_birth": "2008-03-16"}
    result = one(file, {"questionnaire": "new_patient", "on": on, "answers": answers})
    assert ("minor" in [found["code"] for found in result["findings"]]) is minor


def test_none_and_empty_are_unanswered(file: Path) -> None:
    empty: Json = {
        "rf_chest": None,
        "skin": [],
        "full_name": "",
        "phone": "  ",
        "consent_truth": False,
        "pain_now": None,
    }
    result = one(file, {**HEALTHY, **empty, "consent_truth": False})
    assert result["unanswered"] == ["full_name", "phone", "rf_chest", "pain_now", "skin", "consent_truth"]


def test_none_together_with_others_is_screened(file: Path) -> None:
    result = one(file, {**HEALTHY, "conditions": ["none", "diabetes"]})
    assert [found["code"] for found in result["findings"]] == ["diabetes_neuropathy", "answers_conflict"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"shoe_size": 42}, 'There is no question "shoe_size" in new_patient.'),
        ({"rf_chest": "maybe"}, "rf_chest is one of: no, yes, not_sure."),
        ({"rf_chest": ["yes"]}, "rf_chest is one of: no, yes, not_sure."),
        ({"rf_chest": True}, "rf_chest is one of: no, yes, not_sure."),
        ({"rf_chest": " "}, "rf_chest is one of: no, yes, not_sure."),
        ({"implants": "joint"}, "implants is a list of: none, joint, spine_hardware, breast_cosmetic, other."),
        ({"implants": ["joint", "x"]}, "implants is a list of: none, joint, spine_hardware, breast_cosmetic, other."),
        ({"implants": [1]}, "implants is a list of: none, joint, spine_hardware, breast_cosmetic, other."),
        ({"pregnancy_weeks": 44}, "pregnancy_weeks is a whole number from 1 to 43."),
        ({"pregnancy_weeks": 0}, "pregnancy_weeks is a whole number from 1 to 43."),
        ({"pain_now": 5.0}, "pain_now is a whole number from 0 to 10."),
        ({"pain_now": "5"}, "pain_now is a whole number from 0 to 10."),
        ({"pain_now": False}, "pain_now is a whole number from 0 to 10."),
        ({"consent_truth": "yes"}, "consent_truth is true or false."),
        ({"consent_truth": 1}, "consent_truth is true or false."),
        ({"meds_list": ["aspirin"]}, "meds_list is a text."),
        ({"meds_list": 0}, "meds_list is a text."),
        ({"age": 111}, "age is a whole number from 0 to 110."),
        ({"age": "42"}, "age is a whole number from 0 to 110."),
        ({"age": True}, "age is a whole number from 0 to 110."),
        (
            {"date_of_birth": "27.4.1962"},
            "date_of_birth is a day written YYYY-MM-DD, not in the future and not over 110 years ago.",
        ),
        (
            {"answers": {"date_of_birth": "2026-03-17"}, "on": "2026-03-16"},
            "date_of_birth is a day written YYYY-MM-DD, not in the future and not over 110 years ago.",
        ),
        (
            {"answers": {"date_of_birth": "1984-03-16", "age": 41}, "on": "2026-03-16"},
            "age and date_of_birth do not agree: give one of them.",
        ),
        (
            {"questionnaire": "shoes", "answers": {}},
            "There is no such questionnaire; there is new_patient, visit_update, check_in.",
        ),
        ({"on": "tomorrow", "answers": {}}, '"on" is a day written YYYY-MM-DD.'),
        ({"on": None, "answers": {}}, '"on" is a day written YYYY-MM-DD.'),
        ({"on": "2026-03-16"}, '"answers" is an object of question codes and answers.'),
        ({"answers": []}, '"answers" is an object of question codes and answers.'),
        ({"answers": {}, "patient": 7}, 'There is no place for "patient" beside the answers.'),
        ([], "This is not one JSON object."),
        ("rf_chest", "This is not one JSON object."),
    ],
)
def test_what_is_wrong_is_one_sentence_and_exit_two(file: Path, given: Json, sentence: str) -> None:
    assert refused(file, given) == [sentence]


def test_every_wrong_answer_gets_its_own_sentence(file: Path) -> None:
    assert refused(file, {"rf_chest": "maybe", "pain_now": 11, "shoe_size": 42}) == [
        "rf_chest is one of: no, yes, not_sure.",
        "pain_now is a whole number from 0 to 10.",
        'There is no question "shoe_size" in new_patient.',
    ]


def test_age_and_birth_date_may_agree(file: Path) -> None:
    answers = {**HEALTHY, "date_of_birth": "1984-03-16", "age": 42}
    assert one(file, {"on": "2026-03-16", "answers": answers})["tier"] == "clear"


def test_no_sentence_repeats_what_was_answered(file: Path) -> None:
    sentences = refused(file, {"rf_iv_drugs": "secret-answer", "skin": ["secret-answer"], "pain_now": "secret-answer"})
    assert len(sentences) == 3
    assert "secret-answer" not in " ".join(sentences)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"rf_chest": "no"} {"rf_chest": "no"}',
        '{"pain_now": NaN}',
        "[" * 100_000,
        '{"age": ' + "9" * 5000 + "}",
    ],
)
def test_malformed_json_is_one_sentence(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert run(file) == (2, "", "This is not one JSON object.\n")


def test_an_answer_given_twice_is_refused(file: Path) -> None:
    file.write_text('{"rf_chest": "yes", "rf_chest": "no"}', encoding="utf-8")
    assert run(file) == (2, "", "A key stands twice in one object.\n")


def test_a_file_that_cannot_be_read_is_one_sentence(file: Path) -> None:
    assert run(file) == (2, "", f"Cannot read the file {file}.\n")
    file.write_bytes(b"\xff\xfe{}")
    assert run(file) == (2, "", "This is not UTF-8 text.\n")


def test_a_byte_order_mark_is_passed_over(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(HEALTHY).encode())
    assert run(file)[0] == 0


def test_lines_are_screened_one_by_one(file: Path) -> None:
    healthy, ill = dict(HEALTHY), {**HEALTHY, "rf_chest": "yes"}
    file.write_text(f"{json.dumps(healthy)}\n\n{json.dumps({'answers': ill})}\r\n", encoding="utf-8")
    code, out, err = run(file, "--lines")
    assert (code, err) == (0, "")
    assert [json.loads(line)["tier"] for line in out.splitlines()] == ["clear", "emergency"]


def test_a_line_separator_inside_an_answer_is_no_end_of_line(file: Path) -> None:
    file.write_text('{"anything_else": "one\u2028two"}', encoding="utf-8")
    code, out, _err = run(file, "--lines")
    assert (code, len(out.splitlines())) == (0, 1)


def test_nothing_is_printed_for_any_line_if_one_is_wrong(file: Path) -> None:
    written(file, HEALTHY, {"rf_chest": "maybe", "pain_now": 11}, HEALTHY, "x")
    assert run(file, "--lines") == (
        2,
        "",
        "Line 2: rf_chest is one of: no, yes, not_sure.\n"
        "Line 2: pain_now is a whole number from 0 to 10.\n"
        "Line 4: This is not one JSON object.\n",
    )


def test_no_lines_print_nothing(file: Path) -> None:
    file.write_text("\n", encoding="utf-8")
    assert run(file, "--lines") == (0, "", "")


def test_what_is_printed_can_be_read_by_anything(file: Path) -> None:
    file.write_text('{"meds_list": "와파린 \\ud800 \\u0000"}', encoding="utf-8")
    code, out, _err = run(file)
    assert code == 0
    assert out.isascii()
    assert json.loads(out)["findings"][0]["because"] == {"meds_list": "와파린 \ud800 \x00"}


# as a process of its own


def started(*args: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "screen", *args]
    nowhere = {**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:9/nowhere"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=nowhere, preexec_fn=as_in_a_terminal)


def as_in_a_terminal() -> None:
    """A job in the background of a shell is born deaf to Ctrl-C; the command under test is not to inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_it_reads_standard_input_and_needs_no_database() -> None:
    with started("-") as process:
        out, err = process.communicate(json.dumps({"rf_chest": "yes"}).encode(), timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert json.loads(out)["tier"] == "emergency"


def test_a_closed_pipe_ends_it_quietly(file: Path) -> None:
    with started(str(written(file, *[{"rf_chest": "yes"}] * 2000)), "--lines") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


def test_ctrl_c_ends_it_quietly(file: Path) -> None:
    with started(str(written(file, *[{"rf_chest": "yes"}] * 20_000)), "--lines") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()  # it is at work
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        said = process.stderr.read()
    assert (process.returncode, said) == (130, b"")
