from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "intake.pages"
    verbose_name = _("Intake pages")

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from intake.pages import resume
        from intake.pages.tablet import handed

        user_logged_in.connect(handed.somebody_signed_in, dispatch_uid="intake.tablet")
        user_logged_in.connect(resume.confirm_begun, dispatch_uid="intake.confirm_begun")
