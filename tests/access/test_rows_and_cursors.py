"""A form that names a billion rows is refused before it is drawn, and any case may stand behind any list."""

from typing import Any

import pytest
from django.contrib import admin
from django.urls import reverse

from clinic.restricted_admin import MOST_ROWS, CountedRows
from intake.review.admin.queue import TABS
from intake.review.models import Case
from tests.access.house import House, undone

BILLION = "99999999999"
ODD = (BILLION, str(MOST_ROWS + 1), "-1", "abc", "²", "1e9", "", "９")


def admins_with_rows() -> list[Any]:
    return [one for one in admin.site._registry.values() if one.inlines]


def test_every_formset_has_an_end(house: House, rf: Any) -> None:
    request = rf.get("/")
    request.user = house.people["ada"]
    ends = {
        inline.__name__: (inline(one.model, admin.site).get_formset(request).absolute_max, isinstance(one, CountedRows))
        for one in admins_with_rows()
        for inline in one.inlines
    }
    assert len(ends) > 5
    assert {name: end for name, end in ends.items() if end[0] > MOST_ROWS or not end[1]} == {}


@pytest.mark.parametrize("odd", ODD)
def test_a_number_of_rows_that_no_page_has_is_refused(odd: str, house: House) -> None:
    ada, edda = house.client("ada"), house.client("edda")
    pages = [
        (ada, reverse("admin:site_settings_clinicprofile_changelist"), "staffedhours_set"),
        (edda, reverse("admin:education_article_add"), "sections"),
    ]
    for client, path, prefix in pages:
        path = client.get(path, follow=True).request["PATH_INFO"]
        for count in ("TOTAL_FORMS", "INITIAL_FORMS"):
            with undone():
                assert client.post(path, {f"{prefix}-{count}": odd}).status_code == 400, (path, count)


def test_any_case_may_stand_behind_any_tab(house: House) -> None:
    noor, case = house.client("noor"), house.case
    answers = {}
    for state in Case.State.values:
        closed = case.opened_at if state == Case.State.CLOSED else None
        until = case.opened_at.date() if state == Case.State.DELAYED else None
        Case.objects.filter(pk=case.pk).update(state=state, closed_at=closed, delayed_until=until)
        for tab in TABS:
            address = f"{reverse('admin:review_case_changelist')}?tab={tab}&after={case.ref}"
            answers[state, tab] = noor.get(address).status_code
    assert {cell: status for cell, status in answers.items() if status not in {200, 404}} == {}
    assert answers[Case.State.OPEN, "closed"] == 404
    assert answers[Case.State.CLOSED, "closed"] == 200
