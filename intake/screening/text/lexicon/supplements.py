"""Supplements that may add to bleeding.

'Garlic' needs a pill word, because food does not count. Dangshen (Codonopsis) is not danshen. The
foreign names are from memory unless a comment says otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _, names_in

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
    world=names_in(
        """
aceite de higado de bacalao, aceite de krill, aceite de onagra, aceite de pescado, ajo en capsulas,
alicina, allicin, angelica sinensis, black seed oil, boluoke, bromelain, bromelaina, capsulas de ajo,
carthamus, compound danshen, corteza de sauce, curcuma, curcumina, cúrcuma capsulas, dang-gui, danggui,
dantonic, danzen, di long capsules, egb 761, epadel, evening primrose oil, fufang danshen, ganoderma,
gingko biloba, ginkgo biloba, ginkoba, ginseng rojo, haldi capsules, ligusticum, ligustrazine, lingzhi,
naoxintong, natto kinase, nattoquinasa, omacor, omega 3-6-9, omega3, panax ginseng, panax notoginseng,
pastillas de ajo, policosanol, pseudoginseng, quyushengxin, reishi, rokan, salvia miltiorrhiza, sanqi,
serrapeptasa, serratiopeptidasa, serratiopeptidase, shui zhi, tanakan, tao ren, tebokan, tebonin,
tianqi, tongxinluo, vitamina e, white willow, willow bark, xue fu zhu yu, xue sai tong, xue shuan tong,
xuefu zhuyu, xuesaitong, xueshuantong, yunnan bai yao, yunnan baiyao
"""
    ),
)
