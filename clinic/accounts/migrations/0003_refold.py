"""People are found by other words and by any run of digits: what was stored is made anew."""

from typing import Any

from django.db import migrations

from clinic.accounts.refolding import refold_people


def refold(apps: Any, _editor: Any) -> None:
    patient, word, run = (apps.get_model("accounts", name) for name in ("Patient", "NameWord", "PhoneRun"))
    refold_people(patient.objects, word.objects, run.objects)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_names")]

    operations = [migrations.RunPython(refold, migrations.RunPython.noop)]
