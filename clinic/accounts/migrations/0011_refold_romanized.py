"""People are found by the one spelling of a name that is written in several: what was stored is made anew."""

from typing import Any

from django.db import migrations

from clinic.accounts.refolding import refold_people


def refold(apps: Any, _editor: Any) -> None:
    patient, word, run = (apps.get_model("accounts", name) for name in ("Patient", "NameWord", "PhoneRun"))
    refold_people(patient.objects, word.objects, run.objects)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0010_sign_ins")]

    operations = [migrations.RunPython(refold, migrations.RunPython.noop)]
