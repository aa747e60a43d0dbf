from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EducationConfig(AppConfig):
    name = "education"
    label = "education"
    verbose_name = _("Articles")

    def ready(self) -> None:
        from education import checks  # noqa: F401  (registers the system checks)
