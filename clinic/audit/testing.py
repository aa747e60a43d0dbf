"""The door for the suite: Django empties every table after a `transaction=True` test, and the book refuses.

Wrap the emptying (TransactionTestCase._fixture_teardown) in `door_open()`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils import timezone

from clinic.audit.models import Pruning


@contextmanager
def door_open() -> Iterator[None]:
    """Let rows of append-only tables be removed while the block runs; refused in production."""
    if settings.PRODUCTION:
        raise RuntimeError("The book's door is opened by prune_audit only.")
    door = Pruning.objects.create(opened_at=timezone.now())
    try:
        yield
    finally:
        Pruning.objects.filter(pk=door.pk).delete()
