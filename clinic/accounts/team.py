"""Who treats here, as every public page and the timetable ask it: remembered for some seconds."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.cache import caches
from django.db.models.signals import m2m_changed, post_delete, post_save

from clinic.accounts.models import Portrait, Practitioner, User

_KEY, _SECONDS = "clinic.accounts.team", 5


def practitioners() -> list[Practitioner]:
    """Return the practitioners who treat here, by name. Some seconds old at most; never old where one changed."""
    remembered: list[Practitioner] | None = caches["process"].get(_KEY)
    if remembered is None:
        remembered = _read()
        caches["process"].set(_KEY, remembered, _SECONDS)
    return remembered


def _read() -> list[Practitioner]:
    """From the few who treat to their own users: asked the other way round, every patient's mailbox is read."""
    team = Practitioner.objects.working().select_related("user", "portrait").order_by()
    team = team.defer("portrait__small", "portrait__large")
    return sorted(team, key=lambda practitioner: (practitioner.user.name, practitioner.pk))


def forget(*, instance: User | Practitioner | Portrait | Group, **_said: Any) -> None:
    """A practitioner came, left, has another role or another page; other processes see it within seconds."""
    if not isinstance(instance, User) or instance.is_staff:
        caches["process"].delete(_KEY)


def listen() -> None:
    """Begin to listen; done once, when the apps are ready."""
    for changed in (post_save, post_delete):
        changed.connect(forget, Practitioner)
        changed.connect(forget, Portrait)
        changed.connect(forget, User)
    m2m_changed.connect(forget, User.groups.through)
