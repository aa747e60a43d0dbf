"""How often the rules speak, over many forms: shares per tier and code, and which codes stand alone at the top.

Counts only. A share comes with its Wilson interval: of forty forms a fifth may as well be a tenth or a third.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median, stdev

from intake.screening.finding import Screening
from intake.screening.tier import Tier

AIMS: Mapping[Tier, float] = {Tier.EMERGENCY: 0.05, Tier.HOLD: 0.20, Tier.CAUTION: 0.45}
"""What a clinic should come to on forms of real patients, about; the rest is a note or clear."""

_Z = 1.959964  # two sides of 95 %


@dataclass(frozen=True, slots=True)
class FiredCount:
    """What the rules found on one form: the tier, and each code with its own tier."""

    tier: Tier
    codes: Mapping[str, Tier]

    @property
    def alone(self) -> str | None:
        """The code that alone gives the form its tier, if one does."""
        top = [code for code, tier in self.codes.items() if tier is self.tier]
        return top[0] if len(top) == 1 else None


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the interval that holds the true share in 95 of 100 such samples."""

    count: int
    of: int

    @property
    def share(self) -> float:
        return self.count / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.count, self.of)


@dataclass(frozen=True, slots=True)
class OfCode:
    """How often one rule fires, and how often it stands alone at the top of a form."""

    code: str
    tier: Tier
    fires: Share
    alone: Share


@dataclass(frozen=True, slots=True)
class PerPerson:
    """Findings a form: the mean with its 95 % interval, the middle one and the most."""

    mean: float
    interval: tuple[float, float]
    middle: float
    most: int


@dataclass(frozen=True, slots=True)
class Load:
    """The whole: tiers from the most serious down, codes by how often they stand alone, then by how often they fire."""

    people: int
    tiers: Mapping[Tier, Share]
    codes: tuple[OfCode, ...]
    findings: PerPerson


def fired(screening: Screening) -> FiredCount:
    """Return what counts of one screening."""
    return FiredCount(screening.tier, {finding.code: finding.tier for finding in screening.findings})


def load(forms: Iterable[FiredCount]) -> Load:
    """Count over all forms."""
    every = list(forms)
    of = len(every)
    tiers = Counter(form.tier for form in every)
    fires = Counter(code for form in every for code in form.codes)
    alone = Counter(form.alone for form in every)
    tier_of = {code: tier for form in every for code, tier in form.codes.items()}
    codes = (OfCode(code, tier_of[code], Share(count, of), Share(alone[code], of)) for code, count in fires.items())
    return Load(
        people=of,
        tiers={tier: Share(tiers[tier], of) for tier in reversed(Tier)},
        codes=tuple(sorted(codes, key=_most_telling_first)),
        findings=_per_person([len(form.codes) for form in every]),
    )


def wilson(count: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927): sound for few forms and for shares near nought."""
    if of == 0:
        return (0.0, 1.0)
    share, spread = count / of, _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return (max(0.0, middle - half), min(1.0, middle + half))


def as_text(what: Load, name_of: Callable[[str], str], *, aims: Mapping[Tier, float] = AIMS) -> str:
    """Return it as lines to read in a terminal. `aims` are for intakes; the later questionnaires have none."""
    return "\n".join(_lines(what, name_of, aims))


def _most_telling_first(row: OfCode) -> tuple[int, int, int, str]:
    return (-row.tier.rank, -row.alone.count, -row.fires.count, row.code)


def _per_person(counts: list[int]) -> PerPerson:
    if not counts:
        return PerPerson(0.0, (0.0, 0.0), 0.0, 0)
    mean = fmean(counts)
    half = _Z * stdev(counts) / sqrt(len(counts)) if len(counts) > 1 else 0.0
    return PerPerson(mean, (max(0.0, mean - half), mean + half), median(counts), max(counts))


def _lines(what: Load, name_of: Callable[[str], str], aims: Mapping[Tier, float]) -> Iterator[str]:
    yield f"{what.people} {'form' if what.people == 1 else 'forms'}"
    yield "\nTier, share and 95 % interval"
    for tier, share in what.tiers.items():
        aim = f"   aim: about {aims[tier]:.0%}" if tier in aims else ""
        yield f"  {tier:<10} {_share(share)}{aim}"
    each = what.findings
    low, high = each.interval
    yield f"\nFindings a form: {each.mean:.2f} ({low:.2f} to {high:.2f}), middle {each.middle:g}, most {each.most}"
    yield "\nRule, how often it fires, and how often it alone gives the form its tier"
    for row in what.codes:
        yield f"  {row.tier:<10} {row.code:<30} {_share(row.fires)}   alone {_share(row.alone)}   {name_of(row.code)}"


def _share(share: Share) -> str:
    low, high = share.interval
    return f"{share.count:>6} {share.share:>6.1%} ({low:.1%} to {high:.1%})"
