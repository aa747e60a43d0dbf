"""An invented article, its Spanish edition, and a second article that nobody has translated."""

from typing import Any

from education import files, translated
from education.documents import digest, normal
from tests.education.shelf import REFERENCES, SHORT, WHOLE

ORIGINAL, SECOND, KEY = "needles-and-the-back", "second-article", "las-agujas-y-la-espalda"
SPANISH = {
    "title": "Las agujas y la espalda",
    "summary": "Lo que pueden hacer las agujas, en palabras cortas.",
    "takeaways": ["Ayudan a algunas personas.", "No pueden con **todo** [@sample-2001]."],
    "sections": [
        {
            "heading": "Qué se sabe",
            "body": "Algunas personas mejoran [@sample-2001]. Otras no [@sample-2002; @sample-2001].\n\n"
            "{{claim:better}}\n\n{{icons:9/100|tuvieron un moretón [@sample-2001]}}\n\n{{icons:2/100|casi se desmayan}}"
            "\n\n[Empiece](/es/intake/) con nuestras preguntas.",
        },
        {"heading": "Cuándo no esperar", "body": "Algunas señales son urgentes.\n\n{{emergency}}"},
    ],
    "claims": [
        {"id": "better", "statement": "El dolor baja.", "compared_with": "nada", "figures": "10 de cada 100 personas"},
        {"id": "bones", "statement": "Los huesos no cambian.", "compared_with": "", "figures": ""},
    ],
    "questions": [{"question": "¿Duele?", "answer": "Un poco [@sample-2001]. Dígalo, y paramos."}],
    "side_effects": [
        {"effect": "Un moretón", "how_often": "9 de cada 100 pacientes", "what_to_do": "Nada."},
        {"effect": "Un desmayo", "how_often": "2 de cada 100 pacientes", "what_to_do": "Acuéstese."},
    ],
    "guidelines": [
        {"body": "Una junta inventada", "says": "Se puede probar."},
        {"body": "Otra junta", "says": "No lo ofrezca."},
    ],
}


def shipped(*, body: str = "", **changes: Any) -> files.Library:
    """An article and its Spanish edition, and a second one in English only; `body` is what the second one says."""
    whole = normal(WHOLE, REFERENCES)
    short = {**SHORT, "sections": [{"heading": "All of it", "body": body}]} if body else SHORT
    others = {ORIGINAL: whole, SECOND: normal(short, REFERENCES)}
    spanish = normal(translated.with_words(whole, {**SPANISH, **changes}), REFERENCES)
    articles = [files.Shipped(key, document, digest(document)) for key, document in others.items()]
    edition = files.Shipped(KEY, spanish, digest(spanish), language="es", original=ORIGINAL)
    return files.Library((*articles, edition), REFERENCES)
