from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BookingConfig(AppConfig):
    name = "clinic.booking"
    label = "booking"
    verbose_name = _("Schedule")

    def ready(self) -> None:
        from clinic.booking import listeners

        listeners.listen()
