"""SQL that is written once and run many times: questions the ORM built, and rows to be inserted.

Building a QuerySet and turning it into SQL takes longer than the database needs to answer most of ours. Where a
question stands in every booking, the ORM writes it the first time with a place for each value (`Later`); from then on
only the values change. The question itself is still a queryset, with everything the ORM checks.
"""

from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connection
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.subqueries import UpdateQuery

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


class Change:
    """An UPDATE, built once: `build` returns which rows, and the new values by field (`Later`)."""

    def __init__(self, build: Callable[[], tuple["QuerySet[Any, Any]", dict[str, Later]]]) -> None:
        self._build = cache(lambda _vendor: self._written(*build()))

    @staticmethod
    def _written(rows: "QuerySet[Any, Any]", values: dict[str, Later]) -> tuple[str, tuple[Any, ...]]:
        query: Any = rows.query.chain(UpdateQuery)
        query.add_update_values(values)
        sql, params = query.get_compiler(connection=connection).as_sql()
        return sql, tuple(params)

    def make(self, **values: Any) -> int:
        """Write these values and return into how many rows: one query."""
        sql, params = self._build(connection.vendor)
        with connection.cursor() as cursor:
            cursor.execute(sql, _in_place(params, values))
            return int(cursor.rowcount)


class Rows(Generic[M]):
    """Rows of one model, inserted as they stand: no signal is sent, and the database still keeps every promise.

    `or_ignore` leaves a row out where one with its unique key stands already; `or_change` writes every other column
    into the one that stands there under this key.
    """

    def __init__(self, model: type[M], *, or_ignore: bool = False, or_change: str = "") -> None:
        self.model, self.or_ignore, self.or_change = model, or_ignore, or_change

    def insert(self, *rows: M) -> None:
        """Insert rows in one query; a row that has no key gets the database's if it is the only one."""
        fields, sql = _insertion(self.model, connection.vendor)
        places = f"({', '.join(['%s'] * len(fields))})"
        values = [field.get_db_prep_save(field.pre_save(row, True), connection) for row in rows for field in fields]
        sql = f"{sql} VALUES {', '.join([places] * len(rows))}"
        key = self.model._meta.auto_field if len(rows) == 1 and not self.or_ignore else None
        ending = f" RETURNING {_quoted(key.column)}" if key else ""
        with connection.cursor() as cursor:
            cursor.execute(sql + self._otherwise(fields) + ending, values)
            if key:
                (rows[0].pk,) = cursor.fetchone()
        for row in rows:
            row._state.adding, row._state.db = False, connection.alias

    def _otherwise(self, fields: "Sequence[Field[Any, Any]]") -> str:
        """What happens to a row whose place is taken."""
        if self.or_ignore:
            return " ON CONFLICT DO NOTHING"
        if not self.or_change:
            return ""
        (key,) = (_quoted(field.column) for field in fields if field.name == self.or_change)
        others = (_quoted(field.column) for field in fields if field.name != self.or_change)
        return f" ON CONFLICT ({key}) DO UPDATE SET {', '.join(f'{name} = EXCLUDED.{name}' for name in others)}"


@cache
def _insertion(model: type[Model], _vendor: str) -> tuple[list["Field[Any, Any]"], str]:
    meta = model._meta
    fields: list[Field[Any, Any]] = [field for field in meta.local_concrete_fields if field is not meta.auto_field]
    columns = ", ".join(_quoted(field.column) for field in fields)
    return fields, f"INSERT INTO {_quoted(meta.db_table)} ({columns})"


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(name or "")
