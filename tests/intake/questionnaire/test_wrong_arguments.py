"""Wrong arguments of the clinical commands: one sentence, exit code 2, nothing printed and no screen of usage."""

from io import StringIO

import pytest
from django.core.management import load_command_class
from django.core.management.base import OutputWrapper

from intake.management.plain_command import sentence


@pytest.mark.parametrize(
    ("command", "arguments", "said"),
    [
        ("questionnaire", [], "needs code"),
        ("questionnaire", ["shoes"], "knows no code 'shoes', only check_in, new_patient, visit_update"),
        ("questionnaire", ["new_patient", "--xml"], "knows no argument --xml"),
        ("clinical_dossier", ["--pdf"], "knows no argument --pdf"),
        ("clinical_dossier", ["all", "of", "it"], "knows no argument all of it"),
        ("alarm_load", [], "needs file"),
        ("screen", [], "needs file"),
        ("screening_digest", ["--verbosity", "loud"], "cannot use -v/--verbosity: invalid int value: 'loud'"),
    ],
)
def test_wrong_arguments_end_with_one_sentence(
    command: str, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = load_command_class("intake", command)
    asked.stderr = OutputWrapper(err := StringIO())
    with pytest.raises(SystemExit) as end:
        asked.run_from_argv(["manage.py", command, *arguments])
    assert (end.value.code, *capsys.readouterr()) == (2, "", "")
    assert err.getvalue() == f"manage.py {command} {said} (manage.py {command} --help tells more).\n"


def test_what_argparse_says_otherwise_is_kept() -> None:
    said = "manage.py screen cannot use these arguments: ambiguous option (manage.py screen --help tells more)."
    assert sentence("screen", "Error: ambiguous option") == said
