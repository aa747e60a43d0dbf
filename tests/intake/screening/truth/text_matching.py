"""How a name is found: tokens, hyphens, phrases, spelling distance, stop words, other alphabets."""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only, quiet, sayings

OPEN: dict[str, Value] = {"blood_thinner": None, "med_types": None, "seizure": None}


def _thins(*lines: str) -> list[Case]:
    return [only("anticoagulant", **OPEN, meds_list=text) for text in sayings(*lines)]


def _is_not_found(*lines: str) -> list[Case]:
    """No listed drug and no other known medicine: a list nobody can read."""
    return [instead("anticoagulant", "medicines_unread", meds_list=text) for text in sayings(*lines)]


CASES: list[Case] = [
    *named(
        "match:near spelling",
        [
            *_thins("xareltto | eliqui | elliquis 5 | eliquiss | apixabann | heparins"),
            *_thins("xaretlo | savayssa | pradaxxa | lovenoxx"),  # one step in 6 to 9 letters
            *_thins("rivaroksaban | rivoroxabam | enoxeparine | enoksaparin | dabigaatrann"),  # two in 10 and more
            *_thins("dabigatron | fondaparinuxx | edoxabam | desirudon | clexan"),
            fires("osteoporosis", meds_list="fosamx"),
            fires("osteoporosis", meds_list="prolja"),
            fires("neutropenia_risk", meds_list="karboplatin"),
            *_thins("heliquis"),  # it sounds the same
            only("anticoagulant", "anticoagulant_high_risk", **OPEN, meds_list="wrfarin"),
            only("anticoagulant", "anticoagulant_high_risk", **OPEN, meds_list="warfarim"),
            only("antiplatelet", med_types=["antiplatelet"], meds_list="plavxi"),
            fires("antiplatelet", meds_list="plavxi"),
            fires("antiplatelet", meds_list="clopidrogel"),
            fires("minor_bleeding_risk_med", meds_list="ibuprofem"),
            fires("diabetes_neuropathy", meds_list="insulni"),
            fires("anticonvulsant_other_use", meds_list="gabapantine"),
            fires("anticonvulsant_other_use", meds_list="carbamezapine"),
            fires("seizure_disorder", meds_list="kepprra"),
            fires("bleeding_disorder", meds_list="hemlibar"),
            fires("neutropenia_risk", meds_list="cisplatina"),
            fires("neutropenia_risk", meds_list="neulastaa"),
            fires("immunosuppressed", meds_list="adalimumap"),
            fires("minor_bleeding_risk_med", meds_list="turmerik"),
            fires("minor_bleeding_risk_med", meds_list="ginko"),
            fires("minor_bleeding_risk_med", meds_list="nattokinnase"),
            # as near to leflunomide as to lenalidomide: both count
            only(
                "immunosuppressed",
                "neutropenia_risk",
                "answers_conflict",
                med_types=None,
                conditions=None,
                meds_list="lenalunomide",
            ),
        ],
    ),
    *named(
        "match:too far",
        [
            *_is_not_found("elikwis | xxarellto"),  # two steps in seven letters
            *_is_not_found("deliquis"),  # another first letter
            *_is_not_found("clopydigrill | rivoroksaban"),  # three steps in eleven
            *_is_not_found("adivl | aleev | bayerr | mobiic"),  # none in five
            *_is_not_found("el1quis | eliq'uis | x4relto"),  # a digit or sign
            *_is_not_found("asaa | asprn"),
            clear("anticoagulant", anything_else="my eloquence and liquor"),
        ],
    ),
    *named(
        "match:tokens",
        [
            *_thins("eliquis5mg | eliquis5 | xarelto20 | xarelto20mg | Eliquis,Lisinopril", "eliquis-generic"),
            *_thins("[Eliquis] | Eliquis* | Eliquis & lisinopril | 1.Eliquis | Eliquis→morning", '"Eliquis"'),
            *_thins("lisinopril+eliquis | eliquis/xarelto | generic-Eliquis"),
            only("seizure_disorder", **OPEN, meds_list="keppra500"),
            only("seizure_disorder", **OPEN, meds_list="keppra500mg"),
            fires("neutropenia_risk", meds_list="5fu"),
            fires("neutropenia_risk", meds_list="5-FU"),
            fires("neutropenia_risk", meds_list="R-CHOP"),
            fires("bleeding_disorder", meds_list="Humate-P"),
            fires("bleeding_disorder", meds_list="humate p"),
        ],
    ),
    *named(
        "match:phrases",
        [
            *_thins("blood thinner | Blood Thinners | blood-thinner | bloodthinner | bloodthinners", "blood thinning"),
            *_thins("thuoc loang mau | THUỐC CHỐNG ĐÔNG | sangre espesa | para adelgazar la sangre"),
            only("minor_bleeding_risk_med", meds_list="fish-oil"),
            only("minor_bleeding_risk_med", meds_list="codliveroil"),
            only("minor_bleeding_risk_med", meds_list="peptobismol"),
            only("minor_bleeding_risk_med", meds_list="omega3"),
            only("minor_bleeding_risk_med", meds_list="Omega-3"),
            only("minor_bleeding_risk_med", meds_list="St Joseph aspirin"),
            only("minor_bleeding_risk_med", meds_list="st-joseph-aspirin"),
            only("minor_bleeding_risk_med", meds_list="Goody’s Powder"),
            only("minor_bleeding_risk_med", meds_list="garlic pills"),
            only("minor_bleeding_risk_med", meds_list="acido acetilsalicilico"),
            only("immunosuppressed", med_types=None, meds_list="hydrocortisone 10 mg"),
            only("immunosuppressed", med_types=None, meds_list="hydrocortisone tablets"),
            only("immunosuppressed", med_types=None, meds_list="Addison’s"),
            only("immunosuppressed", med_types=None, meds_list="budesonide capsules"),
            clear("immunosuppressed", meds_list="hydrocortisone"),
            clear("immunosuppressed", meds_list="budesonide"),
            # a missing space is forgiven only from nine letters on
            *_is_not_found("fishoil | dongquai"),
            clear("minor_bleeding_risk_med", meds_list="vitamin d"),
            clear("minor_bleeding_risk_med", meds_list="vitamin c, garlic"),
            quiet("minor_bleeding_risk_med", meds_list="fish and olive oil"),
            # a space inside a single name
            *_thins("eli quis | xar elto"),
            # the longest phrase wins and uses up its words
            only("bleeding_carrier", bleeding=None, anything_else="hemophilia carrier"),
            only("bleeding_carrier", bleeding=None, anything_else="carrier of hemophilia"),
            only("text_hit_review", anything_else="cerebral aneurysm"),
            only("text_hit_review", anything_else="brain aneurysm"),
        ],
    ),
    *named(
        "match:other alphabets",
        [
            only("anticoagulant", "anticoagulant_high_risk", **OPEN, meds_list="我在吃华法林"),
            only("anticoagulant", "anticoagulant_high_risk", **OPEN, meds_list="와파린을 먹어요"),
            # no cue is read for them
            only("anticoagulant", **OPEN, meds_list="no 肝素"),
            only("anticoagulant", **OPEN, meds_list="stopped 자렐토 last year"),
            only("anticoagulant", **OPEN, meds_list="我妈妈吃利伐沙班"),
            only("antiplatelet", "answers_conflict", **OPEN, meds_list="每天波立维75mg"),
            only("minor_bleeding_risk_med", **OPEN, meds_list="아스피린"),
            only("minor_bleeding_risk_med", **OPEN, meds_list="不吃阿司匹林"),
            only("seizure_disorder", **OPEN, meds_list="케프라 500"),
            only("seizure_disorder", **OPEN, anything_else="我有癫痫"),
            only("pregnancy", pregnancy=None, anything_else="임신 12주"),
            only("pregnancy", pregnancy=None, anything_else="我怀孕了"),
            only("vascular_access", devices=None, anything_else="每周透析三次"),
            only("implanted_electronic_device", devices=None, anything_else="装了起搏器"),
            only("seizure_disorder", **OPEN, meds_list="Fenitoína 100"),
            only("seizure_disorder", **OPEN, meds_list="fenitoina 100"),
            only("anticoagulant", **OPEN, meds_list="արյունը նոսրացնող"),
        ],
    ),
    *named(
        "match:everyday words",
        [
            clear("minor_bleeding_risk_med", anything_else="I am aspiring to walk again, with benefits"),
            clear("immunosuppressed", anything_else="an exercise program for my neural pain"),
            clear("skin_infection", anything_else="a single shingle"),
            clear("anticonvulsant_other_use", anything_else="I write lyrics"),
            clear("antiplatelet", anything_else="I love every petal"),
            clear("neutropenia_risk", anything_else="Hydra and cortex"),
            clear("minor_bleeding_risk_med", meds_list="dangshen, vitamin c"),
            clear("bleeding_disorder", anything_else="insurance benefit policy"),
            clear("seizure_disorder", anything_else="confusion after a concussion"),
            instead("recent_vascular_event", "cardio_renal_liver", "answers_conflict", anything_else="a stent in 2010"),
        ],
    ),
]
