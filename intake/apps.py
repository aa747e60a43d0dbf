from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = _("Intake and review")

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from intake import checks, returning  # noqa: F401  (registers the system checks)
        from intake.views import handed

        user_logged_in.connect(handed.somebody_signed_in, dispatch_uid="intake.tablet")
        user_logged_in.connect(returning.confirm_begun, dispatch_uid="intake.confirm_begun")
