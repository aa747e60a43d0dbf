"""When somebody reads what a patient sends now."""

from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.site_settings import services as site_settings


def nobody_reads() -> bool:
    """Whether it is outside staffed hours."""
    return not site_settings.is_staffed(site_settings.current(), at=timezone.now())


def read_next() -> str:
    """Return when somebody reads what is sent now, as a sentence."""
    at = timezone.now()
    opens = site_settings.next_staffed(site_settings.current(), at=at)
    if opens is None:
        return _("We will read your form when we open.")
    on = timezone.localdate(opens)
    if on == timezone.localdate(at):
        return _("We will read your form when we open today at %(time)s.") % {"time": formatting.clock(opens)}
    return _("We will read your form when we open on %(day)s.") % {"day": formatting.short_day(on)}
