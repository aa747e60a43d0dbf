"""The verbs of wording: the administrator's own words for a message, a look at them, and back to the shipped ones."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import translation
from django.utils.translation import gettext as _

from clinic import audit
from clinic.audit.transaction import audited_transaction
from clinic.outbox import letters, message_words
from clinic.outbox.message_words import BODY, PARTS, SUBJECT, TEXT, WORDINGS, Words
from clinic.outbox.models import MessageText
from clinic.outbox.texts import gsm
from clinic.text import collapse

LONGEST = {SUBJECT: 120, BODY: 4000, TEXT: 320}


class WordingError(Exception):
    """What is wrong, as (part, sentence) pairs."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__(problems)
        self.problems = problems


def shipped_words(name: str, language: str) -> Words:
    """Return the shipped words of a message with its placeholders in braces: where an own wording begins."""
    braces = {placeholder.name: f"{{{placeholder.name}}}" for placeholder in WORDINGS[name].placeholders}
    with translation.override(language):
        message = letters.shipped(name, braces)
    return Words(message.subject, message.body.strip(), message.text)


def words_now(name: str, language: str) -> tuple[Words, bool]:
    """Return the words that are sent now, and whether they are the clinic's own."""
    row = MessageText.objects.filter(name=name, language=language).first()
    if row is None:
        return shipped_words(name, language), False
    return Words(row.subject, row.body, row.text), True


def preview(name: str, language: str, words: Words) -> Words:
    """Return a message as it would read, filled with examples in its own language."""
    samples = WORDINGS[name].samples
    with translation.override(language):
        subject, body, text = (message_words.fill(getattr(words, part), samples) for part in PARTS)
    message = letters.Message(subject, body, text=text)
    return Words(message.subject, message.body, message.text)


def problems(name: str, language: str, words: Words, *, banned: Iterable[str]) -> list[tuple[str, str]]:
    """Return what is wrong with words, as (part, sentence) pairs; empty when they can be sent. `banned` are words that
    tell of somebody's health.
    """
    mistakes = [(part, _("Write this.")) for part in PARTS if not getattr(words, part).strip()]
    mistakes += [
        (part, _("This is too long: at most %(n)d characters.") % {"n": LONGEST[part]})
        for part in PARTS
        if len(getattr(words, part)) > LONGEST[part]
    ]
    words = _as_sent(words)
    wording = WORDINGS[name]
    mistakes += [
        (part, _("{%(name)s} is missing. The message does not work without it.") % {"name": placeholder})
        for part, placeholder in message_words.missing(wording, words)
    ]
    mistakes += [
        (part, _("{%(name)s} is no placeholder of this message.") % {"name": placeholder})
        for part, placeholder in message_words.unknown(wording, words)
    ]
    shipped = shipped_words(name, language)
    if message_words.may_end(shipped) and not message_words.may_end(words):
        mistakes.append((TEXT, _("Say how to end texts: “Reply STOP to end texts.”")))
    for part in PARTS:
        foreign = message_words.of_another_alphabet(getattr(words, part), getattr(shipped, part))
        if foreign:
            sentence = _("These words have letters of another alphabet. Type them again: %(words)s.")
            mistakes.append((part, sentence % {"words": ", ".join(foreign)}))
    forbidden = set(banned)
    for part in PARTS:
        health_words = message_words.banned_in(getattr(words, part), forbidden)
        if health_words:
            sentence = _("No message may tell of anyone’s health. Take out: %(words)s.")
            mistakes.append((part, sentence % {"words": ", ".join(health_words)}))
    if not mistakes:
        mistakes += _too_long(preview(name, language, words).text, usual=preview(name, language, shipped).text)
    return mistakes


def _too_long(text: str, *, usual: str) -> list[tuple[str, str]]:
    """A text message leaves as one; in a language whose letters need more, in no more parts than the shipped one."""
    if gsm.parts(text) <= gsm.parts(usual):
        return []
    if gsm.parts(usual) > 1:
        sentence = _("Too long: %(n)d text messages, with examples. The shipped text leaves as %(most)d.")
        return [(TEXT, sentence % {"n": gsm.parts(text), "most": gsm.parts(usual)})]
    counted = {"n": gsm.length(text), "most": gsm.ONE_MESSAGE if gsm.is_gsm(text) else gsm.ONE_MESSAGE_OF_OTHERS}
    return [(TEXT, _("Too long for one text message: %(n)d characters of %(most)d, with examples.") % counted)]


def _as_sent(words: Words) -> Words:
    """Return words as they leave: a text message in the letters that it has, so that it stays one message."""
    return Words(collapse(words.subject), words.body.replace("\r\n", "\n").strip(), gsm.plain(words.text))


@audited_transaction()
def save(
    name: str, language: str, words: Words, *, banned: Iterable[str], by: AbstractBaseUser, at: datetime
) -> MessageText:
    """Keep the clinic's own words for a message. Raises WordingError, and nothing is kept."""
    words = _as_sent(words)
    if wrong := problems(name, language, words, banned=banned):
        raise WordingError(wrong)
    fields = {part: getattr(words, part) for part in PARTS} | {"changed_at": at, "changed_by": by}
    row, _new = MessageText.objects.update_or_create(name=name, language=language, defaults=fields)
    message_words.forget()
    audit.record("message.reworded", on=row, by=by, at=at, name=name, language=language)
    return row


@audited_transaction()
def back_to_shipped(name: str, language: str, *, by: AbstractBaseUser, at: datetime) -> bool:
    """Send the shipped words again; False when they are sent already."""
    row = MessageText.objects.filter(name=name, language=language).first()
    if row is None:
        return False
    audit.record("message.back_to_shipped", on=row, by=by, at=at, name=name, language=language)
    row.delete()
    message_words.forget()
    return True
