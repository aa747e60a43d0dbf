from typing import Any

from django.db import migrations, models

import clinic.encryption
from clinic.audit.keys import ChainKeys
from clinic.audit.triggers import append_only


def begin_under_a_key(apps: Any, _editor: Any) -> None:
    """A book without a row begins under a key; one that has rows gets it by `manage.py audit_key`, after the release:
    the code before this one writes no key.
    """
    keys = ChainKeys().with_a_new_one()
    empty = apps.get_model("audit", "Head").objects.filter(number=0, key="")
    empty.update(key=keys.writes, keys=keys.sealed())


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_vault")]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="key",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name="head",
            name="key",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name="head",
            name="keys",
            field=clinic.encryption.SealedJSONField(editable=False, null=True),
        ),
        migrations.RunPython(begin_under_a_key, migrations.RunPython.noop),
        *append_only("audit_entry"),
    ]
