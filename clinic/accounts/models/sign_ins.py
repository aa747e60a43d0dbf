"""Where somebody is signed in."""

from django.db import models
from django.utils.translation import gettext as _

from clinic.accounts.models.users import User
from clinic.text import new_reference


class SignInRecord(models.Model):
    """Whose a session is, and by what kind of device it was opened: browser and system in a word each, no address.

    Since when it lasts and when it was used stands in the session itself, and ends with it.
    """

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_ins")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=20, blank=True, default="", db_default="")
    system = models.CharField(max_length=20, blank=True, default="", db_default="")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.ref

    @property
    def device(self) -> str:
        """The device in words: Firefox on Windows."""
        if self.browser and self.system:
            return _("%(browser)s on %(system)s") % {"browser": self.browser, "system": self.system}
        return self.browser or self.system or _("A device we do not know")
