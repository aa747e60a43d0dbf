"""Supplements that may add to bleeding.

'Garlic' needs a pill word, because food does not count. Dangshen (Codonopsis) is not danshen. The
foreign names are from memory unless a comment says otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _

SUPP_BLEED = Group(
    code="SUPP_BLEED",
    title=_("Supplements that may add to bleeding"),
    rule="minor_bleeding_risk_med",
    fuzzy={
        "ginkgo": ("gingko",),
        "turmeric": (),
        "curcumin": (),
        "ginseng": (),
        "danshen": (),
        "feverfew": (),
        "nattokinase": (),
        "kyolic": (),
        "lovaza": (),
        "vascepa": (),
    },
    exact=(
        "icosapent",
        "serrapeptase",
        "lumbrokinase",
        "notoginseng",
    ),
    foreign=(
        "honghua",
        "chuanxiong",
        "hongsam",
        "hong hua",
        "san qi",
        "tian qi",
        "chuan xiong",
        "丹参",
        "丹參",
        "当归",
        "當歸",
        "三七",
        "川芎",
        "红花",
        "銀杏",
        "银杏",
        "홍삼",
        "인삼",
        "당귀",
    ),
    phrases=(
        "fish oil",
        "omega 3",
        "omega-3",
        "krill oil",
        "cod liver oil",
        "vitamin e",
        "dong quai",
        "dang gui",
        "garlic pills",
        "garlic pill",
        "garlic capsules",
        "garlic supplement",
        "garlic extract",
        "garlic tablets",
        "dan shen",
        "red ginseng",
    ),
)
