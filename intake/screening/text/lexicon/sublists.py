"""Parts of the lexicon that a rule asks for by a name of their own."""

from intake.screening.text.lexicon.shapes import SubList, _, names_in

_BARE_WORDS = (
    "blood thinner",
    "blood thinners",
    "blood thinning",
    "anticoagulant",
    "anticoagulants",
    "anticoagulante",
    "anticoagulantes",
    *names_in(
        """
thin my blood, thins my blood, thin the blood, thins the blood, thin out my blood, keep my blood thin, keeps my
blood thin, blood from clotting, pill for blood clots, pills for blood clots, medicine for blood clots,
medication for blood clots, something for blood clots, meds for blood clots, pill for clots, pills for clots,
medicine for clots, clot prevention pill, to prevent blood clots, to prevent clots, para los coagulos, para
coagulos, para evitar coagulos, para prevenir coagulos, no se me coagule la sangre, no se coagule la sangre, no
se haga coagulos, no se me hagan coagulos, el seguro para la sangre, medicinas para la sangre, medicamento para
la sangre, tableta para la sangre, tabletas para la sangre, algo para la sangre,
adelgazante de la sangre, adelgazantes de la sangre, anticoagulacion, anticoagulada, anticoagulado,
anticoagulant therapy, anticoagulated, anticoagulation, blood thiner, blood thiners, bloodthinners,
inr clinic, my inr, mi inr, el inr, control de inr, protime,
anticoagulation clinic, doac, doacs, medicina para la sangre, noac, noacs, pastilla para la sangre,
pastillas para la sangre,
keep me from clotting, keeps me from clotting, keep from clotting, keep my blood from clotting, keep it from clotting,
to avoid clots, to avoid blood clots, to stop clots, against blood clots, against clots,
contra los coagulos, contra coagulos, thinners
"""
    ),
)

_ASPIRIN = names_in(
    """
aspirin, aspirina, asa, bayer, ecotrin, bufferin, durlaza, vazalore, yosprala, anacin, excedrin,
ascriptin, baby aspirin, st joseph aspirin, acetylsalicylic acid, ácido acetilsalicílico,
acetilsalicilico, acetylsalicylate, aspirin 81, 81 mg aspirin, aspirina 81, aspirina infantil,
low dose aspirin, cafiaspirina, cardioaspirina, adiro,
bayaspirin, astrix, aspirina protect, ecosprin, disprin, colsprin, caprin, nu-seals, nuseals,
micropirin, anadin, aspilets, ascard, loprin, delisprin, cardiprin, tromalyt, inyesprin, aspirineta,
asaflow, cardegic, kardegic, carbasalate calcium, alka seltzer, alka-seltzer, 아스피린, 아스트릭스, 阿司匹林
"""
)

_ASPIRIN_WITH = ("aggrenox",)  # beside another platelet drug, in one pill

SUBLISTS = (
    SubList(
        code="THINNER_WORDS",
        meaning=_("Bare words for the class"),
        members=_BARE_WORDS,
    ),
    SubList(
        code="ANTICOAG_NAMED",
        meaning=_("ANTICOAG without the bare words"),
        all_of="ANTICOAG",
        but_not=_BARE_WORDS,
    ),
    SubList(
        code="WARFARIN",
        meaning=_("Vitamin K antagonists (INR needed)"),
        members=(
            "warfarin",
            "coumadin",
            "jantoven",
            "acenocoumarol",
            "acenocumarol",
            "sintrom",
            "phenprocoumon",
            "marcumar",
            "aldocumar",
            "marevan",
            "orfarin",
            "fluindione",
            "previscan",
            "와파린",
            "쿠마딘",
            "华法林",
            "華法林",
            *names_in(
                """
acitrom, nicoumalone, anisindione, antitrom, azecar, cofarin, coumadan, coumadine, dicoumarol, dicumarol, dindevan,
falithrom, femoprocoumon, fenindiona, fluindiona, lawarin, liquamar, marcoumar, mini-sintrom,
minisintrom, neosintrom, nicumalon, nitrom, phenindione, simarc, sincumar, syncumar, synthrom,
tedicumar, tioclomarol, tromexan, uniwarfin, varfarina, varfarine, varfine, waran, warf, warf-5,
warfant, warfarina, warfarine, warfilone
"""
            ),
        ),
    ),
    SubList(
        code="NSAID_SECOND_RISK",
        meaning=_("ASPIRIN_NSAID without pepto bismol, salsalate and diflunisal"),
        all_of="ASPIRIN_NSAID",
        but_not=("pepto bismol", "salsalate", "diflunisal"),
    ),
    SubList(
        code="NSAID_OTHER",
        meaning=_("NSAID_SECOND_RISK without aspirin"),
        all_of="ASPIRIN_NSAID",
        but_not=("pepto bismol", "salsalate", "diflunisal", *_ASPIRIN, *_ASPIRIN_WITH),
    ),
    SubList(
        code="ASPIRIN",
        meaning=_("Aspirin under all its names"),
        members=(*_ASPIRIN, *_ASPIRIN_WITH),
    ),
    SubList(
        code="BLOOD_MOVING",
        meaning=_("Herbs that count as a second risk with an anticoagulant"),
        members=(
            "danshen",
            "dan shen",
            "丹参",
            "丹參",
            "dong quai",
            "dang gui",
            "当归",
            "當歸",
            "당귀",
            "ginkgo",
            "gingko",
            "銀杏",
            "银杏",
            "nattokinase",
            *names_in(
                """
angelica sinensis, boluoke, carthamus, chuan xiong, chuanxiong, compound danshen, dang-gui, danggui,
dantonic, egb 761, fufang danshen, gingko biloba, ginkgo biloba, ginkoba, hong hua, honghua,
ligusticum, ligustrazine, lumbrokinase, naoxintong, natto kinase, nattoquinasa, notoginseng,
panax notoginseng, pseudoginseng, rokan, salvia miltiorrhiza, san qi, sanqi, shui zhi, tanakan,
tao ren, tebokan, tebonin, tian qi, tianqi, tongxinluo, xue fu zhu yu, xue sai tong, xue shuan tong,
xuefu zhuyu, xuesaitong, xueshuantong, yunnan bai yao, yunnan baiyao, 三七, 川芎, 红花
"""
            ),
        ),
    ),
    SubList(
        code="BTK",
        meaning=_("BTK drugs, which also cause bleeding"),
        members=(
            "ibrutinib",
            "imbruvica",
            "acalabrutinib",
            "calquence",
            "zanubrutinib",
            "brukinsa",
            "pirtobrutinib",
            "jaypirca",
            *names_in(
                """
orelabrutinib, remibrutinib, rilzabrutinib, tirabrutinib, velexbru, wayrilz
"""
            ),
        ),
    ),
    SubList(
        code="STEROID",
        meaning=_("Systemic steroids"),
        members=(
            "prednisone",
            "deltasone",
            "rayos",
            "prednisolone",
            "orapred",
            "millipred",
            "methylprednisolone",
            "medrol",
            "dexamethasone",
            "decadron",
            "hemady",
            "cortef",
            "alkindi",
            "khindivi",
            "deflazacort",
            "emflaza",
            "vamorolone",
            "agamree",
            "uceris",
            "entocort",
            "tarpeyo",
            "celestone",
            "meticorten",
            "solondo",
            "metilprednisolona",
            "steroid pills",
            "oral steroids",
            "steroid tablets",
            "hydrocortisone tablet",
            "hydrocortisone tablets",
            "hydrocortisone pill",
            "hydrocortisone pills",
            "hydrocortisone 5 mg",
            "hydrocortisone 10 mg",
            "hydrocortisone 15 mg",
            "hydrocortisone 20 mg",
            "budesonide capsule",
            "budesonide capsules",
            "artri king",
            "artri ajo king",
            "ortiga mas ajo rey",
            "alin depot",
            "泼尼松",
            "強的松",
            "소론도",
            "프레드니솔론",
            *names_in(
                """
adreson, alin, aristocort, azacortid, betametasona gotas, betametasona oral, betametasona pastillas,
betametasona tabletas, betamethasone pill, betamethasone pills, betamethasone tablet,
betamethasone tablets, betnelan, betnesol, budenofalk, budesonida capsulas, budesonide tablets,
calcort, celestamine, chronic steroids, cidoten, cloprednol, cortancyl, cortax, corticoide oral,
corticoides, cortidex, cortiment, cortisona, cortisone, cortisone acetate, cortisone pills, cortone,
cronocorteroid, cryosolona, dacortin, daily steroids, decadronal, decdan, decortin, decortin h,
defcort, deflazacorte, defnalone, defza, deltacortene, deltacortril, deltastab, deltisona, demisone,
denacen, depomedrol, depopred, dexabion, dexametasona, dexamethason, dexasone, dexona, dexone, dexsone,
dezacor, dibasona, dilacort, diprofos, diprospan, dxevo, efmody, eohilia, esteroides orales, estilsona,
fisopred, flantadin, flebocortid, flo-pred, fortecortin, hidexa, hidrocortisona oral,
hidrocortisona pastillas, hidrocortisona tabletas, hisone, hydrocortancyl, hydrocortone, intesticort,
ivepred, jorveza, ledercort, lodotra, long term steroids, medixon, medrate, medrone, meprednisona,
meprednisone, methylprednisolon, metilpres, metypred, metypresol, neofordex, omnacortil, oradexon,
ortikos, paramethasone, pastillas de esteroides, pediapred, pepred, pevanti, pidiapred, plenadren,
precortisyl, pred, predmet, prednisolon, prednisolona, prednisolonum, prednison, prednisona,
prednisonum, predsolan, prelone, solu-medrol, solumedrol, solupred, sterapred, taperdex,
triamcinolona tabletas, triamcinolone tablets, urbason, wymesone, wysolone, zamene
"""
            ),
        ),
    ),
)
