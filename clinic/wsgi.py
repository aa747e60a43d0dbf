"""The door for gunicorn. Served this way the clinic is in production unless CLINIC_MODE says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("CLINIC_MODE", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")

application = get_wsgi_application()
