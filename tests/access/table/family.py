"""A row of the table: addresses with one rule, and how its cells are read."""

from dataclasses import dataclass

from tests.access.house import GROUPS

DOORS = {
    "sign-in": "/account/sign-in/",
    "door": "/admin/login/",
    "second": "/account/second-factor/again/",
    "landing": "/account/landing/",
    "home": "/",
}


@dataclass(frozen=True)
class Family:
    """Addresses with one rule."""

    what: str
    names: str
    get: str
    post: str


def models(page: str, *names: str) -> str:
    return " ".join(f"admin:{name}_{page}" for name in names)


def cells(row: str) -> dict[str, str]:
    """Read a row: person → answer."""
    found: dict[str, str] = {}
    for word in row.split():
        who, _colon, answer = word.partition(":")
        found |= dict.fromkeys(GROUPS.get(who, (who,)), answer)
    return found


def fits(answer: str, status: int, location: str) -> bool:
    """Say whether a response is the one that a cell allows."""
    if not answer.startswith(">"):
        return status == int(answer)
    path, wanted = location.partition("?")[0], answer[1:]
    if status not in (302, 303):
        return False
    return path == DOORS[wanted] if wanted in DOORS else path.startswith(wanted)
