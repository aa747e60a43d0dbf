"""Writing a letter, and saying what a kind of letter contains.

In a service, inside the transaction of the deed:

    letters.enqueue("intake.received", key=f"intake:{intake.ref}:received", to=patient.ways, about=intake, at=at)

In <room>/letters.py, asked again each time before sending; None when the letter is no longer wanted:

    @letters.kind("intake.received")
    def _(letter, at):
        return letters.render("intake/received", {"reference": letter.about_ref})

A deed writes one row a way in which the person is reached (`Way`): an email, a text message, or a call of the desk.
No subject, body, text or address in a letter carries a clinical word.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template

from clinic.audit.services import name_of
from clinic.links import page_url
from clinic.outbox import message_words
from clinic.outbox.models import Letter
from clinic.outbox.texts import gsm
from clinic.outbox.urgency import Urgency
from clinic.site_settings import services as site_settings
from clinic.text import collapse, new_reference


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter; never a clinical word in it."""

    name: str
    content: bytes
    kind: str
    # Of a calendar file what it asks for (RFC 5546): it stands beside the type, where mail programs look.
    method: str = ""


@dataclass(frozen=True)
class Way:
    """One way to reach somebody: a channel of Letter, the address or number there, and the language they read;
    none for English, and of staff who chose none.
    """

    channel: str
    to: str
    language: str = ""


@dataclass(frozen=True)
class Message:
    """What a letter says: a subject of one line, plain text, and perhaps a file; as a text message, `text`."""

    subject: str
    body: str
    files: tuple[Attachment, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        # A name with a line break in it must not become a second header, nor keep the letter from leaving.
        object.__setattr__(self, "subject", collapse(self.subject))
        object.__setattr__(self, "body", self.body.encode("utf-8", "replace").decode().replace("\0", ""))
        object.__setattr__(self, "text", gsm.plain(self.text.encode("utf-8", "replace").decode().replace("\0", "")))

    def with_file(self, file: Attachment) -> "Message":
        """Return the same message with one more file."""
        return replace(self, files=(*self.files, file))


type_teller = Callable[[Letter, datetime], Message | None]

KINDS: dict[str, type_teller] = {}
URGENCIES: dict[str, Urgency] = {}
# Why a letter was not needed: the person is reached otherwise by now.
ANOTHER_WAY = "another way"


def kind(name: str, *, urgency: Urgency = Urgency.CONFIRMATION) -> Callable[[type_teller], type_teller]:
    """Register what letters of one kind say, and how urgent they are. Raises ImproperlyConfigured when the name is
    taken.
    """

    def register(tell: type_teller) -> type_teller:
        if name in KINDS:
            raise ImproperlyConfigured(f"Two rooms say what the letter {name} contains.")
        KINDS[name] = tell
        URGENCIES[name] = urgency
        return tell

    return register


def enqueue(
    kind: str,
    *,
    key: str,
    to: str | Sequence[Way],
    at: datetime,
    due: datetime | None = None,
    about: Model | str | None = None,
    expires: datetime | None = None,
    sealed: Message | None = None,
    urgent: bool = False,
    urgency: Urgency | None = None,
) -> None:
    """Put a letter into the outbox, in the caller's transaction: one row a way (an address alone is an email).

    `key` names the deed: a second letter under the same key is not written, and the first stays as it stands.
    `due` is when it may leave (now, if not said), `expires` when it is too late. `sealed` holds the words of a letter
    that must not be decided later, a sign-in code: stored encrypted and deleted the next day. `urgent` ones leave in
    quiet hours too; `urgency` is that of its kind, if not said. Raises LookupError for a kind no room has registered:
    a mistake in our code.
    """
    if sealed is None and kind not in KINDS:
        raise LookupError(f"No room says what the letter {kind} contains.")
    ways = [Way(Letter.Channel.EMAIL, to)] if isinstance(to, str) else to
    rows = [
        Letter(
            ref=new_reference(),
            kind=kind,
            key=key_of(key, way.channel),
            channel=way.channel,
            to=collapse(way.to),
            language=way.language,
            about=name_of(about),
            written_at=at,
            due=due or at,
            expires=expires,
            urgent=urgent,
            urgency=URGENCIES.get(kind, Urgency.CONFIRMATION) if urgency is None else urgency,
            sealed=None if sealed is None else {"subject": sealed.subject, "body": sealed.body, "text": sealed.text},
        )
        for way in ways
    ]
    # The unique key decides, not a look beforehand: two requests may do the same deed at once.
    Letter.objects.bulk_create(rows, ignore_conflicts=True)


def key_of(deed: str, channel: str) -> str:
    """Return the key of one deed's letter on a channel; an email's is the deed's own."""
    return deed if channel == Letter.Channel.EMAIL else f"{deed}:{channel}"


def deed_of(letter: Letter) -> str:
    """Return the deed that a letter's key names, whatever its channel."""
    return letter.key if letter.channel == Letter.Channel.EMAIL else letter.key.removesuffix(f":{letter.channel}")


def keys_of(deed: str) -> list[str]:
    """Return the keys that one deed's letters can have."""
    return [key_of(deed, channel) for channel in Letter.Channel.values]


def written(deeds: Iterable[str]) -> set[str]:
    """Return those deeds of which a letter was written, on whatever channel. One query."""
    keys = {key: deed for deed in deeds for key in keys_of(deed)}
    return {keys[key] for key in Letter.objects.filter(key__in=keys).values_list("key", flat=True)}


def readdress(about: Iterable[Model], *, to: Sequence[Way], at: datetime) -> None:
    """Send what still waits about these records where this person is reached now, in the caller's transaction.

    A letter keeps its deed: it is never there twice on one channel. What takes no way of theirs any more stays as a
    row that was not needed: a clock that died may have handed it over. Without any address it stays as it is: what is
    sent is decided when it is sent.
    """
    waiting = Letter.objects.select_for_update().filter(
        about__in=[name_of(record) for record in about], state=Letter.State.DUE, sealed__isnull=True
    )
    deeds: dict[str, list[Letter]] = {}
    for letter in waiting.defer("rendered"):
        deeds.setdefault(deed_of(letter), []).append(letter)
    for deed, rows in deeds.items() if to else ():
        first = rows[0]
        wanted = {key_of(deed, way.channel): way for way in to}
        skipped = Letter.objects.filter(pk__in=[row.pk for row in rows if row.key not in wanted])
        skipped.update(state=Letter.State.SKIPPED, finished_at=at, claimed_until=None, trouble=ANOTHER_WAY)
        for key, way in wanted.items():
            Letter.objects.filter(key=key, state=Letter.State.DUE).update(to=collapse(way.to), language=way.language)
        enqueue(
            first.kind, key=deed, to=to, about=first.about, at=first.written_at, due=first.due, expires=first.expires
        )


def speak(about: Iterable[Model], language: str) -> None:
    """Let what still waits about these records leave in another language, in the caller's transaction."""
    waiting = Letter.objects.filter(about__in=[name_of(thing) for thing in about], state=Letter.State.DUE)
    waiting.filter(sealed__isnull=True).exclude(language="").update(language=language)


def withdraw(keys: Iterable[str]) -> int:
    """Take back what was written under these keys and has not begun to leave, in the caller's transaction.

    The deed never happened: the keys are free again. Returns how many.
    """
    return Letter.objects.filter(key__in=list(keys), state=Letter.State.DUE, tries=0).delete()[0]


def exists(key: str) -> bool:
    """Return whether a letter was written for this deed."""
    return Letter.objects.filter(key__in=keys_of(key)).exists()


def render(name: str, context: Mapping[str, Any]) -> Message:
    """Return the message of templates/emails/<name>-subject.txt and <name>-body.txt, and of texts/<name>.txt, if any;
    or in the clinic's own words, where it has some (clinic.outbox.message_words).

    Templates are plain text, so nothing is escaped. They find the clinic as `clinic` and our first page as `home_url`.
    """
    words = {"clinic": site_settings.current(), "home_url": page_url("website:home"), **context}
    if name in message_words.WORDINGS:
        words = common(words) | words
    if own := message_words.own(name):
        subject, body, text = (message_words.fill(part, words) for part in (own.subject, own.body, own.text))
        return Message(subject, body, text=text)
    return shipped(name, words)


def shipped(name: str, words: Mapping[str, Any]) -> Message:
    """Return a message in the shipped words."""
    try:
        text = block(f"texts/{name}.txt", words)
    except TemplateDoesNotExist:
        text = ""  # a kind that only leaves as an email
    subject = block(f"emails/{name}-subject.txt", words)
    return Message(subject=subject, body=message_words.tidy(block(f"emails/{name}-body.txt", words)), text=text)


def common(words: Mapping[str, Any]) -> dict[str, str]:
    """Return what every message to a patient can say: see wording. `named` is for whom of a family it is, if asked."""
    return {
        "clinic_name": words["clinic"].name,
        "whom": block("emails/_whom.txt", words),
        "whom_short": block("texts/_whom.txt", words),
        "questions": block("emails/_questions.txt", words),
        "emergency_line": block("emails/_emergency.txt", words),
    }


def block(template: str, context: Mapping[str, Any]) -> str:
    """Return the words of a plain text template, without the space around them."""
    loaded: Any = get_template(template)
    return str(loaded.template.render(Context(dict(context), autoescape=False))).strip()
