"""The invented staff of the demo clinic, and the one password they share."""

from dataclasses import dataclass

PASSWORD = "lantern-street-demo"  # noqa: S105  (printed at every start; demo mode only)


@dataclass(frozen=True)
class DemoPerson:
    """Somebody who works at the demo clinic. `says` is how the welcome introduces them."""

    email: str
    name: str
    role: str
    says: str
    licence: str = ""
    title: str = ""
    languages: str = ""
    bio: str = ""


STAFF = (
    DemoPerson(
        "noor@clinic.example",
        "Noor Inventada",
        "practitioner",
        "practitioner: reads the forms and decides",
        licence="AC DEMO-1",
        title="L.Ac.",
        languages="English, Spanish, Arabic",
        bio="Noor was a physical therapist before she learned to needle. She treats backs that have hurt for years.",
    ),
    DemoPerson(
        "tomas@clinic.example",
        "Tomás Ejemplo",
        "practitioner",
        "practitioner",
        licence="AC DEMO-2",
        title="L.Ac., DAOM",
        languages="English, Spanish",
        bio="Tomás has treated runners and dancers for 19 years. He speaks Spanish with a third of his patients.",
    ),
    DemoPerson(
        "mei@clinic.example",
        "Mei Beispiel",
        "practitioner",
        "practitioner",
        licence="AC DEMO-3",
        title="L.Ac.",
        languages="English, Mandarin, Korean",
        bio="Mei likes careful plans. She sees people who are pregnant and people who take many medicines.",
    ),
    DemoPerson("rui@clinic.example", "Rui Amostra", "front desk", "front desk"),
    DemoPerson("edda@clinic.example", "Edda Muster", "editor", "editor"),
    DemoPerson(
        "ada@clinic.example", "Ada Sample", "administrator", "administrator: people, clinic settings, emails, audit log"
    ),
)
