from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProfileConfig(AppConfig):
    name = "clinic.profile"
    label = "profile"
    verbose_name = _("Clinic settings")
