"""Forms found by a name that is not typed as the form has it: in another order, or with more words than it has."""

from django.db.models import Q

from clinic.accounts.patient_search import CANDIDATES, is_name_of
from clinic.accounts.spelling import words_of
from clinic.prefixes import begins
from intake.record.models import FormIdentity

# A shorter word begins too many names.
_LEAST = 3


def forms_alike(typed: str) -> list[int]:
    """Return the keys of forms whose name can be meant by this one; empty where none can.

    A form's name begins with one of the words that were typed, which its index knows; how alike the rest is decides.
    """
    wanted = Q(pk__in=[])
    for word in {word for word in words_of(typed) if len(word) >= _LEAST}:
        wanted |= begins("folded_name", word)
    rows = FormIdentity.objects.filter(wanted).order_by("-said_at", "-id").values_list("intake", "folded_name")
    return list(dict.fromkeys(form for form, name in rows[:CANDIDATES] if is_name_of(typed, name)))
