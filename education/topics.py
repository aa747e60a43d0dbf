"""The topics under which articles are found. Slugs stand in addresses and are permanent; titles may change."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

TOPICS: Mapping[str, Any] = {
    "back-pain": _("Back pain"),
    "evidence": _("What the research says"),
    "safety": _("Safety"),
    "pregnancy": _("Pregnancy"),
    "medicines": _("Medicines"),
    "first-visit": _("Your visit"),
    "after-visit": _("After your visit"),
    "emergency": _("When not to wait"),
    "other-care": _("With other care"),
    "choosing": _("Choosing a practitioner"),
    "fear": _("Needles and fear"),
}
