"""Words that promise more than anybody knows, in Spanish; what to do instead is what stands beside the English ones."""

from education.advertising import ADVERTISING, Family

_HINTS = {family.name: family.hint for family in ADVERTISING}
_PATTERNS = {
    "cure": (r"cur(?:a|an|ar|ará|arán|ado|ada|ando|ativ[oa]s?|able|ación)",),
    "promise": (r"garantiz\w+", r"garantías? de resultados?", "funciona para todos"),
    "healing crisis": (r"crisis (?:curativa|de sanación)", "reacción terapéutica"),
    "healing": (r"san(?:ar|ará|ación|ador\w*)",),
    "detox": (r"desintoxic\w+", r"detox\w*", "toxinas?", r"depur(?:ar|ativ\w+)"),
    "without risk": (
        r"sin (?:ningún )?riesgos?",
        r"(?:totalmente|completamente|absolutamente|100 ?%) segur[oa]s?",
        "sin efectos secundarios",
        "inofensiv[oa]s?",
    ),
    "without pain": (r"indolor(?:es|a)?", "sin ningún dolor"),
    "wonder": (r"milagr\w+", r"mágic\w+", r"revolucionari\w+", r"increíble\w*", r"asombros\w+", "maravillos[oa]s?"),
    "proof": (r"(?:clínicamente|científicamente|médicamente) (?:probad|comprobad|demostrad)[oa]s?",),
    "the best": (
        r"(?:el|la|los|las) mejor(?:es)? (?:acupunturistas?|clínicas?|tratamientos?|resultados?|profesional(?:es)?)",
        "de primer nivel",
        "número uno",
        r"premiad[oa]s?",
    ),
    "for ever": (r"instantáne\w+", "alivio inmediato", r"alivio permanente", "para siempre"),
    "energy": (
        r"(?:sube|refuerza|aumenta) (?:su|la|las) (?:energía|inmunidad|defensas|circulación)",
        r"equilibr(?:a|ar) (?:su|la) energía",
    ),
}
SPANISH_ADVERTISING = tuple(Family(name, patterns, _HINTS[name]) for name, patterns in _PATTERNS.items())
