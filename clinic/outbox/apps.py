from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class PostConfig(AppConfig):
    name = "clinic.outbox"
    label = "outbox"
    verbose_name = _("Messages")

    def ready(self) -> None:
        autodiscover_modules("letters", "jobs")
