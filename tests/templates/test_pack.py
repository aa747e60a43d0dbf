"""Ordinary forms through our crispy pack: summary, hint above the input, error beside it, fieldset and legend."""

import re
from typing import Any

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from crispy_forms.templatetags.crispy_forms_filters import as_crispy_form
from django import forms
from django.template import Context, Template


class Decision(forms.Form):
    """One field of each kind."""

    email = forms.EmailField(label="Email", help_text="We send a code there.")
    outcome = forms.ChoiceField(
        label="Outcome", choices=[("clear", "Clear"), ("refer", "Refer")], widget=forms.RadioSelect
    )
    limits = forms.MultipleChoiceField(
        label="Limits", choices=[("electro", "No current")], required=False, widget=forms.CheckboxSelectMultiple
    )
    sure = forms.BooleanField(label="I have read all of it")
    secret = forms.CharField(widget=forms.HiddenInput, required=False, initial="kept")

    def clean(self) -> dict[str, Any]:
        raise forms.ValidationError("Somebody else has just decided.")


@pytest.fixture
def empty() -> str:
    return str(as_crispy_form(Decision()))


@pytest.fixture
def wrong() -> str:
    return str(as_crispy_form(Decision({"email": "nobody", "secret": "kept"})))


def test_a_form_that_was_not_sent_complains_of_nothing(empty: str) -> None:
    assert "error" not in empty
    assert "aria-invalid" not in empty


def test_hints_stand_above_the_input_and_are_tied_to_it(empty: str) -> None:
    assert empty.index('id="id_email_helptext"') < empty.index('<input type="email"')
    assert 'aria-describedby="id_email_helptext"' in empty


def test_groups_are_fieldsets_and_a_single_tick_is_a_row(empty: str) -> None:
    assert re.findall(r"<legend>([^<]+?)\s*<", empty) == ["Outcome", "Limits"]
    assert empty.count('<label class="choice"') == 2 + 1 + 1
    assert empty.count("(optional)") == 1
    assert empty.count('type="hidden"') == 1


def test_the_summary_names_every_error_and_links_to_its_field(wrong: str) -> None:
    summary = wrong[: wrong.index('<div id="div_')]
    ids = re.findall(r'\bid="([^"]+)"', wrong)

    assert 'role="alert" tabindex="-1" data-focus' in summary
    assert "Somebody else has just decided." in summary
    links = re.findall(r'href="#([^"]+)"', summary)
    assert links == ["id_email", "id_outcome_0", "id_sure"]
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids))


def test_an_error_is_said_beside_its_field_and_tied_to_it(wrong: str) -> None:
    assert wrong.count(">Error: </span>") == 3
    assert 'aria-describedby="id_email_helptext id_email_error"' in wrong
    assert 'aria-invalid="true"' in wrong


def test_the_tag_makes_the_form_with_its_token_and_button() -> None:
    form = Decision()
    form.helper = FormHelper(form)  # type: ignore[attr-defined]  # where crispy looks for it
    form.helper.add_input(Submit("send", "Save the decision"))  # type: ignore[attr-defined]
    page = Template("{% load crispy_forms_tags %}{% crispy form %}").render(
        Context({"form": form, "csrf_token": "t0ken"})
    )

    assert re.search(r'<form class="form"\s+method="post"\s+novalidate>', page)
    assert 'name="csrfmiddlewaretoken" value="t0ken"' in page
    assert re.search(
        r'<button type="submit" name="send" value="Save the decision"[^>]*>Save the decision</button>', page
    )
    assert page.count("<form") == page.count("</form>") == 1
