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


STAFF = (
    DemoPerson(
        "noor@clinic.example",
        "Noor Inventada",
        "practitioner",
        "practitioner: reads the forms and decides",
        licence="AC 00001 (invented)",
        title="L.Ac.",
        languages="English, Spanish, Arabic",
    ),
    DemoPerson(
        "tomas@clinic.example",
        "Tomás Ejemplo",
        "practitioner",
        "practitioner",
        licence="AC 00002 (invented)",
        title="L.Ac., DAOM",
        languages="English, Spanish",
    ),
    DemoPerson(
        "mei@clinic.example",
        "Mei Beispiel",
        "practitioner",
        "practitioner",
        licence="AC 00003 (invented)",
        title="L.Ac.",
        languages="English, Mandarin, Korean",
    ),
    DemoPerson("rui@clinic.example", "Rui Amostra", "front desk", "front desk"),
    DemoPerson("edda@clinic.example", "Edda Muster", "editor", "editor"),
    DemoPerson(
        "ada@clinic.example", "Ada Sample", "administrator", "administrator: people, clinic settings, emails, audit log"
    ),
)
