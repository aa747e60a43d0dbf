"""What patients tell us."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "intake.phoned": _("%(who)s filled in a form with a patient on the phone."),
    "intake.started": _("%(who)s began a form."),
    "intake.email_confirmed": _("%(who)s confirmed a form by code."),
    "intake.sent": _("%(who)s sent a form."),
    "intake.accepted": _("%(who)s accepted a form into a patient’s record."),
    "intake.change_begun": _("%(who)s began to change a sent form."),
    "intake.change_dropped": _("%(who)s dropped a change of a sent form."),
    "intake.change_expired": _("%(who)s dropped a change that nobody finished."),
    "form.erased": _("%(who)s erased a sent form that never became part of a record."),
    "intake.expired": _("%(who)s emptied a form that was not sent in time."),
    "intake.extras_saved": _("%(who)s added optional answers to a sent form."),
    "intake.question_answered": _("%(who)s answered a practitioner’s question."),
    "intake.mistake": _("%(who)s said that an emergency answer was a mistake."),
    "intake.language_chosen": _("%(who)s chose the language of a form."),
    "intake.handed_over": _("%(who)s made a code to open a form on a tablet."),
    "intake.tablet_opened": _("%(who)s opened a form on a tablet."),
    "intake.tablet_ended": _("%(who)s ended a form on a tablet."),
    "forms.searched": _("%(who)s searched the list of forms."),
    "consent.given": _("%(who)s wrote down that a patient agrees to needles again."),
    "consent.withdrawn": _("%(who)s wrote down that a patient takes the consent to needles back."),
    "outcomes.read": _("%(who)s read a patient’s pain over time."),
    "outcomes.asked": _("%(who)s turned the questions on pain over time on."),
    "outcomes.stopped": _("%(who)s turned the questions on pain over time off."),
}
