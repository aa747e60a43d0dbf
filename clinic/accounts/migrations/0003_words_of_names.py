"""Give every patient who is there already the words by which they are found."""

from typing import Any

from django.db import migrations

from clinic.accounts.sounds import START, name_words, sound, tail


def keep_words(apps: Any, schema_editor: Any) -> None:
    patients = apps.get_model("accounts", "Patient")
    words = apps.get_model("accounts", "NameWord")
    for patient in patients.objects.order_by("pk").iterator(chunk_size=500):
        patient.phone_tail = tail(patient.phone)
        patient.save(update_fields=["phone_tail"])
        wanted = {(word[:START], sound(word)) for word in name_words(patient.full_name)}
        words.objects.bulk_create(words(patient=patient, start=start, sound=key) for start, key in sorted(wanted))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_finding_people")]

    operations = [migrations.RunPython(keep_words, migrations.RunPython.noop, elidable=True)]
