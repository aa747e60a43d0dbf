"""The page of alerts: who was told of each, when, by which channel and with what result, and who took it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import formatting
from clinic.outbox import letters, reachable
from clinic.outbox.models import Letter
from intake.review.models import Alert, AlertTold

SHOWN_FOR = timedelta(days=30)
MOST = 100
_CHANNELS = {
    Letter.Channel.EMAIL: gettext_lazy("email"),
    Letter.Channel.TEXT: gettext_lazy("text message"),
    Letter.Channel.CALL: gettext_lazy("call"),
}


@dataclass(frozen=True)
class ToldWay:
    """One channel, and what came of it."""

    channel: str
    result: str
    failed: bool


@dataclass(frozen=True)
class Telling:
    """One person who was told."""

    name: str
    when: str
    ways: list[ToldWay]


@dataclass(frozen=True)
class AlertRow:
    """An alert with everybody who was told of it."""

    alert: Alert
    when: str
    tellings: list[Telling]
    taken: str


def rows(*, at: datetime) -> list[AlertRow]:
    """Return the open alerts and those of the last 30 days, the open ones first, the newest first. Three queries."""
    recent = Alert.objects.filter(Q(closed_at=None) | Q(raised_at__gte=at - SHOWN_FOR))
    alerts = list(
        recent.select_related("case", "intake__patient", "acknowledged_by")
        .prefetch_related("tellings__to")
        .order_by("-raised_at")[:MOST]
    )
    ordered = sorted(alerts, key=lambda alert: alert.closed_at is not None)
    letters_by_deed = _letters_of(telling for alert in ordered for telling in alert.tellings.all())
    return [_row(alert, letters_by_deed) for alert in ordered]


def _row(alert: Alert, found: dict[str, list[Letter]]) -> AlertRow:
    return AlertRow(
        alert=alert,
        when=formatting.moment(alert.raised_at),
        tellings=[
            Telling(
                str(telling.to),
                formatting.short_moment(telling.at),
                [_way(letter) for letter in found.get(telling.deed, [])],
            )
            for telling in alert.tellings.all()
        ],
        taken=_taken(alert),
    )


def _taken(alert: Alert) -> str:
    if alert.acknowledged_by is None or alert.acknowledged_at is None:
        return ""
    words = {"name": alert.acknowledged_by, "when": formatting.short_moment(alert.acknowledged_at)}
    return _("%(name)s took it, %(when)s") % words


def _letters_of(tellings: Iterable[AlertTold]) -> dict[str, list[Letter]]:
    keys = {key for telling in tellings for key in letters.keys_of(telling.deed)}
    letters_by_deed: dict[str, list[Letter]] = {}
    for letter in Letter.objects.filter(key__in=keys).defer("sealed", "rendered").order_by("pk") if keys else ():
        letters_by_deed.setdefault(letters.deed_of(letter), []).append(letter)
    return letters_by_deed


def _way(letter: Letter) -> ToldWay:
    failed = letter.state in (Letter.State.DEAD, Letter.State.EXPIRED) or letter.trouble == reachable.STOPPED
    return ToldWay(str(_CHANNELS[Letter.Channel(letter.channel)]), result_of(letter), failed)


def result_of(letter: Letter) -> str:
    """Return what came of a letter, in words."""
    if letter.delivered_at:
        return _("delivered %(when)s") % {"when": formatting.short_moment(letter.delivered_at)}
    if letter.trouble == reachable.STOPPED:
        return _("not sent: texts were stopped from this phone")
    match letter.state:
        case Letter.State.SENT if letter.finished_at:
            return _("sent %(when)s") % {"when": formatting.short_moment(letter.finished_at)}
        case Letter.State.DUE:
            return _("trying again") if letter.tries else _("on its way")
        case Letter.State.SKIPPED:
            return _("no longer needed")
        case _:
            return _("not delivered")
