from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    name = "clinic.operations"
    label = "operations"
    verbose_name = _("Running the clinic")

    def ready(self) -> None:
        from clinic.operations import letters  # noqa: F401  (registers what the test message says)
