from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    """The commands and checks of the whole intake; its rooms are apps of their own."""

    name = "intake"
    verbose_name = _("Intake")

    def ready(self) -> None:
        from intake import checks  # noqa: F401  (registers the system checks)
