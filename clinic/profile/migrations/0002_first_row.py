from typing import Any

from django.db import migrations


def write_the_row(apps: Any, _editor: Any) -> None:
    """The clinic exists from the first day, under a name nobody takes for a real one."""
    apps.get_model("profile", "ClinicProfile").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("profile", "0001_initial")]

    operations = [migrations.RunPython(write_the_row, migrations.RunPython.noop)]
