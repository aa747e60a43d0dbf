"""How the clinic is served: connections are kept, and what was loaded is not searched for rubbish again and again."""

import gc

from django.conf import settings

from clinic import server


def test_connections_to_the_database_are_kept_and_looked_at_before_use() -> None:
    database = settings.DATABASES["default"]
    assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"]) == (60, True)


def test_a_worker_puts_what_it_has_loaded_aside() -> None:
    before = gc.get_freeze_count()
    try:
        server.post_worker_init(None)
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
