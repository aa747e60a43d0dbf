"""By what somebody wants to be reached: asked on their own page and at the desk in the same words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from clinic.accounts.errors import AccountError
from clinic.accounts.models import Patient, User
from clinic.accounts.texting import services
from clinic.accounts.texting.reached import ChosenChannel, NamedAs
from clinic.languages import Language, shipped
from clinic.outbox.texts import is_enabled

ASKS = _(
    "Text me about my visits at the phone number on my record. Message and data rates may apply. "
    "Reply STOP at any time to end texts, HELP for help."
)
# The same where the phone number is asked.
ASKS_HERE = gettext_noop(
    "Text me about my visits at this phone number. Message and data rates may apply. "
    "Reply STOP at any time to end texts, HELP for help."
)


def _name(language: Language) -> str:
    if language.whole:
        return language.name
    words = gettext("%(language)s: warning signs and emergencies. Messages are in English.")
    return words % {"language": language.name}


class MessagesForm(forms.Form):
    """Email, text messages or both, and in which language; the consent to text messages; and how a family's messages
    say for whom they are.
    """

    texts = forms.BooleanField(label=ASKS, required=False)
    channel = forms.ChoiceField(
        label=_("How should we send messages?"), choices=ChosenChannel.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(
        label=_("Which language do you want to read?"),
        choices=lambda: [(language.code, _name(language)) for language in shipped()],
        widget=forms.RadioSelect,
        required=False,
    )
    named_as = forms.ChoiceField(
        label=_("If others use the same email or phone, how do messages say who they are about?"),
        choices=NamedAs.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, patient: Patient) -> None:
        initial = {"texts": bool(patient.text_for_messages), "channel": patient.channel, "named_as": patient.named_as}
        initial["language"] = patient.language
        super().__init__(data, initial=initial)
        self.patient = patient
        if not is_enabled():
            del self.fields["texts"], self.fields["channel"]

    def choose(self, *, how: str, by: User, at: datetime) -> bool:
        """Keep what was chosen; with a refusal, which then stands on the form, nothing was, and the answer is False."""
        chosen = {name: value for name, value in self.cleaned_data.items() if value != ""}
        choice: dict[str, Any] = {"texts": False, "channel": ChosenChannel.EMAIL.value} | chosen
        try:
            services.choose(self.patient, **choice, how=how, by=by, at=at)
        except AccountError as refused:
            self.add_error(None, str(refused))
            return False
        return True
