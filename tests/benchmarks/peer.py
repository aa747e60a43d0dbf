"""What a clinic would install instead: django-appointment for booking, the wizard of django-formtools for the form.

Runs in the virtual environment of tests/benchmarks/peers.py, where nothing of ours is installed but Python's own:

    GET  /appointment/request/1/, …     a whole booking as its pages walk it, somebody signed in
    GET  /form/<code>/, POST            the screens of our questionnaire, kept in the session, behind CSRF

No screening, no sealing, no audit log. PEER_DATABASE and PEER_SCREENS hold JSON: Django's DATABASES["default"], and
the screens as [code, [[question, kind, {value: label}], …]].
"""

import json
import logging
import os
from datetime import date, time, timedelta

import django
from django import forms
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import include, path, re_path

logging.disable(logging.WARNING)  # django-appointment writes several lines a request
SCREENS = json.loads(os.environ.get("PEER_SCREENS", "[]"))
DAYS = 400

if not settings.configured:
    settings.configure(
        SECRET_KEY="a peer keeps no secret",
        ALLOWED_HOSTS=["localhost", "127.0.0.1"],
        DATABASES={"default": json.loads(os.environ["PEER_DATABASE"])},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
        LOGGING_CONFIG=None,
        ROOT_URLCONF=__name__,
        STATIC_URL="/static/",
        USE_TZ=True,
        INSTALLED_APPS=[
            "django.contrib.admin",
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "django.contrib.sessions",
            "django.contrib.staticfiles",
            "phonenumber_field",
            "formtools",
            "appointment",
        ],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [os.environ.get("PEER_TEMPLATES", "")],
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
    )
    django.setup()

from formtools.wizard.views import NamedUrlSessionWizardView  # noqa: E402  (needs the settings above)


def form_of(questions):
    """Return a form with these questions, none of them required."""
    fields = {}
    for code, kind, labels in questions:
        choices = list(labels.items())
        if kind == "many":
            fields[code] = forms.MultipleChoiceField(
                choices=choices, required=False, widget=forms.CheckboxSelectMultiple
            )
        elif choices:
            fields[code] = forms.ChoiceField(choices=choices, required=False, widget=forms.RadioSelect)
        else:
            fields[code] = forms.CharField(required=False)
    return type("Screen", (forms.Form,), fields)


class Wizard(NamedUrlSessionWizardView):
    """Our screens, one form each."""

    template_name = "wizard.html"

    def done(self, _forms, **_more):
        return HttpResponse("done")


FORMS = [(code, form_of(questions)) for code, questions in SCREENS]
urlpatterns = [path("appointment/", include("appointment.urls"))]
if FORMS:
    wizard = Wizard.as_view(FORMS, url_name="screen", done_step_name="finished")
    urlpatterns.append(re_path(r"^form/(?P<step>.+)/$", wizard, name="screen"))

application = get_wsgi_application()


def main():
    """Make the tables, one service, one member of staff who is there every day, and one patient who is signed in."""
    from appointment.models import Service, StaffMember, WorkingHours
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command

    call_command("migrate", "auth", verbosity=0)  # first: PostgreSQL wants what others point at
    call_command("migrate", run_syncdb=True, verbosity=0)  # django-appointment ships no migrations of its tables
    people = get_user_model().objects
    noor = people.create_user("noor", "noor@clinic.example", "x", first_name="Noor")
    ana = people.create_user("ana", "ana@example.com", "x", first_name="Ana", last_name="Ejemplo")
    service = Service.objects.create(name="Treatment", duration=timedelta(minutes=30), price=0)
    staff = StaffMember.objects.create(user=noor, slot_duration=30, work_on_saturday=True, work_on_sunday=True)
    staff.services_offered.add(service)
    for day in range(7):
        WorkingHours.objects.create(staff_member=staff, day_of_week=day, start_time=time(8), end_time=time(18))
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(ana.pk), ana.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session.save()
    first = (date.today() + timedelta(days=3)).isoformat()
    print(json.dumps({"session": session.session_key, "service": service.pk, "staff": staff.pk, "first": first}))


if __name__ == "__main__":
    main()
