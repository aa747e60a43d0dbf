"""So many of so many people, as a drawing: two kinds of small figures in rows, those concerned first.

Pure numbers and paths: whoever cannot see the drawing reads the same figure in the words below it.
"""

from dataclasses import dataclass

MOST = 1000
_WIDE, _HIGH = 10, 14


@dataclass(frozen=True)
class People:
    """The paths of an icon array: a dot for each head, a line for each body; `on` are the people concerned."""

    width: int
    height: int
    heads_on: str
    bodies_on: str
    heads_off: str
    bodies_off: str


def people(count: int, of: int) -> People:
    """Draw `count` of `of` people. Raises ValueError where the figure is not one of 1 to 1000 people."""
    if not (0 <= count <= of and 1 <= of <= MOST):
        raise ValueError(f"{count} of {of} people cannot be drawn.")
    columns = 10 if of <= 100 else 20 if of <= 400 else 40
    columns = min(columns, of)
    places = [(_WIDE * (n % columns) + _WIDE // 2, _HIGH * (n // columns)) for n in range(of)]
    on, off = places[:count], places[count:]
    return People(
        width=_WIDE * columns,
        height=_HIGH * -(-of // columns),
        heads_on=_heads(on),
        bodies_on=_bodies(on),
        heads_off=_heads(off),
        bodies_off=_bodies(off),
    )


def _heads(places: list[tuple[int, int]]) -> str:
    return "".join(f"M{x} {y + 3}h0" for x, y in places)


def _bodies(places: list[tuple[int, int]]) -> str:
    return "".join(f"M{x} {y + 8}v3" for x, y in places)
