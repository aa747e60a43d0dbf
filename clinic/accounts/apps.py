from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "clinic.accounts"
    label = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        from clinic.accounts import checks, receivers, team  # noqa: F401  (registers the system checks)
        from clinic.accounts.texting import services as texting

        receivers.connect()
        texting.listen()
        team.listen()
