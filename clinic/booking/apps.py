from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BookingConfig(AppConfig):
    name = "clinic.booking"
    label = "booking"
    verbose_name = _("Schedule")

    def ready(self) -> None:
        from clinic.booking import listeners, photographs, whose_visits
        from intake.review.need_to_know import ties

        listeners.listen()
        photographs.listen()
        ties.register(whose_visits.by_visits)
