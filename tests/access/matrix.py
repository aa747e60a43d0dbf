"""The table of access as data, for `manage.py access_matrix`.

manage.py shell -c "from tests.access.matrix import write; write()" writes it anew.
"""

import json
from typing import Any

from clinic.management.commands.access_matrix import MATRIX
from tests.access.addresses import addresses
from tests.access.table import RULES, cells

PEOPLE = {
    "anonymous": "nobody signed in",
    "ana": "a patient; what has an owner is hers",
    "zed": "another patient; what has an owner is not his",
    "rui": "front desk",
    "noor": "practitioner",
    "edda": "editor",
    "ada": "administrator",
    "half": "a practitioner after the password, before the second factor",
    "left": "somebody who was let go while signed in",
}


def matrix() -> dict[str, Any]:
    """Return each person in words, and each address with the answer to each: a status, or > and where it leads."""
    rows = [
        {
            "name": address.name,
            "route": "/" + address.route.replace("^", "").removesuffix("$"),
            "about": RULES[address.name].what,
            "GET": cells(RULES[address.name].get),
            "POST": cells(RULES[address.name].post),
        }
        for address in addresses()
        if address.name in RULES
    ]
    return {"people": PEOPLE, "addresses": rows}


def written() -> str:
    """Return the file: one line an address, so that a change is seen in a difference."""
    whole = matrix()
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in whole["addresses"])
    return f'{{"people": {json.dumps(whole["people"], ensure_ascii=False)},\n"addresses": [\n{rows}\n]}}\n'


def write() -> None:
    """Write the file that the command prints."""
    MATRIX.write_text(written(), encoding="utf-8")
