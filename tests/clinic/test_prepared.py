"""SQL written once: the same answers as the ORM's own, with other values and other lengths each time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, models, transaction
from django.db.models import BigAutoField, CharField, DateTimeField

from clinic.accounts.models import Patient, User
from clinic.booking.models import Block, Room
from clinic.post.models import Letter
from clinic.prepared import Change, Later, Question, Rows, each
from tests.support.cast import make_mailbox
from tests.support.queries import Queries

AT = datetime(2026, 3, 3, 18, 30, tzinfo=UTC)


@pytest.fixture
def rooms(db: None) -> list[Room]:
    return [Room.objects.create(name=f"Room {number}", position=number) for number in range(1, 8)]


def _rooms_called(keys: int) -> "models.QuerySet[Room, tuple[str]]":
    return Room.objects.filter(pk__in=each("keys", BigAutoField(), keys)).order_by("position").values_list("name")


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7])
def test_a_list_may_have_any_length(rooms: list[Room], queries: Queries, count: int) -> None:
    question = Question(_rooms_called)
    for chosen in (rooms[:count], rooms[-count:]):
        with queries(1):
            found = question.ask(keys=[room.pk for room in chosen])
        assert [name for (name,) in found] == [room.name for room in chosen]


def test_it_is_built_once_for_each_power_of_two(rooms: list[Room]) -> None:
    built = []

    def build(keys: int) -> "models.QuerySet[Room, tuple[str]]":
        built.append(keys)
        return _rooms_called(keys)

    question = Question(build)
    for count in (1, 2, 3, 4, 3, 2, 1, 5, 7):
        question.ask(keys=[room.pk for room in rooms[:count]])
    assert built == [1, 2, 4, 8]


def test_values_come_back_as_python_has_them(db: None) -> None:
    """SQLite keeps moments as text and yes as 1: the same values come out as from the ORM."""

    def since() -> "models.QuerySet[Patient, tuple[object, ...]]":
        made = Patient.objects.filter(created_at__gte=Later("since", DateTimeField())).order_by("created_at")
        late = models.Exists(Patient.objects.filter(pk=models.OuterRef("pk"), created_at__gt=AT))
        return made.annotate(late=late).values_list("full_name", "date_of_birth", "created_at", "late")

    for hours in range(3):
        made = AT + timedelta(hours=hours)
        user = make_mailbox(f"p{hours}@example.com")
        Patient.objects.create(user=user, full_name=f"Pat {hours}", date_of_birth=AT.date(), created_at=made)
    question = Question(since)
    expected = [(f"Pat {n}", AT.date(), AT + timedelta(hours=n), n > 0) for n in range(3)]
    assert list(question.ask(since=AT)) == expected
    assert list(question.ask(since=AT + timedelta(hours=1))) == expected[1:]


def test_a_value_is_never_part_of_the_sql(rooms: list[Room]) -> None:
    def called() -> "models.QuerySet[Room, tuple[str]]":
        return Room.objects.filter(name=Later("name", CharField())).values_list("name")

    question = Question(called)
    assert list(question.ask(name="Room 1' OR '1'='1")) == []
    assert list(question.ask(name="Room 1")) == [("Room 1",)]


def test_records_are_what_the_orm_would_have_made(db: None) -> None:
    user = make_mailbox("ana@example.com")
    made = Patient.objects.create(user=user, full_name="Ana Invented", date_of_birth=AT.date(), created_at=AT)

    def mine() -> "models.QuerySet[Patient, tuple[object, ...]]":
        return Patient.objects.filter(user=Later("user", User._meta.pk)).values_list()

    (found,) = Question(mine).records(Patient, user=user.pk)
    assert found == made
    assert vars(found).keys() == vars(Patient.objects.get(pk=made.pk)).keys()
    assert (found.date_of_birth, found.created_at) == (made.date_of_birth, made.created_at)
    found.full_name = "Ana Changed"
    found.save()
    assert Patient.objects.get().full_name == "Ana Changed"


def test_a_row_that_is_inserted_gets_its_key_and_can_be_changed(db: None) -> None:
    room = Room(name="Room 9", position=9)
    Rows(Room).insert(room)
    assert Room.objects.get() == room
    room.position = 1
    room.save()
    assert Room.objects.get().position == 1


def test_many_rows_are_one_query(db: None, queries: Queries) -> None:
    rows = [Group(name=f"group {number}") for number in range(5)]
    with queries(1):
        Rows(Group).insert(*rows)
    assert Group.objects.filter(name__startswith="group ").count() == 5


def test_the_databases_promises_hold(rooms: list[Room], ana: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Rows(Room).insert(Room(name="Room 1", position=1))
    empty = Block(room=rooms[0], starts_at=AT, ends_at=AT, made_at=AT, made_by=ana)
    with pytest.raises(IntegrityError), transaction.atomic():
        Rows(Block).insert(empty)


def test_a_row_whose_place_is_taken_is_left_out_or_changes_the_one_there(db: None) -> None:
    told = {"kind": "test", "key": "visit:1", "to": "ana@example.com", "written_at": AT, "due": AT}
    Rows(Letter).insert(Letter(ref="BCDFGHJKLMNPQRST", **told))
    Rows(Letter, or_ignore=True).insert(Letter(ref="BCDFGHJKLMNPQRSV", **told | {"to": "zed@example.com"}))
    assert list(Letter.objects.values_list("ref", "to")) == [("BCDFGHJKLMNPQRST", "ana@example.com")]
    Rows(Room, or_change="name").insert(Room(name="Room 1", position=1))
    Rows(Room, or_change="name").insert(Room(name="Room 1", position=5))
    assert list(Room.objects.values_list("name", "position")) == [("Room 1", 5)]


def test_a_change_touches_only_its_rows(rooms: list[Room], queries: Queries) -> None:
    def moved() -> tuple["models.QuerySet[Room]", dict[str, Later]]:
        room = Room.objects.filter(pk=Later("room", BigAutoField()))
        return room, {"position": Later("position", models.PositiveSmallIntegerField())}

    change = Change(moved)
    for room, position in ((rooms[0], 20), (rooms[1], 30)):
        with queries(1):
            change.make(room=room.pk, position=position)
    assert list(Room.objects.order_by("name").values_list("position", flat=True)) == [20, 30, 3, 4, 5, 6, 7]
