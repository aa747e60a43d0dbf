"""A visit as it stands on the board, in the list and in the week.

A day has twenty visits and a week a hundred, each shown twice: a template for each of them costs more than everything
else on the page. So the rows that repeat are written here, and the pages around them are templates.
"""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from clinic.desk.lines import Line

_NOTHING = mark_safe("")
_BOARD = (
    '<div class="visit {}" id="board-{}"><a class="visit-name" href="{}">{}</a> '
    '<span class="visit-type">{} · {}{}{}</span> '
    '<span class="visit-foot"><span class="visit-status">{}</span>{}{}</span></div>'
)
_LIST = (
    '<li><span class="day-time">{}</span> <div class="visit {}" id="visit-{}">'
    '<h3 class="visit-name"><a href="{}">{}</a></h3> <p class="visit-type">{}, {}{}, {}{}{}</p> '
    '<p class="visit-foot"><span class="visit-status">{}</span>{}<span class="visit-form">{}</span></p> '
    '{}<p class="visit-deeds">{}{}</p></div></li>'
)
_WEEK = (
    '<li class="visit {}"><a class="visit-name" href="{}">{}</a><span class="visit-type">{} · {} · {}</span>'
    '<span class="visit-foot"><span class="visit-status">{}</span>{}</span></li>'
)
_READY = '<span class="visit-ready {}">{}</span>'
_STRONG = "{}<strong>{}</strong>"
_DEED = (
    '<button class="deed" type="submit" form="do" formaction="{}do/{}/"{}>{}<span class="hidden"> {}</span></button>'
)
_PHONE = '<a class="deed" href="tel:{}">{}</a>'
_FROM_THE_BOARD = mark_safe(' name="from" value="board"')


def on_the_board(line: Line) -> SafeString:
    """Return the block of a visit on the board, with its likeliest deed."""
    visit, deed = line.visit, line.next_deed
    return format_html(
        _BOARD,
        *(line.shape, visit.ref, line.url, line.name),
        *(line.time, visit.visit_type.name, format_html(" · {}", visit.room.name) if visit.room else _NOTHING),
        format_html(_STRONG, " · ", _("squeezed in")) if visit.is_squeezed_in else _NOTHING,
        *(line.status, _ready(line) if line.shows_word else _NOTHING),
        _deed(line, *deed, _FROM_THE_BOARD) if deed else _NOTHING,
    )


def in_the_list(lines: Iterable[Line]) -> SafeString:
    """Return the rows of the list: everything that is said of a visit, and every deed of one click."""
    return format_html_join("\n", "{}", ((_row(line),) for line in lines))


def _row(line: Line) -> SafeString:
    visit = line.visit
    say = line.is_ahead and not line.is_ready
    return format_html(
        _LIST,
        *(line.time, line.shape, visit.ref, line.url, line.name),
        *(visit.visit_type.name, visit.practitioner.user.name),
        format_html(", {}", visit.room.name) if visit.room else _NOTHING,
        _("until %(until)s") % {"until": line.until},
        format_html(_STRONG, ", ", _("squeezed in")) if visit.is_squeezed_in else _NOTHING,
        format_html(_STRONG, ", ", _("interpreter")) if line.interpreter else _NOTHING,
        *(line.status, _ready(line) if line.shows_word else _NOTHING, line.form),
        format_html('<p class="visit-say">{} “{}”</p> ', _("Say:"), line.word.say) if say else _NOTHING,
        format_html_join("", "{}", ((_deed(line, *deed),) for deed in line.deeds)),
        format_html(_PHONE, visit.patient.phone, visit.patient.phone) if visit.patient.phone else _NOTHING,
    )


def in_the_week(lines: Iterable[Line]) -> SafeString:
    """Return the rows of one day of the week."""
    return format_html_join("", "{}", ((_short(line),) for line in lines))


def _short(line: Line) -> SafeString:
    visit = line.visit
    return format_html(
        _WEEK,
        *(line.shape, line.url, line.name, line.time, visit.visit_type.name, visit.practitioner.user.name),
        *(line.status, _ready(line) if line.is_ahead and not line.is_ready else _NOTHING),
    )


def _ready(line: Line) -> SafeString:
    return format_html(_READY, line.badge, line.word.label)


def _deed(line: Line, deed: str, word: object, more: SafeString = _NOTHING) -> SafeString:
    return format_html(_DEED, line.url, deed, more, word, line.name)
