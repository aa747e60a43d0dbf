from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TransferConfig(AppConfig):
    name = "clinic.transfer"
    label = "transfer"
    verbose_name = _("In and out")

    def ready(self) -> None:
        from clinic.audit import subjects
        from clinic.transfer import listeners  # noqa: F401  (it listens)
        from clinic.transfer.retention import belongings

        subjects.register(belongings.names_about)
