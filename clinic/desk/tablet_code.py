"""What the desk sees of a tablet it handed over: where it stands, and the code while it works. Never an answer."""

import base64
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.encryption import UnsealError, seal, unseal
from intake.pages.tablet.models import HandOver

SHOWN = "tablet_code"
WAITS, ASKED, OPEN = _("Waiting for the code"), _("Waiting for the birth date"), _("Open on the tablet")


@dataclass(frozen=True)
class TabletState:
    """Where a hand-over stands, in words."""

    handed: HandOver
    how: str  # it ended; empty while it goes on
    word: Any
    when: str

    @property
    def badge(self) -> str:
        if self.how:
            return "done" if self.how == HandOver.Ended.SENT else "plain"
        return "waiting"

    @property
    def goes_on(self) -> bool:
        return not self.how

    @property
    def waits(self) -> bool:
        """The code still works."""
        return self.goes_on and self.handed.used_at is None

    @property
    def did_not_match(self) -> bool:
        return self.how == HandOver.Ended.REFUSED

    @property
    def mark(self) -> str:
        """Changes whenever the page would say something else."""
        return f"{self.handed.pk}-{self.how or self.handed.opened_at or self.handed.used_at or 'code'}"


def state_of(patient: Patient, *, at: datetime) -> TabletState | None:
    """Return where the newest hand-over to a patient stands; nothing if there never was one."""
    handed = HandOver.objects.filter(patient=patient).select_related("made_by").first()
    if handed is None:
        return None
    if how := handed.end_by_now(at):
        ended = HandOver.Ended(how).label
        return TabletState(handed, how, ended, formatting.moment(handed.ended_at or at))
    if handed.used_at is None:
        return TabletState(handed, "", WAITS, formatting.clock(handed.made_at))
    word = OPEN if handed.opened_at else ASKED
    return TabletState(handed, "", word, formatting.clock(handed.opened_at or handed.used_at))


def keep_code(request: HttpRequest, handed: HandOver, code: str) -> None:
    """Keep the code in this session, sealed, so that looking at the page again shows it again."""
    request.session[SHOWN] = base64.b64encode(seal({"hand_over": handed.pk, "code": code})).decode()


def code_of(request: HttpRequest, state: TabletState | None) -> tuple[str, str] | None:
    """Return the code in two groups, to the colleague who made it, while it works; nothing to anybody else."""
    sealed = request.session.get(SHOWN)
    if not sealed or state is None or not state.waits:
        return None
    try:
        payload = unseal(base64.b64decode(sealed))
    except UnsealError:
        return None
    code = str(payload["code"])
    return (code[:3], code[3:]) if payload["hand_over"] == state.handed.pk else None
