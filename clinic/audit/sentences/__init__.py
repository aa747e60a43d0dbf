"""The audit log in sentences: one for each deed that is ever recorded, in one catalog.

A room that records a new deed adds its sentence here; a test reads every call of `audit.record` and wants one for it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from clinic.audit.sentences import form_deeds, house_deeds, people_deeds, review_deeds, visit_deeds

if TYPE_CHECKING:
    from clinic.audit.models import Entry

SENTENCES: Mapping[str, Any] = {
    **people_deeds.SENTENCES,
    **form_deeds.SENTENCES,
    **review_deeds.SENTENCES,
    **visit_deeds.SENTENCES,
    **house_deeds.SENTENCES,
}
# What people do who are not signed in; where nobody is named in anything else, the clinic did it by itself.
_BY_STRANGERS = frozenset(
    {
        *("intake.started", "intake.sent", "intake.change_begun", "intake.extras_saved", "intake.mistake"),
        *("intake.tablet_opened", "emergency.raised", "emergency.answer_changed", "texts.started", "texts.stopped"),
    }
)


def sentence_of(entry: "Entry", *, role: str) -> str:
    """Return what a line of the log says: who did what. `role` is the role at the time in words, empty for none."""
    return told(entry.deed, who=_who(entry, role))


def told(deed: str, *, who: str) -> str:
    """Return the sentence of a deed. One of an older release that nobody knows any more is told by its code."""
    sentence = SENTENCES.get(deed)
    words = {"who": who, "code": deed}
    return str(sentence) % words if sentence else _("%(who)s did something: %(code)s.") % words


def anybodys(deed: str) -> str:
    """Return the sentence of a deed as it stands in a list of deeds."""
    return told(deed, who=_("Someone"))


def _who(entry: "Entry", role: str) -> str:
    if entry.by is None:
        return _("Someone who was not signed in") if entry.deed in _BY_STRANGERS else _("The clinic")
    return _("%(name)s (%(role)s)") % {"name": entry.by, "role": role} if role else str(entry.by)
