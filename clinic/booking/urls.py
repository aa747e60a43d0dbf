"""The patient's addresses: random references and bare numbers, never what a visit is for."""

from django.urls import path

from clinic.booking import views
from clinic.booking.own_page import views as own_page

app_name = "booking"

urlpatterns = [
    path("", views.mine, name="mine"),
    # /visits/book/       anybody
    path("book/", views.book, name="book"),
    path("book/<int:kind>/", views.times, name="times"),
    path("book/you/", views.you, name="you"),
    path("book/confirm/", views.confirm_booking, name="confirm_booking"),
    path("book/drop/", views.drop, name="drop"),
    # /visits/consent/    what a patient decides for themselves
    path("consent/", views.no_needles, name="no_needles"),
    path("guardian/", views.guardian, name="guardian"),
    path("numbers/", views.numbers, name="numbers"),
    path("question/", views.question, name="question"),
    path("messages/", views.messages_by, name="messages"),
    path("claim/", views.claim, name="claim"),
    # /visits/waiting/    the waiting list
    path("waiting/<int:kind>/", views.wait, name="wait"),
    path("waiting/<slug:ref>/leave/", views.leave, name="leave"),
    path("offers/<slug:ref>/", views.offer, name="offer"),
    # /visits/calendar/<secret>/  a practitioner's calendar, for whoever holds its link
    path("calendar/<slug:secret>/visits.ics", views.feed, name="feed"),
    # /visits/record/     everything on file about the person, for this person
    path("record/", own_page.record, name="record"),
    path("record/form/<slug:ref>/", own_page.record_form, name="record_form"),
    path("record/download/", own_page.record_download, name="record_download"),
    path("record/again/", own_page.sign_in_again, name="record_again"),
    path("record/erasure/", own_page.erasure, name="record_erasure"),
    # /visits/<reference>/  one visit
    path("<slug:ref>/", views.visit, name="visit"),
    path("<slug:ref>/confirm/", views.confirm, name="confirm"),
    path("<slug:ref>/move/", views.move, name="move"),
    path("<slug:ref>/cancel/", views.cancel, name="cancel"),
    path("<slug:ref>/visit.ics", views.calendar_file, name="calendar_file"),
]
