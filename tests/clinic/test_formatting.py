"""Dates, times and lengths as people read and type them, in the clinic's zone."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.contrib.admin.utils import display_for_value
from django.template import Context, Template
from django.utils import translation
from django.utils.formats import get_format

from clinic import formatting

TEN = datetime(2026, 3, 5, 18, tzinfo=UTC)  # ten in the morning of a Thursday


def test_a_date_in_words() -> None:
    on = date(2026, 11, 28)
    assert formatting.day(on) == "Sat, Nov 28, 2026"
    assert formatting.short_day(on) == "Sat, Nov 28"
    assert formatting.calendar_date(on) == "Nov 28, 2026"
    assert formatting.date_span(date(2026, 11, 1), on) == "Nov 1, 2026 – Nov 28, 2026"


def test_hours_of_a_day_and_of_every_week() -> None:
    assert formatting.span(TEN, TEN + timedelta(hours=2, minutes=30)) == "10:00 am – 12:30 pm"
    assert formatting.weekly_span(time(0, 5), time(17)) == "12:05 am – 5:00 pm"
    assert formatting.weekly_clock(time(12)) == "12:00 pm"
    assert formatting.weekly_hours("Monday", time(9), time(18)) == "Monday, 9:00 am – 6:00 pm"


def test_pages_that_django_writes_say_am_and_pm_as_the_house_does() -> None:
    assert display_for_value(TEN, "–") == formatting.moment(TEN)
    assert display_for_value(time(15), "–") == formatting.weekly_clock(time(15))


def test_a_visit_in_full_and_in_part() -> None:
    assert formatting.visit(TEN, minutes=45, with_name="Noor Inventada") == (
        "Thu, Mar 5, 2026, 10:00 am, 45 minutes, with Noor Inventada"
    )
    assert formatting.visit_beside(minutes=1, with_name="Noor Inventada") == "1 minute, with Noor Inventada"
    assert formatting.visit_in_short(TEN, with_name="Noor Inventada") == "10:00 am, Noor Inventada"
    assert formatting.zone_name(TEN) == "Los Angeles time (PST)"
    with translation.override("es"):
        assert formatting.zone_name(TEN) == "hora de Los Ángeles (PST)"
        assert formatting.zone_name(TEN, zone=ZoneInfo("Europe/Lisbon")) == "hora de Lisbon (WET)"


def test_a_narrow_column_breaks_between_date_and_time_only() -> None:
    assert formatting.short_moment(TEN).split(" ") == ["Mar\xa05,\xa02026,", "10:00\xa0am"]
    twice = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
    assert formatting.short_moment(twice).split(" ") == ["Nov\xa01,\xa02026,", "1:30\xa0am\xa0PST"]


@pytest.mark.parametrize(
    "typed", ["4/27/1984", "04/27/1984", "1984-04-27", "Apr 27 1984", "Apr 27, 1984", "april 27, 1984", " 4/27/1984 "]
)
def test_a_typed_date_is_read(typed: str) -> None:
    assert formatting.read_date(typed) == date(1984, 4, 27)


@pytest.mark.parametrize("typed", ["", "27/4/1984", "4/27/84", "4/27", "Ana Costa", "1984", "2/30/1984", "7QK2M"])
def test_what_is_no_date_is_read_as_none(typed: str) -> None:
    assert formatting.read_date(typed) is None


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_language_says_how_it_writes_days(language: str) -> None:
    for name in ("DAY_FORMAT", "SHORT_DAY_FORMAT"):
        assert get_format(name, lang=language) != name  # Django gives back the name of a format it does not know


@pytest.mark.parametrize(
    ("value", "name", "words"),
    [
        (datetime(2026, 11, 29, 3, 0, tzinfo=UTC), "day", "Sat, Nov 28, 2026"),
        (datetime(2026, 11, 29, 3, 0, tzinfo=UTC), "short_day", "Sat, Nov 28"),
        (datetime(2026, 11, 29, 3, 0, tzinfo=UTC), "calendar_date", "Nov 28, 2026"),
        (datetime(2026, 11, 29, 3, 0, tzinfo=UTC), "moment", "Sat, Nov 28, 2026, 7:00 pm"),
        (datetime(2026, 11, 29, 3, 0, tzinfo=UTC), "clock", "7:00 pm"),
        (date(2026, 11, 28), "day", "Sat, Nov 28, 2026"),
        (None, "day", ""),
        (None, "short_day", ""),
        (None, "calendar_date", ""),
        (None, "moment", ""),
        (None, "clock", ""),
    ],
)
def test_a_template_says_the_day_it_is_at_the_clinic(value: Any, name: str, words: str) -> None:
    page = Template("{% load formatting %}{{ value|" + name + " }}")
    assert page.render(Context({"value": value})) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2025, 3, 4, 18, 30, tzinfo=UTC), "Tue, Mar 4, 2025, 10:30 am"),
        (datetime(2025, 3, 4, 8, 0, tzinfo=UTC), "Tue, Mar 4, 2025, 12:00 am"),
        (datetime(2025, 3, 4, 7, 59, tzinfo=UTC), "Mon, Mar 3, 2025, 11:59 pm"),
        (datetime(2025, 3, 4, 20, 0, tzinfo=UTC), "Tue, Mar 4, 2025, 12:00 pm"),
        # The clocks go forward at 2 am on 9 March 2025: 1:59 is followed by 3:00.
        (datetime(2025, 3, 9, 9, 59, tzinfo=UTC), "Sun, Mar 9, 2025, 1:59 am"),
        (datetime(2025, 3, 9, 10, 0, tzinfo=UTC), "Sun, Mar 9, 2025, 3:00 am"),
        # They go back at 2 am on 2 November 2025: the hour before comes twice, and says which it is.
        (datetime(2025, 11, 2, 8, 30, tzinfo=UTC), "Sun, Nov 2, 2025, 1:30 am PDT"),
        (datetime(2025, 11, 2, 9, 30, tzinfo=UTC), "Sun, Nov 2, 2025, 1:30 am PST"),
        (datetime(2025, 11, 2, 10, 0, tzinfo=UTC), "Sun, Nov 2, 2025, 2:00 am"),
    ],
)
def test_a_moment_in_the_clinics_zone(at: datetime, words: str) -> None:
    assert formatting.moment(at) == words


@pytest.mark.parametrize(
    ("waited", "words"),
    [
        (timedelta(seconds=-5), "0\N{NO-BREAK SPACE}min"),
        (timedelta(minutes=59, seconds=59), "59\N{NO-BREAK SPACE}min"),
        (timedelta(hours=1), "1\N{NO-BREAK SPACE}h"),
        (timedelta(hours=47, minutes=59), "47\N{NO-BREAK SPACE}h"),
        (timedelta(hours=48), "2\N{NO-BREAK SPACE}days"),
        (timedelta(days=10), "10\N{NO-BREAK SPACE}days"),
    ],
)
def test_a_wait_in_its_largest_unit(waited: timedelta, words: str) -> None:
    assert formatting.waited(waited) == words


@pytest.mark.parametrize("code", ["en", "es"])
def test_a_count_is_grouped_as_its_language_does(code: str) -> None:
    with translation.override(code):
        assert [formatting.count(number) for number in (0, 999, 5567, 1234567)] == ["0", "999", "5,567", "1,234,567"]


def test_a_counted_number_chooses_its_plural_and_is_grouped_in_a_sentence() -> None:
    words = (
        "{% load counted i18n %}"
        "{% blocktranslate count n=n|counted %}{{ n }} text{% plural %}{{ n }} texts{% endblocktranslate %}"
    )
    said = [Template(words).render(Context({"n": n})) for n in (1, 5567)]
    assert said == ["1 text", "5,567 texts"]
    assert Template("{% load counted %}{{ n|counted }}").render(Context({"n": 12345})) == "12,345"
