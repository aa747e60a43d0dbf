"""Settings, messages, articles, and everything that comes in or goes out."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "profile.changed": _("%(who)s changed the clinic settings."),
    "clock.confirmed": _("%(who)s confirmed that the machine’s clock is right."),
    "message.tested": _("%(who)s sent a test message."),
    "article.followed": _("%(who)s said that a translation says the same as its original now."),
    "keys.rotated": _("%(who)s resealed every answer with the newest key."),
    "letter.sent_again": _("%(who)s sent a message again."),
    "letter.settled": _("%(who)s called instead of a message that could not be sent."),
    "letter.not_delivered": _("%(who)s learned that a message was not delivered."),
    "message.reworded": _("%(who)s changed the words of a message."),
    "message.back_to_shipped": _("%(who)s brought the first words of a message back."),
    "import.uploaded": _("%(who)s uploaded a file of patients."),
    "import.columns_chosen": _("%(who)s chose the columns of a file of patients."),
    "import.done": _("%(who)s imported a file of patients."),
    "import.undone": _("%(who)s took an import back."),
    "import.dropped": _("%(who)s dropped a file of patients that was not imported."),
    "clinic.exported": _("%(who)s exported the whole clinic into a sealed file."),
    "clinic.restored": _("%(who)s restored the whole clinic from a sealed file."),
    "article.loaded": _("%(who)s loaded an article of the release."),
    "article.saved": _("%(who)s saved an article."),
    "article.moved": _("%(who)s gave an article another address."),
    "article.sent": _("%(who)s sent an article for review."),
    "article.approved": _("%(who)s approved an article."),
    "article.returned": _("%(who)s returned an article to its author."),
    "article.published": _("%(who)s published an article."),
    "article.scheduled": _("%(who)s set a day on which an article is published."),
    "article.unscheduled": _("%(who)s took the day of an article’s publication back."),
    "article.archived": _("%(who)s took an article off the site."),
    "reference.saved": _("%(who)s saved a reference of the library."),
}
