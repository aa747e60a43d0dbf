from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreatmentConfig(AppConfig):
    name = "intake.treatment"
    verbose_name = _("Treatment")

    def ready(self) -> None:
        from intake.review.need_to_know import ties
        from intake.treatment import whose_notes

        ties.register(whose_notes.by_notes)
