"""How often the screening speaks over the clinic's own accepted forms: counts only, and no small ones.

What fewer than five people share could point at one of them: it is not shown, nor can it be worked out from the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from intake.questionnaire import NEW_PATIENT
from intake.record.answer_words import rule_name
from intake.record.fields import TIER_LABELS
from intake.record.models import Intake
from intake.review.models import Flag
from intake.screening import Tier
from intake.screening.load import AIMS, FiredCount, Load, OfCode, Share, load

FEWEST = 5


@dataclass(frozen=True)
class AlarmRow:
    """One line: a share in words, empty where it is too small to show."""

    name: str
    tier: str
    share: str = ""
    interval: str = ""
    aim: str = ""
    alone: str = ""


@dataclass(frozen=True)
class AlarmPage:
    """What the page shows; no rows while there are fewer than five forms."""

    people: int
    tiers: Sequence[AlarmRow]
    codes: Sequence[AlarmRow]
    findings: str
    version: str = NEW_PATIENT.version


def page() -> AlarmPage:
    """Count the accepted forms of today's questionnaire; two queries."""
    screening_load = load(_forms())
    if screening_load.people < FEWEST:
        return AlarmPage(people=0, tiers=(), codes=(), findings="")
    low, high = screening_load.findings.interval
    numbers = {"mean": f"{screening_load.findings.mean:.1f}", "low": f"{low:.1f}", "high": f"{high:.1f}"}
    return AlarmPage(
        people=screening_load.people,
        tiers=_tiers(screening_load),
        codes=[_code(row) for row in screening_load.codes if row.fires.count >= FEWEST],
        findings=_("%(mean)s flags per form (%(low)s to %(high)s)") % numbers,
    )


def _forms() -> list[FiredCount]:
    accepted = Intake.objects.filter(questionnaire=NEW_PATIENT.code, version=NEW_PATIENT.version)
    tiers = dict(accepted.exclude(accepted_at=None).values_list("pk", "tier"))
    codes = _newest_flags()
    return [FiredCount(tier, codes.get(pk, {}) if tier > Tier.CLEAR else {}) for pk, tier in tiers.items()]


def _newest_flags() -> Mapping[int, dict[str, Tier]]:
    """The flags of the newest revision of each form that has any."""
    flags = Flag.objects.filter(provisional=False, withdrawn_at=None).order_by("answers__revision")
    newest: dict[int, tuple[int, dict[str, Tier]]] = {}
    for pk, revision, code, tier in flags.values_list("answers__intake_id", "answers__revision", "code", "tier"):
        if newest.get(pk, (0, {}))[0] != revision:
            newest[pk] = (revision, {})
        newest[pk][1][code] = tier
    return {pk: codes for pk, (_revision, codes) in newest.items()}


def _tiers(found: Load) -> list[AlarmRow]:
    hidden = _hidden({tier: share.count for tier, share in found.tiers.items()})
    rows = []
    for tier, share in found.tiers.items():
        aim = _("about %(share)s") % {"share": f"{AIMS[tier]:.0%}"} if tier in AIMS else ""
        name = str(TIER_LABELS[tier])
        rows.append(AlarmRow(name, str(tier), aim=aim) if tier in hidden else _row(name, str(tier), share, aim=aim))
    return rows


def _hidden(counts: Mapping[Tier, int]) -> set[Tier]:
    """The tiers whose count is too small; where that is one alone the next smallest too, or the sum would tell it."""
    small = {tier for tier, count in counts.items() if count < FEWEST}
    if len(small) == 1:
        small.add(min((tier for tier in counts if tier not in small), key=lambda tier: counts[tier]))
    return small


def _code(row: OfCode) -> AlarmRow:
    alone = _percent(row.alone) if row.alone.count >= FEWEST else ""
    return _row(rule_name(row.code), str(row.tier), row.fires, alone=alone)


def _row(name: str, tier: str, share: Share, *, aim: str = "", alone: str = "") -> AlarmRow:
    low, high = share.interval
    words = _("%(low)s to %(high)s") % {"low": f"{low:.0%}", "high": f"{high:.0%}"}
    return AlarmRow(name, tier, _percent(share), words, aim, alone)


def _percent(share: Share) -> str:
    return f"{share.share:.0%}"
