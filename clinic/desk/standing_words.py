"""The shape of a standing's word (desk.css, components/badge.html). Green is for what a practitioner has read."""

from django.utils.translation import gettext_lazy as _

from intake.review.standing import Standing, Word

NOT_READ_SAY = _("We have your form. A practitioner will read it before we use needles.")
# One reason of "Form missing": the short form before every visit with needles.
UPDATE_DUE = _("Visit update due")
UPDATE_SAY = _("Please answer a few questions before the visit. I can send you the link, or you can do it here.")
# A form is in and nobody has read it: neither green nor a worry.
IN = "in"
BADGES = {
    Word.READY: "done",
    Word.FORM_MISSING: "plain",
    Word.WAITING: "waiting",
    Word.CONSULTATION_ONLY: "waiting",
    Word.CALL: "emergency",
}


def badge_of(standing: Standing) -> str:
    """Return the shape of somebody's word."""
    return IN if standing.word is Word.READY and standing.unread else BADGES[standing.word]


def say_of(standing: Standing) -> str:
    """Return what to say on the phone."""
    if standing.word is Word.READY and standing.unread:
        return str(NOT_READ_SAY)
    return standing.say
