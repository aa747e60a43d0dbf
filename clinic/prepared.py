"""SQL that is written once and run many times: questions the ORM built.

Building a QuerySet and turning it into SQL takes longer than the database needs to answer most of ours. Where a
question stands in every booking, the ORM writes it the first time with a place for each value (`Later`); from then on
only the values change. The question itself is still a queryset, with everything the ORM checks.
"""

from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)


class Later(Expression):
    """The place of a value that is known when the question is asked."""

    def __init__(self, name: str, field: "Field[Any, Any]", number: int | None = None) -> None:
        super().__init__(output_field=field)
        self.name, self.number = name, number

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple["Later"]]:  # type: ignore[override]  # a value comes later
        return "%s", (self,)

    def value_of(self, values: dict[str, Any]) -> Any:
        """Return the value for this place as the database takes it."""
        found = values[self.name] if self.number is None else values[self.name][self.number]
        return self.output_field.get_db_prep_value(found, connection)


def each(name: str, field: "Field[Any, Any]", count: int) -> list[Any]:
    """Return places for a list of values."""
    return [Later(name, field, number) for number in range(count)]


class _Written(NamedTuple):
    """SQL, what stands in its places, and how a column of what comes back becomes a value of Python."""

    sql: str
    params: tuple[Any, ...]
    converters: list[tuple[int, list[Callable[..., Any]], Any]]

    def as_python(self, rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        found = []
        for row in map(list, rows):
            for at, converters, column in self.converters:
                for convert in converters:
                    row[at] = convert(row[at], column, connection)
            found.append(tuple(row))
        return found


def _in_place(params: Sequence[Any], values: dict[str, Any]) -> list[Any]:
    return [one.value_of(values) if isinstance(one, Later) else one for one in params]


class Question:
    """A queryset of plain rows (`values_list`), built once for each database and each length of its lists.

    `build` is given how many values each list will have, by name, and puts `each(name, field, count)` in their place.
    Lists are filled up to a power of two with their last value, so that few lengths are ever built.
    """

    def __init__(self, build: Callable[..., "QuerySet[Any, Any]"]) -> None:
        self._build = cache(lambda _vendor, sizes: self._written(build(**dict(sizes))))

    @staticmethod
    def _written(question: "QuerySet[Any, Any]") -> _Written:
        compiler: Any = question.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        converters = compiler.get_converters([column for column, *_names in compiler.select])
        return _Written(sql, tuple(params), [(at, *how) for at, how in converters.items()])

    def ask(self, **values: Any) -> Sequence[tuple[Any, ...]]:
        """Return the rows for these values: one query. A list must hold at least one value."""
        lists = {name: _filled(value) for name, value in values.items() if isinstance(value, list | tuple | set)}
        sizes = tuple((name, len(found)) for name, found in lists.items())
        written = self._build(connection.vendor, sizes)
        with connection.cursor() as cursor:
            cursor.execute(written.sql, _in_place(written.params, values | lists))
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return written.as_python(rows) if written.converters else rows

    def records(self, model: type[M], **values: Any) -> list[M]:
        """Return the rows as records; the question asks for every column of the model (`values_list()`)."""
        names = [field.attname for field in model._meta.concrete_fields]
        return [model.from_db(connection.alias, names, row) for row in self.ask(**values)]


def _filled(values: Collection[Any]) -> Sequence[Any]:
    found = list(values)
    return found + found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found))
