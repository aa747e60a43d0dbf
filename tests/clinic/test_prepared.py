"""SQL written once: the same answers as the ORM's own, with other values and other lengths each time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import models
from django.db.models import BigAutoField, CharField, DateTimeField

from clinic.accounts.models import Patient, User
from clinic.booking.models import Room
from clinic.prepared import Later, Question, each
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
