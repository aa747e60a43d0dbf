"""Codes that fire no more. Old records keep them with their text and tier; the codes are not used again."""

from collections.abc import Mapping
from types import MappingProxyType

from intake.questionnaire.wording import _

RETIRED: Mapping[str, str] = MappingProxyType(
    {
        "skin_noninfected": _("Skin disease, not infected"),
        "needle_anxiety": _("Fear of needles"),
    }
)
"""The names that people read, by code."""
