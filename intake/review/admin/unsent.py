"""A decision that was typed and not saved, while a note to a colleague was: sealed until the page shows it again."""

from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import QueryDict

from clinic.encryption import UnsealError, seal, unseal

KEPT = "review.unsent"
# What a practitioner types; the rest of the form is the page's own.
_TYPED = ("outcome", "limits", "limit_note", "until", "again", "question", "patient_words", "reason")
# Which answers and decisions the page showed that it was typed on.
_SEEN = ("seen", "known")


def keep(typed: QueryDict, *, ref: str, session: SessionBase) -> None:
    """Keep what was typed of a decision on a case; nothing where nothing was."""
    said = {name: typed.getlist(name) for name in typed if name in _TYPED or name.startswith("flag")}
    said = {name: values for name, values in said.items() if any(value.strip() for value in values)}
    if said:
        seen = {name: typed.getlist(name) for name in _SEEN if name in typed}
        session[KEPT] = seal({"ref": ref, "said": said | seen}).decode("latin-1")


def taken(*, ref: str, session: SessionBase) -> dict[str, Any]:
    """Return what was kept of a decision on this case, each value as a form begins with it, and forget it."""
    kept = session.pop(KEPT, "")
    try:
        found = unseal(str(kept).encode("latin-1")) if kept else {}
    except UnsealError:
        return {}
    if found.get("ref") != ref:
        return {}
    return {name: values if name == "limits" else values[-1] for name, values in found["said"].items()}
