"""The column of a tier: the database orders it, and what comes back is the tier itself."""

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import connection

from intake.record.models import Intake
from intake.screening import Tier
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def one_of_each() -> dict[Tier, Intake]:
    """A form of every tier, written in an order that is neither theirs nor the alphabet's."""
    written = (Tier.HOLD, Tier.CLEAR, Tier.EMERGENCY, Tier.NOTE, Tier.CAUTION)
    moments = {"version": "1", "started_at": NOW, "saved_at": NOW, "expires_at": NOW}
    return {tier: Intake.objects.create(tier=tier, **moments) for tier in written}


@pytest.mark.usefixtures("one_of_each")
def test_the_database_orders_by_gravity() -> None:
    tiers = list(Intake.objects.order_by("tier").values_list("tier", flat=True))
    assert tiers == [Tier.CLEAR, Tier.NOTE, Tier.CAUTION, Tier.HOLD, Tier.EMERGENCY]


@pytest.mark.usefixtures("one_of_each")
def test_the_database_compares_by_gravity() -> None:
    serious = Intake.objects.filter(tier__gte=Tier.HOLD).order_by("tier")
    assert [form.tier for form in serious] == [Tier.HOLD, Tier.EMERGENCY]
    assert Intake.objects.filter(tier__lt=Tier.CAUTION).count() == 2


@pytest.mark.parametrize(("tier", "rank"), [(Tier.CLEAR, 0), (Tier.HOLD, 3), (Tier.EMERGENCY, 4)])
def test_the_row_holds_the_rank(one_of_each: dict[Tier, Intake], tier: Tier, rank: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tier FROM record_intake WHERE id = %s", [one_of_each[tier].pk])
        assert cursor.fetchone() == (rank,)


def test_a_word_is_a_tier_as_soon_as_it_is_assigned() -> None:
    form = Intake(tier="emergency")  # type: ignore[misc]
    assert form.tier is Tier.EMERGENCY
    with pytest.raises(ValueError, match="grave"):
        form.tier = "grave"  # type: ignore[assignment]


def test_a_dump_holds_the_word_and_loads_again(one_of_each: dict[Tier, Intake]) -> None:
    dump = serializers.serialize("json", [one_of_each[Tier.CAUTION]])
    assert '"tier": "caution"' in dump
    (loaded,) = serializers.deserialize("json", dump)
    assert isinstance(loaded.object, Intake)
    assert loaded.object.tier is Tier.CAUTION


def test_people_read_a_label(one_of_each: dict[Tier, Intake]) -> None:
    labels = {tier: form.get_tier_display() for tier, form in one_of_each.items()}
    assert (labels[Tier.CLEAR], labels[Tier.HOLD]) == ("No flags", "Hold")


def test_a_form_in_the_admin_takes_the_word(one_of_each: dict[Tier, Intake]) -> None:
    column = Intake._meta.get_field("tier")
    assert column.clean("hold", one_of_each[Tier.CLEAR]) is Tier.HOLD
    with pytest.raises((ValidationError, ValueError)):
        column.clean("grave", one_of_each[Tier.CLEAR])
