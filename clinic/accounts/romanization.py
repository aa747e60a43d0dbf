"""One way to write what is written in several: by romanization, by habit, or cut short. Pure.

It decides only whether two spellings are one name (spelling.is_one_name), where the birth date agrees too: so letters
that nobody tells two people apart by may fall together (Aleksey, Alexei), and given names that twins have may not.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache, reduce

# Family names of which the romanized spellings differ from person to person; the first stands for all.
_ROMANIZED = {
    spelling: group.split()[0]
    for group in (
        "gim kim ghim",
        "li lee yi i rhee rhie",
        "bak park pak",
        "choe choi choy",
        "jeong jung chung cheong",
        "gang kang kahng",
        "jo cho",
        "yun yoon youn",
        "im lim rim",
        "sin shin",
        "seo suh",
        "gwon kwon kweon",
        "an ahn",
        "ryu yoo yu you ryoo",
        "go ko koh",
        "mun moon",
        "baek paik baik",
        "heo hur huh",
        "no noh roh",
        "gu koo ku",
        "jeon jun chun",
        "u woo wu ng",
        "o oh",
        "sim shim",
        "eom um",
        "zhang cheung",
        "chen chan",
        "huang wong",
        "zhou chow chou",
        "xu hsu tsui",
        "liu lau",
        "lu lyu lv",
        "zheng cheng",
        "guo kwok kuo",
        "cai tsai choy",
        "xie hsieh",
        "liang leung",
        "yang yeung",
        "ho he",
        "xiao hsiao siu",
        "zhao chao chiu",
        "jiang chiang keung",
        "zhu chu",
        "cao tsao",
        "luo lo law",
        "ye yeh yip",
        "pan poon",
        "feng fung",
        "zeng tseng tsang",
        "yuan yuen",
        "fang fong",
        "shi shih",
    )
    for spelling in group.split()
}
# Other names that are written in several ways, the first of which stands for all. Who is called otherwise in another
# language is not among them: Oleksandr is not Aleksandr, Isaac not Yitzhak.
_WRITTEN = {
    spelling: group.split()[0]
    for group in (
        "muhammad mohammed mohammad mohamed mohamad muhammed mohd md",
        "ahmad ahmed",
        "husayn hussein hossein husain hussain hosein husein hossain",
        "khalid khaled",
        "walid waleed",
        "yusuf youssef yousef yusef yousuf",
        "said saeed saeid saied",
        "abdullah abdallah abdulla",
        "umar omar",
        "uthman othman osman usman",
        "usama osama",
        "zayd zaid zeid",
        "ibrahim ebrahim",
        "ismail esmail ismaeel",
        "husayni hosseini hoseini husseini hussaini husaini",
        "fatima fatemeh fatimah fateme",
        "aisha ayesha aysha aishah aicha",
        "khadija khadijah khadijeh",
        "maryam mariam",
        "zaynab zainab zeinab zeynab",
        "rezaei rezai rezaie rezayi rezaee",
        "haim chaim hayim chayim",
        "yitzhak itzhak yitzchak itzchak",
        "hannah hanna hana chana channah",
        "grigoryan grigorian krikorian",
        "sargsyan sargsian sarkisian sarkissian sarkisyan",
        "hakobyan hagopian hakopian",
        "karapetyan garabedian karapetian",
        "petrosyan petrosian bedrosian",
        "poghosyan boghosian boghossian",
        "harutyunyan harutiunian harutunian haroutunian arutyunyan",
        "hovhannisyan hovhannisian hovannisian hovanessian",
        "khachatryan khachatrian khachaturian khatchadourian",
        "chaudhary choudhary chaudhry choudhry chaudhuri chowdhury choudhury",
        "agarwal aggarwal agrawal",
    )
    for spelling in group.split()
}
_ONE_SPELLING = _ROMANIZED | _WRITTEN
# Family names that come first: with one of them in front, the given name may be said alone.
_FAMILIES = """
    bae bai bui cai cao cha chang chen cheng cui dang deng ding dinh do dong du duan duong fan fang feng fu gao gong
    gu guo han hao he hoang hong hou hu huang huynh hwang jang jia jiang jin ju kang kong lai lam le lei liang liao
    lin liu long lu luo lv ly ma mai mao meng min nam ngo nguyen pan peng pham phan qian qin qiu ren shao shen shi
    song su sun tan tang tian tran truong vo vu wan wang wei wu xia xiao xie xiong xu xue yan yang yao ye yin yu
    yuan zeng zhang zhao zheng zhong zhou zhu zou
"""
FAMILY_FIRST = frozenset((*_ROMANIZED, *_FAMILIES.split()))
# Vietnamese names turned round whole: Trần Quốc Bảo is Bao Quoc Tran.
_TURNED = """
    bui cao dang dinh do doan duong ho hoang huynh lam le luong ly mai ngo nguyen pham phan phung ta tran trinh truong
    vo vu
"""
VIETNAMESE = frozenset(_TURNED.split())
_KOREAN = """
    gim li bak choe jeong gang jo yun im sin seo gwon an ryu go mun baek heo no gu jeon u o sim eom hwang song hong
    yang han bae nam namgung ha cha min jin ji chae won seong son
"""
_KOREAN_FAMILIES = frozenset(_KOREAN.split())
# Words that are written short, or in another way, by habit: each stands for itself and for nobody else's name.
_SHORT = {
    "saint": "st",
    "ste": "sainte",
    "sta": "santa",
    "sto": "santo",
    "el": "al",
    "ma": "maria",
    "fco": "francisco",
    "gpe": "guadalupe",
    "wm": "william",
    "chas": "charles",
    "thos": "thomas",
    "robt": "robert",
    "jas": "james",
    "ibn": "bin",
    "junior": "jr",
    "senior": "sr",
    # The second of a name is not the third. Of 2nd and 3rd only the letters are words.
    "ii": "2",
    "nd": "2",
    "iii": "3",
    "rd": "3",
    "iv": "4",
}
# In the order in which they are applied. Letters with marks by two letters (Müller, Mueller; Kjær, Kjaer; Aangstrom),
# Mac and Mc, Abd al-Rahman and Abderrahman, Đoković and Djokovic, Satō and Satou, Yuliya and Yulia, Alexey and Aleksei,
# Noor and Nour, Souza and Sousa, Sarah and Sara, Laxmi and Lakshmi, Tchaikovsky and Chaikovsky.
_LETTERS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"^saint(?=[a-z])", "st"),
        (r"([aou])e", r"\1"),
        (r"a(a)", r"\1"),
        (r"^mac(?=[a-z]{3})", "mc"),
        (r"^abd[aeiou][lrsnz](?=[a-z]{3})", "abdal"),
        (r"^dj|(?<=[^aeiou])dj", "d"),
        (r"^tch", "ch"),
        (r"shch|sch", "sh"),
        (r"oo|ou(?=.)|uu|oy(?=[^aeiouy])", "u"),
        (r"^oh(?=[^aeiou])|ou$", "o"),
        (r"x|ksh", "ks"),
        (r"kssh", "ks"),
        (r"y(?![aeiou])|j$|(?<=[aiou])j(?![aeiou])|(?<=[aeiou])y(?=a)", "i"),
        (r"i+", "i"),
        (r"(?<=.)z(?!h)", "s"),
        (r"([bcdfghklmnpqrstvw])\1+", r"\1"),
        (r"(?<=[^aeiou])([ae])h$", r"\1"),
    )
)
# What is written so outside Korea only: Yevgeny and Evgeny, Fyodor and Fedor, Petrosyan and Petrosian.
_NOT_KOREAN = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"^ye(?=[^aeiou])", "e"),
        (r"(?<=[^aeiou])y(?:e|o(?!u))", "e"),
        (r"(?<=[^aeiou])y(?=[aou])", "i"),
    )
)
# Korean given names, from however they are romanized to one way: Kyung-sook and Gyeong-suk, Hyun-woo and Hyeon-u.
_GIVEN_NAMES = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"oo", "u"),
        (r"ee|ui", "i"),
        (r"wu", "u"),
        (r"y(?:o?u|eo)ng", "yeong"),
        (r"hyun(?!g)", "hyeon"),
        (r"(?<=[sj])ung", "eong"),
        (r"(?<=[sj])un(?!g)", "eon"),
        (r"chul", "cheol"),
        (r"yup", "yeop"),
        (r"^k(?=y|w|eu|il|i$)", "g"),
    )
)


# Acute, grave, circumflex and diaeresis: what stands on a Greek vowel.
_ACCENTS = "\u0301\u0300\u0342\u0308"
# Letters that are put into plain ones in more than one way; a name that holds one of them is read in that way as well.
_READINGS = (
    # Azeri and Turkish: Əliyev is Aliyev, Şahin Shahin.
    {"ə": "a"},
    {"ə": "a", "ç": "ch", "ş": "sh"},
    # Icelandic.
    {"ð": "th"},
    # Ukrainian: Євген is Yevhen.
    {"г": "h", "ґ": "g", "и": "y", "є": "ye", "ї": "yi"},
    # Greek, by two letters: Παπαδόπουλος is Papadopoulos.
    {"ου": "ou", "ευ": "ev", "αυ": "av", "γγ": "ng", "γκ": "gk"},
)


def romanized(word: str) -> str:
    """Return the one spelling for all of a name that is romanized in several: park, pak and bak are bak."""
    return _ONE_SPELLING.get(word, word)


def readings(name: str) -> tuple[str, ...]:
    """Return a name in every other way in which its letters are put into plain ones; none for most names."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name.casefold()) if sign not in _ACCENTS)
    small = unicodedata.normalize("NFC", bare)
    return tuple(
        reduce(lambda text, letters: text.replace(*letters), ways.items(), small)
        for ways in _READINGS
        if any(letters in small for letters in ways)
    )


def canonical(words: Sequence[str], *, korean: bool = False) -> str:
    """Return how these folded words of a name are written as one, in the one way for all their ways.

    `korean` says that the name they stand in has a Korean family name.
    """
    if len(words) == 1 and words[0] in _ONE_SPELLING:
        plain = _ONE_SPELLING[words[0]]
    else:
        plain = "".join(_SHORT.get(word, word) for word in words)
    for pattern, letters in (*(_GIVEN_NAMES if korean else _NOT_KOREAN), *_LETTERS):
        plain = pattern.sub(letters, plain)
    return plain


@lru_cache(maxsize=16384)
def one_spelling(word: str) -> str:
    """Return the one way of a single word: what people are found by, and compared by with what was typed."""
    return canonical((word,))


def is_korean(words: Sequence[str]) -> bool:
    """Say whether a name begins or ends with a family name that is Korean (some are Chinese too)."""
    return any(romanized(word) in _KOREAN_FAMILIES for word in (*words[:1], *words[-1:]))
