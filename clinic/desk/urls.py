"""Addresses of the front desk."""

from django.urls import path

from clinic.desk.views import (
    behalf,
    blocks,
    booking,
    calendar_link,
    closing,
    correcting,
    day,
    guardian,
    moving,
    my_day,
    my_page,
    needles,
    paper,
    people,
    phoning,
    reaching,
    record,
    reports,
    series,
    swapping,
    tablet,
    tasks,
    translations,
    visits,
    waiting,
    week,
    wording,
)

app_name = "desk"

urlpatterns = [
    # /desk/                         the day
    path("", day.day, name="day"),
    # /desk/my-day/                  a practitioner's own day beside the queue
    path("my-day/", my_day.my_day, name="my_day"),
    path("my-day/page/", my_page.my_page, name="my_page"),
    path("my-day/calendar/", calendar_link.calendar_link, name="calendar_link"),
    # /desk/tasks/                   what waits
    path("tasks/", tasks.work, name="tasks"),
    path("tasks/rooms/", tasks.rooms, name="rooms"),
    path("tasks/<slug:ref>/called/", tasks.silent, name="silent"),
    path("undelivered/<slug:ref>/", reaching.undelivered, name="undelivered"),
    path("forms/", tasks.forms, name="forms"),
    path("forms/<slug:ref>/accept/", tasks.accept, name="accept"),
    path("differences/<int:pk>/", tasks.settle, name="settle"),
    # /desk/visits/                  one visit
    path("visits/<slug:ref>/", visits.visit, name="visit"),
    path("visits/<slug:ref>/move/", moving.move, name="move"),
    path("visits/<slug:ref>/swap/", swapping.swap, name="swap"),
    path("visits/<slug:ref>/undo/", visits.undo, name="undo"),
    path("visits/<slug:ref>/cancel/", visits.cancel, name="cancel"),
    path("visits/<slug:ref>/needles/", needles.needles, name="needles"),
    path("visits/<slug:ref>/note/", needles.note, name="note"),
    path("visits/<slug:ref>/do/<slug:deed>/", visits.do, name="do"),
    # /desk/book/                    a new visit, and time that nobody can book
    path("book/", booking.book, name="book"),
    path("block/", blocks.block, name="block"),
    path("blocks/<slug:ref>/lift/", blocks.unblock, name="unblock"),
    # /desk/people/                  people
    path("people/", people.find, name="find"),
    path("people/new/", people.new, name="new_person"),
    path("people/<slug:ref>/", people.patient, name="patient"),
    path("people/<slug:ref>/correct/", correcting.correct, name="correct"),
    path("people/<slug:ref>/messages/", reaching.messages_by, name="messages"),
    path("people/<slug:ref>/end/", correcting.end, name="end"),
    path("people/<slug:ref>/link/", people.link, name="link"),
    path("people/<slug:ref>/unlink/", people.unlink, name="unlink"),
    path("people/<slug:ref>/apart/", people.apart, name="apart"),
    path("people/<slug:ref>/form/", behalf.behalf, name="behalf"),
    path("people/<slug:ref>/guardian/", guardian.guardian, name="guardian"),
    path("people/<slug:ref>/record/", record.record, name="record"),
    path("people/<slug:ref>/phone/<slug:asked>/", phoning.phone, name="phone"),
    path("people/<slug:ref>/tablet/", tablet.tablet, name="tablet"),
    path("blank-form/", behalf.blank, name="blank"),
    # /desk/week/ and paper          the week, a sheet for the wall, a copy to keep
    path("week/", week.week, name="week"),
    path("sheet/", paper.sheet, name="sheet"),
    path("paper/", paper.copy, name="paper"),
    # /desk/close/, /desk/ill/       the end of a day, and a practitioner who is ill
    path("close/", closing.close, name="close"),
    path("ill/", closing.ill, name="ill"),
    path("visits/<slug:ref>/call/", closing.call, name="call"),
    # /desk/waiting/                 who waits
    path("waiting/", waiting.waiting, name="waiting"),
    path("waiting/matches/", waiting.matches, name="matches"),
    path("waiting/<slug:ref>/offer/", waiting.offer, name="offer"),
    path("waiting/<slug:ref>/leave/", waiting.leave, name="leave"),
    path("offers/<slug:ref>/", waiting.answer, name="answer"),
    path("series/", series.series, name="series"),
    # /desk/messages/                what messages say, for the administrator
    path("messages/", wording.wordings, name="wordings"),
    path("messages/<slug:name>/<slug:language>/", wording.wording, name="wording"),
    # /desk/languages/               how far translations have come, for the administrator
    path("languages/", translations.translations, name="translations"),
    path("languages/<slug:code>/", translations.texts, name="translated_texts"),
    path("languages/<slug:language>/own/", translations.own_texts, name="own_texts"),
    # /desk/reports/                 numbers
    path("reports/", reports.reports, name="reports"),
    path("reports/file/", reports.export, name="export"),
]
