"""Folding again what forms say of a name, after a change of the folding (clinic.accounts.refolding does people)."""

from typing import Any

from clinic.text import fold

BATCH = 500


def refold_forms(identities: Any) -> int:
    """Fold every name that a form has said; return how many were written anew.

    Only the folded name is kept of what was typed over. Folding it again comes to what folding the name itself does.
    `identities` is the manager of FormIdentity.
    """
    count, last = 0, 0
    while batch := list(identities.filter(pk__gt=last).order_by("pk").only("pk", "folded_name")[:BATCH]):
        last = batch[-1].pk
        changed = [row for row in batch if row.folded_name and row.folded_name != fold(row.folded_name)]
        for row in changed:
            row.folded_name = fold(row.folded_name)
        identities.bulk_update(changed, ["folded_name"])
        count += len(changed)
    return count
