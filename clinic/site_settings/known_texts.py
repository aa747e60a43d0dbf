"""Words that many clinics write about themselves, so that the catalogs have them: nobody needs to translate them again.

`own_texts.in_language` looks a text up here when the clinic has no translation of its own for it.
"""

from django.utils.translation import gettext_noop

# What a clinic begins with (the first migration of booking writes them).
VISIT_TYPES = (
    gettext_noop("New consultation"),
    gettext_noop("We talk, examine and plan. No needles on this visit."),
    gettext_noop("Treatment"),
    gettext_noop("A treatment as planned with your practitioner."),
    gettext_noop("Follow-up"),
    gettext_noop("A shorter treatment and a look at how you are."),
    gettext_noop("Phone review"),
    gettext_noop("Your practitioner calls you. You stay at home."),
)
# The federal holidays of the United States (5 U.S.C. 6103), and the day after Thanksgiving.
HOLIDAYS = (
    gettext_noop("New Year’s Day"),
    gettext_noop("Martin Luther King Jr. Day"),
    gettext_noop("Presidents’ Day"),
    gettext_noop("Memorial Day"),
    gettext_noop("Juneteenth"),
    gettext_noop("Independence Day"),
    gettext_noop("Labor Day"),
    gettext_noop("Columbus Day"),
    gettext_noop("Veterans Day"),
    gettext_noop("Thanksgiving"),
    gettext_noop("Day after Thanksgiving"),
    gettext_noop("Christmas Eve"),
    gettext_noop("Christmas Day"),
)
