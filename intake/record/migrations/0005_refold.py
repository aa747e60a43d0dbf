"""Names on forms are folded in another way: what was stored is folded again."""

from typing import Any

from django.db import migrations

from intake.record.refold_names import refold_forms


def refold(apps: Any, _editor: Any) -> None:
    refold_forms(apps.get_model("record", "FormIdentity").objects)


class Migration(migrations.Migration):
    dependencies = [("record", "0004_names")]

    operations = [migrations.RunPython(refold, migrations.RunPython.noop)]
