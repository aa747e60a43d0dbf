"""Languages by their names, in the language of the page: as practitioners and the clinic list them, in English."""

from django.utils.translation import pgettext

from clinic.languages import LANGUAGES


def named(listed: str) -> str:
    """Return a list of languages, "English, Spanish" or "English, Español", with the known ones in the language that is
    spoken: inglés, español. Any other name stands as somebody wrote it.
    """
    translations = {
        "English": pgettext("language", "English"),
        "Spanish": pgettext("language", "Spanish"),
        "Korean": pgettext("language", "Korean"),
        "Chinese": pgettext("language", "Chinese"),
        "Chinese (simplified)": pgettext("language", "Chinese (simplified)"),
        "Chinese (traditional)": pgettext("language", "Chinese (traditional)"),
        "Mandarin": pgettext("language", "Mandarin"),
        "Cantonese": pgettext("language", "Cantonese"),
        "Vietnamese": pgettext("language", "Vietnamese"),
        "Armenian": pgettext("language", "Armenian"),
        "Arabic": pgettext("language", "Arabic"),
        "Farsi": pgettext("language", "Farsi"),
        "Persian": pgettext("language", "Persian"),
        "Tagalog": pgettext("language", "Tagalog"),
        "Russian": pgettext("language", "Russian"),
        "Japanese": pgettext("language", "Japanese"),
        "French": pgettext("language", "French"),
        "Portuguese": pgettext("language", "Portuguese"),
    }
    english = {language.name: language.english for language in LANGUAGES}
    names = [name.strip() for name in listed.split(",")]
    return ", ".join(translations.get(english.get(name, name), name) for name in names)
