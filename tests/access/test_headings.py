"""One h1, no level of heading skipped, a title of its own: test_matrix asks it of every page of every person."""

import re

from django.test import Client
from django.urls import reverse

from tests.access.looking import lost_ways, wrong_headings


def test_a_page_without_order_is_found(client: Client, db: None) -> None:
    text = client.get(reverse("website:privacy")).text

    assert list(wrong_headings(text)) == []
    assert next(wrong_headings(text.replace("<h1", "<h3", 1))) == "0 h1"
    assert list(wrong_headings(text.replace("<h2", "<h4", 1))) == ["h4 right under h1"]
    untitled = re.sub("<title>.*?</title>", "<title> – The clinic</title>", text)
    assert list(wrong_headings(untitled)) == ["no title of its own"]


def test_a_page_of_the_staff_that_leads_nowhere_is_found() -> None:
    day = f'<a href="{reverse("desk:my_day")}">My day</a>'

    assert list(lost_ways("/treatment/register/", day)) == []
    assert list(lost_ways("/treatment/register/", "")) == ["/treatment/register/ has no way to my day"]
    assert list(lost_ways("/articles/", "")) == []
