"""A text message that came in: STOP, START and HELP are honored, nothing else is read, and its words are not kept."""

import unicodedata
from datetime import datetime, timedelta

from django.utils import translation
from django.utils.translation import gettext as _

from clinic.audit.transaction import audited_transaction
from clinic.characters import fold
from clinic.contact import text_number
from clinic.languages import SOURCE
from clinic.outbox import reachable
from clinic.outbox.models import InboundText
from clinic.outbox.texts import gsm
from clinic.site_settings import services as site_settings

STOP, START, HELP = "stop", "start", "help"
# What carriers in the United States take for a stop by themselves and answer (CTIA Messaging Principles 5.1.3).
_CARRIERS_STOPS = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
_SPANISH = frozenset({"ALTO", "BAJA", "PARAR", "PARE", "DETENER", "NOMAS", "ALTA", "AYUDA"})
KEYWORDS = {
    STOP: _CARRIERS_STOPS | {"NOMORE"} | (_SPANISH - {"ALTA", "AYUDA"}),
    START: frozenset({"START", "YES", "UNSTOP", "ALTA"}),
    HELP: frozenset({"HELP", "INFO", "AYUDA"}),
}
# A stop in other words counts as well, where anybody would understand it so (47 CFR 64.1200(a)(10)): what may stand
# around the word. Who writes "cancel please" means a visit: these two words stop only when they stand alone.
_ONLY_ALONE = frozenset({"CANCEL", "END"})
_AROUND_A_STOP = frozenset(
    {
        *("PLEASE", "NOW", "THE", "THESE", "THIS", "ALL", "ME", "TO", "FROM", "YOU"),
        *("SEND", "SENDING", "TEXT", "TEXTS", "TEXTING", "MESSAGE", "MESSAGES", "MESSAGING", "THANKS"),
        *("PLS", "PLZ", "THANK", "IT", "NUMBER"),
        *("POR", "FAVOR", "YA", "DE", "LOS", "LAS", "ESTOS", "MENSAJE"),
        *("MENSAJES", "TEXTO", "TEXTOS", "ENVIAR", "ENVIARME", "MANDAR", "MANDARME", "GRACIAS"),
    }
)
# Whatever answers us by itself gets one answer an hour.
ONE_REPLY_IN = timedelta(hours=1)


def keyword_of(words: str) -> str:
    """Return which of the three a message is, in capitals or not, with a stop or a sign behind it; empty for none."""
    return next((word for word, spellings in KEYWORDS.items() if _spelling(words) in spellings), "")


def _spelling(words: str) -> str:
    """Return a message as a keyword is compared, without what stands politely around a stop: "Stop texting me" is STOP,
    "no más mensajes" NOMAS.
    """
    # A picture has a name in letters, which nobody typed: "Stop 🙏" is STOP.
    written = "".join(" " if unicodedata.category(sign) in {"So", "Sk"} else sign for sign in words)
    typed = fold(written).upper().split()
    core = "".join(dict.fromkeys(word for word in typed if word not in _AROUND_A_STOP))
    return core if core in KEYWORDS[STOP] - _ONLY_ALONE else "".join(typed)


@audited_transaction()
def receive(*, provider_ref: str, number: str, words: str, carrier_answers: bool, at: datetime) -> str:
    """Take in a message from a phone; return what to answer, empty for nothing.

    To STOP and START the carrier itself answers, and after STOP nothing of ours may follow; a stop that it does not
    know is confirmed once, as the law allows (47 CFR 64.1200(a)(12)). `carrier_answers` says that it answered this one.
    Whoever writes anything else learns that nobody reads here, and where to call.
    """
    sender = text_number(number) or number[:20]
    keyword = keyword_of(words)
    lately = InboundText.objects.filter(number=sender, at__gt=at - ONE_REPLY_IN)
    newest = lately.order_by("-pk").values_list("keyword", flat=True).first()
    answered = newest not in (None, STOP, START)  # to those two nothing of ours was said
    _row, is_new = InboundText.objects.get_or_create(
        provider_ref=provider_ref[:64], defaults={"number": sender, "keyword": keyword, "at": at}
    )
    if not is_new:
        return ""
    was_stopped, spelling = reachable.is_stopped(sender), _spelling(words)
    if keyword == STOP:
        reachable.stop(sender, at=at)
    elif keyword == START:
        reachable.start(sender, at=at)
    knows = carrier_answers or "".join(fold(words).upper().split()) in _CARRIERS_STOPS
    with translation.override("es" if spelling in _SPANISH else SOURCE.code):
        if keyword == STOP:
            return "" if knows or was_stopped else _stopped()
        if keyword == HELP and not carrier_answers:
            return _help()
        if not (keyword or carrier_answers or answered or was_stopped):
            return _nobody_reads()
    return ""


def _stopped() -> str:
    words = {"clinic": site_settings.current().name}
    return gsm.plain(_("%(clinic)s: you get no more texts from us. Reply START to get them again.") % words)


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
