"""The version of the screening, and what it was made of.

The version goes up with every change of a rule, a fact, a question or a word list; it stands in every stored finding.
So that nobody forgets, the digest of all of them stands beside it: `manage.py screening_digest` says when the two have
parted, and what to write here.
"""

from collections.abc import Mapping
from types import MappingProxyType

RULESET = "3.0.7"

DIGESTS: Mapping[str, str] = MappingProxyType(
    {
        "3.0.0": "b2a8c4f75a3c1e44",
        "3.0.1": "7ce54783b3e5d67b",
        "3.0.2": "ffc4727d87ef6aef",
        "3.0.3": "e74914b0e3dcb176",
        "3.0.4": "a560e5cfc4e9eef4",
        "3.0.5": "7c88512222ea2285",
        "3.0.6": "0c03320902abfec8",
        "3.0.7": "ec30fe13dd9f5d34",
    }
)
"""The digest of each version that was in use. The last one is that of the data as it stands."""

SIGNED: frozenset[str] = frozenset()
"""The versions that everybody who must has signed for (docs/clinical.md). Until then the clinical pages say so."""
