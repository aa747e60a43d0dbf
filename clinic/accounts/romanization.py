"""One way to write what is written in several: by romanization, by habit, or cut short. Pure.

It decides only whether two spellings are one name (spelling.is_one_name), where the birth date agrees too: so letters
that nobody tells two people apart by may fall together (Aleksey, Alexei), and given names that twins have may not.
"""

import re
from collections.abc import Sequence

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
        "xu hsu hsü tsui",
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
    )
    for spelling in group.split()
}
# Family names that come first: with one of them in front, the given name may be said alone.
_FAMILIES = """
    bae bai bui cai cao cha chang chen cheng cui dang deng ding dinh do dong du duan duong fan fang feng fu gao gong
    gu guo han hao he hoang hong hou hu huang huynh hwang jang jia jiang jin ju kang kong lai lam le lei liang liao
    lin liu long lu luo lv ly ma mai mao meng min nam ngo nguyen pan peng pham phan qian qin qiu ren shao shen shi
    song su sun tan tang tian tran truong vo vu wan wang wei wu xia xiao xie xiong xu xue yan yang yao ye yin yu
    yuan zeng zhang zhao zheng zhong zhou zhu zou
"""
FAMILY_FIRST = frozenset((*_ROMANIZED, *_FAMILIES.split()))
_KOREAN = """
    gim li bak choe jeong gang jo yun im sin seo gwon an ryu go mun baek heo no gu jeon u o sim eom hwang song hong
    yang han bae nam namgung ha cha min jin ji chae won seong son
"""
_KOREAN_FAMILIES = frozenset(_KOREAN.split())
# Words that are written short, or in another way, by habit: each stands for itself and for nobody else's name.
_SHORT = {
    "st": "saint",
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
}
# In the order in which they are applied. Letters with marks by two letters (Müller, Mueller; Kjær, Kjaer; Aangstrom),
# Mac and Mc, Abd al-Rahman and Abderrahman, Đoković and Djokovic, Satō and Satou, Yuliya and Yulia, Alexey and Aleksei.
_LETTERS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"([aou])e", r"\1"),
        (r"a(a)", r"\1"),
        (r"^mac(?=[b-df-hj-np-tv-z][a-z]{2})", "mc"),
        (r"^abd[aeiou][lrsnz](?=[a-z]{3})", "abdal"),
        (r"^dj|(?<=[^aeiou])dj", "d"),
        (r"uu|oy(?=[^aeiouy])", "u"),
        (r"^oh(?=[^aeiou])|ou$", "o"),
        (r"x", "ks"),
        (r"[yj](?![aeiou])|(?<=[aeiou])y(?=a)", "i"),
        (r"i+", "i"),
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
        (r"^k(?=y|w|eu|il|i$)", "g"),
    )
)


def romanized(word: str) -> str:
    """Return the one spelling for all of a family name that is romanized in several: park, pak and bak are bak."""
    return _ROMANIZED.get(word, word)


def canonical(words: Sequence[str], *, korean: bool = False) -> str:
    """Return how these folded words of a name are written as one, in the one way for all their ways.

    `korean` says that the name they stand in has a Korean family name.
    """
    if len(words) == 1 and words[0] in _ROMANIZED:
        plain = _ROMANIZED[words[0]]
    else:
        plain = "".join(_SHORT.get(word, word) for word in words)
    for pattern, letters in (*(_GIVEN_NAMES if korean else ()), *_LETTERS):
        plain = pattern.sub(letters, plain)
    return plain


def is_korean(words: Sequence[str]) -> bool:
    """Say whether a name begins or ends with a family name that is Korean (some are Chinese too)."""
    return any(romanized(word) in _KOREAN_FAMILIES for word in (*words[:1], *words[-1:]))
