"""Do the keys open what is stored? Asked at every start: a clinic with the wrong keys would seal new answers with a key
that nobody kept, beside old ones that nobody can read.
"""

from collections.abc import Iterator

from django.db import DatabaseError, models
from django.db.models import BinaryField, ExpressionWrapper, F

from clinic.encryption import SealedJSONField, key_fingerprints, opens, sealed_columns


def problems() -> list[str]:
    """Return a sentence if the newest row of a sealed column cannot be opened; nothing where no tables are yet."""
    try:
        closed = [model._meta.db_table for model, field in sealed_columns() if not _is_open(model, field)]
    except DatabaseError:
        return []
    return list(_sentences(closed))


def _is_open(model: type[models.Model], field: SealedJSONField) -> bool:
    """Whether the newest row opens, as far as a key says; what is inside is not looked at."""
    assert model._meta.pk.attname  # noqa: S101  (an invariant of every model; told to the type checker)
    stored = ExpressionWrapper(F(field.name), output_field=BinaryField())
    rows = model._base_manager.filter(**{f"{field.name}__isnull": False}).order_by(F(model._meta.pk.attname).desc())
    newest = rows.annotate(stored_newest=stored).values_list("stored_newest", flat=True)[:1]
    return all(opens(bytes(sealed)) for sealed in newest)


def _sentences(closed: list[str]) -> Iterator[str]:
    if closed:
        yield (
            f"ANSWER_KEYS does not open the newest row of {', '.join(closed)}. The keys here have the fingerprints "
            f"{', '.join(key_fingerprints())}. Add the key that sealed it to ANSWER_KEYS, behind the others; "
            "without it nobody can read these answers again (docs/operations.md, If a key is lost)."
        )
