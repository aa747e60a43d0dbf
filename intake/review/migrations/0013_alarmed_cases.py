"""The queue shows an emergency that is open before one that was closed: each case knows whether it has one."""

from typing import Any

from django.db import migrations, models
from django.db.models import F


def mark_alarmed(apps: Any, schema_editor: Any) -> None:
    cases = apps.get_model("review", "Case").objects
    cases.filter(alerts__closed_at=None, alerts__isnull=False).update(is_alarmed=True)


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0012_decisions"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="case", name="case_queue"),
        migrations.AddField(
            model_name="case",
            name="is_alarmed",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.RunPython(mark_alarmed, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                F("state"),
                F("tier").desc(),
                F("is_alarmed").desc(),
                F("visit_at"),
                F("waiting_since"),
                F("id"),
                name="case_queue",
            ),
        ),
    ]
