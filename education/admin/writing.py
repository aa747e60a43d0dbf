"""What stands in the form of an article, not saved yet: the document that it would become, and what is wrong."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.forms import BaseForm, BaseFormSet, ModelForm
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from education.documents import HEAD, PARTS, REFERENCE, cited, normal, row_of
from education.models import Article, Reference

type_formsets = Iterable[BaseFormSet[ModelForm[Any]]]


def document_of_form(form: ModelForm[Article], formsets: type_formsets) -> tuple[dict[str, Any], list[str]]:
    """Return the document of what was typed, and as sentences what of it is wrong: a part with a mistake is left out,
    a field of the head with one says what it said before. Writes nothing.
    """
    problems = list(_wrong(form)) if not form.is_valid() else []
    content: dict[str, Any] = {field: getattr(form.instance, field) for field in HEAD if field != "related"}
    content["related"] = [article.key for article in form.cleaned_data.get("related", ())]
    for formset in formsets:
        rows = list(_rows(formset))
        problems += [problem for row in rows for problem in _wrong(row)]
        good = sorted((row.instance for row in rows if not row.errors), key=lambda part: part.position)
        content[str(formset.prefix)] = [row_of(str(formset.prefix), part) for part in good]
    content = {part: [] for part in PARTS} | content
    references = Reference.objects.filter(key__in=cited(content))
    return normal(
        content, {row.key: {field: getattr(row, field) for field in REFERENCE} for row in references}
    ), problems


def _rows(formset: BaseFormSet[ModelForm[Any]]) -> Iterator[ModelForm[Any]]:
    """Yield the rows that somebody wrote and did not take away, each of them judged."""
    for row in formset.forms:
        is_gone = row.is_valid() and row.cleaned_data.get("DELETE")
        if not is_gone and (row.instance.pk or row.has_changed()):
            yield row


def _wrong(form: BaseForm) -> Iterator[str]:
    """Yield each mistake of a form as a sentence that begins with the name of its field."""
    for name, errors in form.errors.items():
        label = capfirst(str(form.fields[name].label or "")) if name in form.fields else ""
        for error in errors:
            yield _("%(field)s: %(problem)s") % {"field": label, "problem": error} if label else str(error)
