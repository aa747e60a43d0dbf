"""The practitioner's addresses beside a visit: random references, never what was done."""

from django.urls import path

from intake.treatment import views

app_name = "treatment"

urlpatterns = [
    # /treatment/drafts/<reference>/   a note that is being written
    path("drafts/<slug:ref>/", views.draft, name="draft"),
    # /treatment/notes/<reference>/    a signed note
    path("notes/<slug:ref>/", views.note, name="note"),
    path("notes/<slug:ref>/print/", views.paper, name="paper"),
    path("notes/<slug:ref>/note.json", views.document, name="document"),
    # /treatment/people/<reference>/   everything about the treatment of one person
    path("people/<slug:ref>/", views.person, name="person"),
    path("people/<slug:ref>/print/", views.person_paper, name="person_paper"),
    path("people/<slug:ref>/notes.json", views.person_document, name="person_document"),
    path("people/<slug:ref>/consent/", views.consent, name="consent"),
    path("people/<slug:ref>/alone/", views.alone, name="alone"),
    path("people/<slug:ref>/event/", views.new_event, name="new_event"),
    # /treatment/register/             adverse events
    path("register/", views.register, name="register"),
    path("register/<slug:ref>/", views.event, name="event"),
]
