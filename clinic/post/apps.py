from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class PostConfig(AppConfig):
    name = "clinic.post"
    label = "post"
    verbose_name = _("Emails")

    def ready(self) -> None:
        autodiscover_modules("letters", "jobs")
