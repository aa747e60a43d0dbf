"""The form of one screen: built from its questions, bound to what was typed, never validating by itself.

What was typed is kept as it is; whether it is an answer is said by `intake.screening.read` over the whole form, after
the save, so that page, check-your-answers and rules can never disagree.
"""

from collections.abc import Collection, Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext

from intake.pages.layout import SELF, Emergency, ScreenLayout, error_links, first_id, posted
from intake.questionnaire import Question, Raw, Screen, what_to_do
from intake.questionnaire.expression import leaves, parse
from intake.screening import Reading

if TYPE_CHECKING:
    from intake.pages.last_answers import LastAnswer

# Before the code of a question: "No change" was tapped.
KEEP = "keep-"
# Old answers stood beside the questions of the page.
BESIDE = "beside"


class StepForm(forms.Form):
    """The questions of one screen.

    `seen` is the version of the screen the page was made from; `asked` the questions that stood in it, hidden ones
    too; `visible` those a person without scripts could see; `unseen` those whose answer is kept but not shown. All come
    back with the answers.
    """

    def __init__(self, screen: Screen, *, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.screen = screen
        self.questions: Sequence[Question] = screen.questions
        self.codes = [question.code for question in screen.questions]
        self.raw: Mapping[str, Raw] = posted(screen.questions, data) if data is not None else {}
        self.shown: Collection[str] = frozenset()
        self.again: Collection[str] = frozenset()
        self.problems: dict[str, str] = {}
        self.newly: list[Question] = []
        self.emergencies: Mapping[str, Mapping[str, Emergency]] = {}
        self.question_is_heading = False
        self.filled_in_by = SELF
        self.version = 0
        self.typed: Collection[str] = ()
        self.kept_private: list[str] = []
        self.not_told: list[str] = []
        self.last: Mapping[str, LastAnswer] = {}
        # The question whose "No change" is a button that leads on.
        self.at_once = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(ScreenLayout())

    @property
    def asked(self) -> list[str]:
        """The questions that stood on the page that was sent; without that list, those that were answered."""
        if "asked" in self.data:
            named, unseen = self._list("asked"), self._list("unseen")
            return [c for c in self.codes if c in named and (c not in unseen or is_filled(self.raw.get(c)))]
        return [code for code in self.codes if is_filled(self.raw.get(code))]

    @property
    def seen(self) -> int:
        """The version of the screen that was on the page; 0 for anything else that was sent."""
        version = str(self.data.get("seen", ""))
        return int(version) if version.isascii() and version.isdecimal() and len(version) < 8 else 0

    @property
    def was_visible(self) -> list[str]:
        """The questions that were visible without scripts; without that list, all of them."""
        return self._list("visible") if "visible" in self.data else self.codes

    def fill(self, raw: Mapping[str, Raw], reading: Reading, *, version: int, typed: Collection[str] = ()) -> None:
        """Show what is kept, and the questions this person is asked; `typed` are those answered just now."""
        self.raw, self.shown, self.version, self.typed = raw, reading.shown, version, typed
        self.again = reading.again

    def take_over(self, last: Mapping[str, "LastAnswer"], *, all_: bool) -> None:
        """Answer with the old answer wherever "No change" was tapped (`all_`: for the whole screen) and nothing else
        was typed.
        """
        self.last, raw = last, dict(self.raw)
        for code, old in last.items():
            if old.is_edited and raw.get(code) == old.raw:
                raw[code] = ""
            is_unchanged = all_ or self.data.get(f"{KEEP}{code}")
            if old.offered and is_unchanged and not is_filled(raw.get(code)):
                raw[code] = old.raw
        self.raw = raw

    def keep_private(self) -> None:
        """Take private answers off the page of somebody who fills in for the patient; what was just typed stays.

        Left empty they keep their value. A question that only such an answer has opened is not shown either.
        """
        private = [q.code for q in self.questions if q.private and q.code not in self.typed]
        self.keep_back([code for code in private if is_filled(self.raw.get(code))])

    def keep_back(
        self, answered: Collection[str], *, still_open: Collection[str] = (), opened: Collection[str] = ()
    ) -> None:
        """Take answers off the page that are not for these eyes, and what only they have opened and is not open."""
        hidden_codes = [code for code in self.codes if code in answered and code not in self.typed]
        self.kept_private = [*self.kept_private, *(code for code in hidden_codes if code not in self.kept_private)]
        self.raw = {code: value for code, value in self.raw.items() if code not in hidden_codes}
        stays = {*self.problems, *still_open}
        telling = [
            q.code for q in self.questions if (q.code in opened or reads(q) & set(answered)) and q.code not in stays
        ]
        self.shown = frozenset(self.shown).difference(telling)
        self.not_told += telling

    def judge(self, reading: Reading) -> None:
        """Say what is wrong or missing. A question that has only now appeared is asked, not complained about."""
        visible, missing = self.was_visible, set(reading.missing)
        for question in self.questions:
            code = question.code
            if code not in reading.shown:
                continue
            if code not in visible and not is_filled(self.raw.get(code)):
                self.newly.append(question)
            elif code in reading.problems:
                self.problems[code] = in_words(reading.problems[code])
            elif code in missing:
                self.problems[code] = self._what_to_do(question)

    def _what_to_do(self, question: Question) -> str:
        old = self.last.get(question.code)
        if old is not None and old.offered:
            return gettext("Choose “%(no_change)s”, or give a new answer.") % {"no_change": old.label}
        return in_words(what_to_do(question))

    @property
    def is_whole(self) -> bool:
        """Whether nothing on this screen keeps the person here."""
        return not self.problems and not self.newly

    @property
    def visible_codes(self) -> str:
        return ",".join(code for code in self.codes if code in self.shown)

    @property
    def unseen_codes(self) -> str:
        """Those kept back and all that they may have opened, answered or not: the list itself must tell nothing."""
        return ",".join(code for code in self.codes if code in self.kept_private or code in self.not_told)

    @property
    def all_codes(self) -> str:
        return ",".join(self.codes)

    @property
    def links(self) -> list[dict[str, str]]:
        """What the error summary lists: which question, and what to do. Ten times "Choose one" would help nobody."""
        questions = [question for question in self.questions if question.code in self.problems]
        return [
            link | {"text": f"{_short(gettext(question.wording))} – {link['text']}"}
            for question, link in zip(questions, error_links(self), strict=True)
        ]

    @property
    def newly_links(self) -> list[dict[str, str]]:
        """The questions that have only now appeared, each with the id of its first field."""
        return [{"id": first_id(question), "text": gettext(question.wording)} for question in self.newly]

    def _list(self, name: str) -> list[str]:
        return str(self.data.get(name, "")).split(",")


def in_words(sentence: str) -> str:
    """Return a sentence of the pure rooms in the reader's language."""
    template, values = getattr(sentence, "template", sentence), getattr(sentence, "values", {})
    return gettext(template).format(**values) if values else gettext(template)


def typed_fields(data: QueryDict, *without: str) -> list[tuple[str, str]]:
    """Return everything that was sent as pairs, to be sent again; the token and the named fields are left out."""
    left_out = {"csrfmiddlewaretoken", *without}
    return [(name, text) for name, texts in data.lists() if name not in left_out for text in texts]


def reads(question: Question) -> set[str]:
    """The questions that decide whether this one is shown."""
    return {code for leaf in leaves(parse(question.show_if)) if (code := getattr(leaf, "code", None))}


def _short(wording: str) -> str:
    """Return the beginning of a long question, whole words only."""
    return shorten(wording, width=60, placeholder="…").replace(",…", "…")


def is_filled(raw: Any) -> bool:
    return any(raw.values()) if isinstance(raw, dict) else bool(raw)
