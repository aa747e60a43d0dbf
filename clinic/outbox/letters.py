"""Writing a letter, and saying what a kind of letter contains.

In a service, inside the transaction of the deed:

    letters.enqueue("intake.received", key=f"intake:{intake.ref}:received", to=email, about=intake, at=at)

In <room>/letters.py, asked again each time before sending; None when the letter is no longer wanted:

    @letters.kind("intake.received")
    def _(letter, at):
        return letters.render("intake/received", {"reference": letter.about_ref})

No subject, body or address in a letter carries a clinical word.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model
from django.template import Context
from django.template.loader import get_template

from clinic.audit.services import name_of
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from clinic.text import collapse, new_reference


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter; never a clinical word in it."""

    name: str
    content: bytes
    kind: str


@dataclass(frozen=True)
class Message:
    """What a letter says: a subject of one line, plain text, and perhaps a file."""

    subject: str
    body: str
    files: tuple[Attachment, ...] = ()

    def __post_init__(self) -> None:
        # A name with a line break in it must not become a second header, nor keep the letter from leaving.
        object.__setattr__(self, "subject", collapse(self.subject))
        object.__setattr__(self, "body", self.body.encode("utf-8", "replace").decode().replace("\0", ""))

    def with_file(self, file: Attachment) -> "Message":
        """Return the same message with one more file."""
        return replace(self, files=(*self.files, file))


type_teller = Callable[[Letter, datetime], Message | None]

KINDS: dict[str, type_teller] = {}


def kind(name: str) -> Callable[[type_teller], type_teller]:
    """Register what letters of one kind say. Raises ImproperlyConfigured when the name is taken."""

    def register(tell: type_teller) -> type_teller:
        if name in KINDS:
            raise ImproperlyConfigured(f"Two rooms say what the letter {name} contains.")
        KINDS[name] = tell
        return tell

    return register


def enqueue(
    kind: str,
    *,
    key: str,
    to: str,
    at: datetime,
    due: datetime | None = None,
    about: Model | str | None = None,
    expires: datetime | None = None,
    sealed: Mapping[str, str] | None = None,
) -> None:
    """Put a letter into the outbox, in the caller's transaction.

    `key` names the deed: a second letter under the same key is not written, and the first stays as it stands.
    `due` is when it may leave (now, if not said), `expires` when it is too late. `sealed` holds the subject and body
    of a letter whose words must not be decided later, a sign-in code: stored encrypted and deleted the next day.
    Raises LookupError for a kind no room has registered: a mistake in our code.
    """
    if sealed is None and kind not in KINDS:
        raise LookupError(f"No room says what the letter {kind} contains.")
    letter = Letter(
        ref=new_reference(),
        kind=kind,
        key=key,
        to=collapse(to),
        about=name_of(about),
        written_at=at,
        due=due or at,
        expires=expires,
        sealed=None if sealed is None else {"subject": sealed["subject"], "body": sealed["body"]},
    )
    # The unique key decides, not a look beforehand: two requests may do the same deed at once.
    Letter.objects.bulk_create([letter], ignore_conflicts=True)


def readdress(about: Iterable[Model], *, to: str) -> int:
    """Send what still waits about these records to another address, in the caller's transaction; return how many.

    With no address they stay as they are: what is sent is decided when it is sent.
    """
    waiting = Letter.objects.filter(
        about__in=[name_of(thing) for thing in about], state=Letter.State.DUE, sealed__isnull=True
    )
    return waiting.update(to=collapse(to)) if to else 0


def withdraw(keys: Iterable[str]) -> int:
    """Take back what was written under these keys and has not begun to leave, in the caller's transaction.

    The deed never happened: the keys are free again. Returns how many.
    """
    return Letter.objects.filter(key__in=list(keys), state=Letter.State.DUE, tries=0).delete()[0]


def exists(key: str) -> bool:
    """Return whether a letter was written under this key."""
    return Letter.objects.filter(key=key).exists()


def render(name: str, context: Mapping[str, Any]) -> Message:
    """Return the message of templates/emails/<name>-subject.txt and <name>-body.txt.

    Templates are plain text, so nothing is escaped. They find the clinic as `clinic` and our address as `site_url`.
    """
    words = {"clinic": site_settings.current(), "site_url": settings.SITE_URL, **context}
    return Message(subject=_text(f"emails/{name}-subject.txt", words), body=_text(f"emails/{name}-body.txt", words))


def _text(template: str, context: dict[str, Any]) -> str:
    found: Any = get_template(template)
    return str(found.template.render(Context(context, autoescape=False))).strip() + "\n"
