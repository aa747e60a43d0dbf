"""How a name sounds: a short key that forgives accents, doubled letters and the usual slips of a hurried ear.

Núñez and Nunez, Jiménez and Gimenes, Catherine and Kathrin, Steven and Stephen share a key. It only picks whom to
look at; who is most alike is measured on the names themselves. Pure.
"""

from clinic.accounts.romanization import one_spelling

LONGEST = 6
START = 3
_TOGETHER = (("ph", "f"), ("sch", "s"), ("sh", "s"), ("ch", "k"), ("ck", "k"), ("th", "t"), ("qu", "k"), ("tz", "s"))
_CLASSES = {
    **dict.fromkeys("bfvw", "F"),
    "p": "P",
    **dict.fromkeys("kq", "K"),
    **dict.fromkeys("jgy", "J"),
    **dict.fromkeys("szx", "S"),
    **dict.fromkeys("dt", "T"),
    "l": "L",
    **dict.fromkeys("mn", "N"),
    "r": "R",
}
_VOWELS = frozenset("aeiouh")


def sound(word: str) -> str:
    """Return the key of one folded word: at most six letters, the first of which tells a vowel from a consonant.

    A name that is romanized in several ways has the key of one of them: whoever is one person is found by both.
    """
    word = one_spelling(word)
    for letters, replacement in _TOGETHER:
        word = word.replace(letters, replacement)
    key = ""
    last = ""
    for number, letter in enumerate(word):
        sound_class = _class_of(letter, word[number + 1 : number + 2])
        if number == 0 and letter in _VOWELS:
            sound_class = "A"
        if sound_class and sound_class != last:
            key += sound_class
        # A vowel between two alike consonants keeps them apart; an h does not.
        last = sound_class if sound_class or letter != "h" else last
    return key[:LONGEST] or word[:LONGEST]


def _class_of(letter: str, following: str) -> str:
    soft = following in ("e", "i", "y")
    if letter == "c":
        return "S" if soft else "K"
    if letter == "g" and not soft:
        return "K"
    if letter in _VOWELS:
        return ""
    return _CLASSES.get(letter, letter.upper())
