"""The door for gunicorn. Served this way the clinic is in production unless CLINIC_MODE says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("CLINIC_MODE", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")

handler = get_wsgi_application()

from clinic.middleware import read_as_utf8  # noqa: E402  (Django is set up by the line above)

application = read_as_utf8(handler)
