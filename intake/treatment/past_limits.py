"""Where a note goes past the limits of the standing: one warning for each limit that it does not keep.

Pure: content, limits and standing in, warnings out. A limit in words, or a code that is not known here, cannot be
checked by a program: it stands above the note with the others, and the practitioner reads it.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.review.models import Decision
from intake.review.standing_value import UPDATE, Standing, Word
from intake.treatment.points import Point
from intake.treatment.vocabulary import Depth, Position, Region, Supervision, Technique

Limit = Decision.Limit
# Our own numbers for "short session, few needles".
SHORT_MINUTES, FEW_NEEDLES = 20, 10

# Reasons of a standing that have a sentence of their own, and an update, which says nothing against needles.
_TOLD_APART = frozenset({"consent", "refer", "alert", "form", UPDATE})

_LIMBS = frozenset({Region.ARM_LEFT, Region.ARM_RIGHT, Region.LEG_LEFT, Region.LEG_RIGHT})
_OVER_LUNGS = frozenset({Region.CHEST, Region.UPPER_BACK, Region.MID_BACK})


class PastLimit(NamedTuple):
    """A limit that a note does not keep, and where."""

    limit: str
    sentence: str


class _Note(NamedTuple):
    """A note's content as the rules read it."""

    regions: frozenset[str]
    lies_in: frozenset[str]
    techniques: frozenset[str]
    depth: str
    position: str
    supervision: str
    needles: int
    minutes: int
    painful: frozenset[str]


def points_of(content: Mapping[str, Any]) -> list[Point]:
    """Return the points of a note's content."""
    return [Point(row["words"], row.get("code", ""), row.get("side", "")) for row in content.get("points", [])]


def touched(content: Mapping[str, Any]) -> frozenset[str]:
    """Return every region that a note needles: those ticked, and those its points lie in."""
    regions = frozenset(content.get("regions", []))
    return regions.union(*(_without_side(point, regions) for point in points_of(content)))


def _without_side(point: Point, ticked: frozenset[str]) -> frozenset[str]:
    """A limb point without a side lies on the side that is ticked, if one is."""
    regions = point.regions & ticked
    return regions if regions and not point.side else point.regions


def against_needles(stands: Standing) -> list[PastLimit]:
    """Return what keeps this person from needles as things stand, each as a warning for a note that has some."""
    waits = bool(set(stands.reasons) - _TOLD_APART)
    found = [
        (stands.is_withdrawn, "consent", _("The patient has withdrawn consent, and this note has needles.")),
        ("refer" in stands.reasons, "refer", _("A practitioner decided: no needles here. This note has needles.")),
        (stands.word is Word.CALL, "call", _("An emergency answer waits for a call, and this note has needles.")),
        (waits, "waits", _("A practitioner has still to decide about needles, and this note has needles.")),
        ("form" in stands.reasons, "form", _("We have no valid form of this patient, and this note has needles.")),
    ]
    return [PastLimit(code, sentence) for holds, code, sentence in found if holds]


def beyond(content: Mapping[str, Any], *, limits: Collection[str], painful: Collection[str] = ()) -> list[PastLimit]:
    """Return a warning for each limit that a note's content goes past. `painful` are the areas of the last form."""
    note = _Note(
        regions=touched(content),
        lies_in=frozenset().union(*(point.lies_in for point in points_of(content))),
        techniques=frozenset(content.get("techniques", [])),
        depth=str(content.get("depth") or ""),
        position=str(content.get("position") or ""),
        supervision=str(content.get("supervision") or ""),
        needles=int(content.get("needles") or 0),
        minutes=int(content.get("minutes") or 0),
        painful=frozenset(painful),
    )
    checks = [(code, *_CHECKS[code]) for code in dict.fromkeys(limits) if code in _CHECKS]
    return [PastLimit(code, str(sentence)) for code, is_past, sentence in checks if is_past(note)]


def _is_short(note: _Note) -> bool:
    return note.minutes <= SHORT_MINUTES and note.needles <= FEW_NEEDLES


_CHECKS: dict[str, tuple[Callable[[_Note], bool], Any]] = {
    Limit.NO_ELECTRO: (
        lambda note: Technique.ELECTRO in note.techniques,
        gettext_lazy("This note has electrical stimulation. The limit says none."),
    ),
    Limit.NO_ABDOMEN: (
        lambda note: Region.ABDOMEN in note.regions or bool(note.lies_in & {"lower", "sacral"}),
        gettext_lazy("This note has the belly or a point over the sacrum. The limit says to avoid them."),
    ),
    Limit.NO_THORAX: (
        lambda note: bool(note.regions & _OVER_LUNGS) and note.depth in ("", Depth.DEEP),
        gettext_lazy("This note has deep needles over the chest or upper back. The limit says none there."),
    ),
    Limit.NO_LOCAL: (
        lambda note: bool(note.regions & note.painful),
        gettext_lazy("This note has needles where it hurts. The limit says to stay away from there."),
    ),
    Limit.NO_LIMB: (
        lambda note: bool(note.regions & _LIMBS),
        gettext_lazy("This note has needles in a limb. Check that it is not the one to keep free."),
    ),
    Limit.SUPERFICIAL: (
        lambda note: note.depth != Depth.SUPERFICIAL,
        gettext_lazy("The limit says superficial needles only. This note says another depth."),
    ),
    Limit.NO_PRONE: (
        lambda note: note.position == Position.PRONE,
        gettext_lazy("The patient lay face down. The limit says not to."),
    ),
    Limit.NO_HEAT: (
        lambda note: Technique.HEAT in note.techniques,
        gettext_lazy("This note has heat or moxa. The limit says none."),
    ),
    Limit.SHORT: (
        lambda note: not _is_short(note),
        gettext_lazy("The limit says a short session with few needles: up to 20 minutes and 10 needles."),
    ),
    Limit.NOT_ALONE: (
        lambda note: note.supervision != Supervision.STAYED,
        gettext_lazy("The limit says never left alone. This note does not say that someone stayed."),
    ),
}

# The areas that the check-in asks about (intake.questionnaire.visit_record), for each region.
_AREAS = {
    Region.HEAD_EAR: "head_ear",
    Region.NECK: "neck_shoulder",
    Region.UPPER_BACK: "chest_upper_back",
    Region.MID_BACK: "chest_upper_back",
    Region.LOW_BACK: "low_back",
    Region.BUTTOCK_HIP: "low_back",
    Region.CHEST: "chest_upper_back",
    Region.ABDOMEN: "abdomen_flank",
    Region.ARM_LEFT: "limbs",
    Region.ARM_RIGHT: "limbs",
    Region.LEG_LEFT: "limbs",
    Region.LEG_RIGHT: "limbs",
}


def areas_of(content: Mapping[str, Any]) -> list[str] | None:
    """Return where the needles were, as the question `visit_areas` has it; nothing where none were used.

    None where a note names its points in words alone: nobody knows where those lie.
    """
    if Technique.NO_NEEDLES in content.get("techniques", []):
        return []
    in_words = any(not point.lies_in for point in points_of(content))
    if in_words and not content.get("regions"):
        return None
    return sorted({_AREAS[Region(region)] for region in touched(content)})
