from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProfileConfig(AppConfig):
    name = "clinic.site_settings"
    label = "site_settings"
    verbose_name = _("Clinic settings")
