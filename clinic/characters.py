"""Text as people paste it, and names as people spell them: one cleaner, one folding. Pure.

What is pasted from a message or a web page brings marks along that nobody sees: zero-width signs, marks of direction,
hyphens and spaces of print. They are taken out before anything is judged, in every field alike.
"""

import re
import unicodedata

from anyascii import anyascii

_HYPHENS = "\u00ad\u058a\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
# A soft hyphen is invisible: it goes, with the other marks of its category, before the hyphens are looked at.
_AS_HYPHEN = str.maketrans(dict.fromkeys(_HYPHENS[1:], "-"))
# Signs that show nothing and are no marks of format to Unicode: joiners, fillers, selectors of a shape.
_UNSEEN = dict.fromkeys((0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x180E), *range(0xFE00, 0xFE10)))
# Fillers that stand where a space would.
_UNSEEN |= {0x3164: " ", 0xFFA0: " "}
_APOSTROPHES = re.compile(r"['`]")
_WORD = re.compile(r"[a-z0-9]+")
# How the end of a Korean syllable is written by its letter, and how it is spoken and romanized.
_ENDS = (
    ("ng", "ng"),
    ("kk", "k"),
    ("ss", "t"),
    ("gg", "k"),
    ("ch", "t"),
    ("g", "k"),
    ("d", "t"),
    ("b", "p"),
    ("s", "t"),
    ("j", "t"),
)
# Signs that stand for a syllable each: Han, and Hangul.
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_SYLLABLE = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3\U00020000-\U000323af])")


def without_marks(text: str) -> str:
    """Return a text composed (NFC), without invisible marks, its hyphens and spaces those of a keyboard.

    Lines, tabs and control characters stay: whether they are allowed is the field's business.
    """
    visible_text = "".join(sign for sign in text.translate(_UNSEEN) if unicodedata.category(sign) != "Cf")
    plain = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in visible_text.translate(_AS_HYPHEN))
    return unicodedata.normalize("NFC", plain)


def clean_line(text: str) -> str:
    """Return a name, a number, an address or a code as it was meant: without marks, single spaces, none around it."""
    return re.sub(r" {2,}", " ", without_marks(text)).strip()


def has_letter(name: str) -> bool:
    """Say whether a name can be one: it holds a letter of some script. "123" and "-" name nobody."""
    return any(sign.isalpha() for sign in name)


def clean_ascii(text: str) -> str:
    """Return the same for what is made of plain signs only (numbers, addresses, codes): wide letters too are plain."""
    return clean_line(unicodedata.normalize("NFKC", clean_line(text)))


def fold(name: str) -> str:
    """Return the words of a name in plain small letters, by which people are matched and found.

    Accents, case, apostrophes, hyphens, invisible marks and extra spaces do not count, and letters that do not
    decompose and other scripts are written in plain letters: "Đặng", "dang"; "O’Neil", "O'Neil", "oneil"; each sign of
    a Chinese or Korean name is a word: "李小龙" is "li xiao long". Folding twice changes nothing. Only what holds no
    sign that can be written so comes back empty of words: then its code points stand for it.
    """
    # An acute accent that stands alone is an apostrophe to who types it; NFKC would make a space of it.
    text = unicodedata.normalize("NFKC", without_marks(name).replace("\u00b4", "'"))
    apart = _SYLLABLE.sub(r" \1 ", _HANGUL.sub(lambda sign: _as_spoken(sign[0]), text))
    plain = _APOSTROPHES.sub("", anyascii(apart)).lower()
    return " ".join(_WORD.findall(plain)) or "".join(f"u{ord(sign):x}" for sign in text if not sign.isspace())


def _as_spoken(hangul: str) -> str:
    """Return a Korean syllable as names are written in plain letters: an end is voiceless (Bak), a beginning no l."""
    plain = anyascii(hangul).lower()
    for written, spoken in _ENDS:
        if plain.endswith(written):
            plain = plain.removesuffix(written) + spoken
            break
    return f" {'r' + plain[1:] if plain.startswith('l') else plain} "
