"""The door for gunicorn. Served this way the clinic is in production unless CLINIC_MODE says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("CLINIC_MODE", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")

handler = get_wsgi_application()

from clinic import database_waits  # noqa: E402  (Django is set up by the line above)
from clinic.middleware import read_as_utf8  # noqa: E402  (the same)

database_waits.wait_as(database_waits.WEB)
application = read_as_utf8(handler)
