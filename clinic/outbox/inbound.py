"""A text message that came in: STOP, START and HELP are honored, nothing else is read, and its words are not kept."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from clinic.audit.transaction import audited_transaction
from clinic.contact import text_number
from clinic.outbox import reachable
from clinic.outbox.models import InboundText
from clinic.outbox.texts import gsm
from clinic.site_settings import services as site_settings

STOP, START, HELP = "stop", "start", "help"
# What carriers in the United States take for these three (CTIA Messaging Principles 5.1.3), and their Spanish twins.
KEYWORDS = {
    STOP: frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "ALTO", "BAJA"}),
    START: frozenset({"START", "YES", "UNSTOP", "ALTA"}),
    HELP: frozenset({"HELP", "INFO", "AYUDA"}),
}
# Whatever answers us by itself gets one answer an hour.
ONE_REPLY_IN = timedelta(hours=1)


def keyword_of(words: str) -> str:
    """Return which of the three a message is, in capitals or not, with a stop or a sign behind it; empty for none."""
    plain = "".join(sign for sign in words.upper() if sign.isalnum())
    return next((word for word, spellings in KEYWORDS.items() if plain in spellings), "")


@audited_transaction()
def receive(*, provider_ref: str, number: str, words: str, carrier_answers: bool, at: datetime) -> str:
    """Take in a message from a phone; return what to answer, empty for nothing.

    To STOP and START the carrier itself answers, and after STOP nothing of ours may follow. `carrier_answers` says that
    it did so to HELP too. Whoever writes anything else learns that nobody reads here, and where to call.
    """
    sender = text_number(number) or number[:20]
    keyword = keyword_of(words)
    answered = InboundText.objects.filter(number=sender, at__gt=at - ONE_REPLY_IN).exists()
    _row, is_new = InboundText.objects.get_or_create(
        provider_ref=provider_ref[:64], defaults={"number": sender, "keyword": keyword, "at": at}
    )
    if not is_new:
        return ""
    if keyword == STOP:
        reachable.stop(sender, at=at)
    elif keyword == START:
        reachable.start(sender, at=at)
    elif not (carrier_answers or (answered and keyword != HELP)):
        return _help() if keyword == HELP else _nobody_reads()
    return ""


def _help() -> str:
    clinic = site_settings.current()
    words = {"clinic": clinic.name, "phone": clinic.phone, "emergency": clinic.emergency_number}
    if not clinic.phone:
        return gsm.plain(_("%(clinic)s: visit messages. Emergency: %(emergency)s. Reply STOP to end texts.") % words)
    return gsm.plain(
        _("%(clinic)s: visit messages. Call us: %(phone)s. Emergency: %(emergency)s. Reply STOP to end texts.") % words
    )


def _nobody_reads() -> str:
    clinic = site_settings.current()
    words = {"clinic": clinic.name, "phone": clinic.phone, "emergency": clinic.emergency_number}
    if not clinic.phone:
        return gsm.plain(_("%(clinic)s: nobody reads texts here. In an emergency call %(emergency)s.") % words)
    return gsm.plain(
        _("%(clinic)s: nobody reads texts here. Call us: %(phone)s. In an emergency call %(emergency)s.") % words
    )
