from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "clinic.audit"
    label = "audit"
    verbose_name = _("Audit log")

    def ready(self) -> None:
        from clinic.audit import listeners
        from clinic.site_settings import services as site_settings

        site_settings.changed.connect(listeners.profile_changed)
