"""WHO: the people of the clinic. Nothing medical is stored in this room."""

from clinic.accounts.models.invitations import Invitation
from clinic.accounts.models.links import Difference, LinkedPatient, NotOnePerson
from clinic.accounts.models.patients import Correction, Ended, NameWord, Patient, PhoneRun, Present
from clinic.accounts.models.sign_ins import SignInRecord
from clinic.accounts.models.users import Practitioner, User, UserManager
from clinic.accounts.portrait_rows import Portrait

__all__ = [
    "Correction",
    "Difference",
    "Ended",
    "Invitation",
    "LinkedPatient",
    "NameWord",
    "NotOnePerson",
    "Patient",
    "PhoneRun",
    "Portrait",
    "Practitioner",
    "Present",
    "SignInRecord",
    "User",
    "UserManager",
]

# Where Django looks for the models of a package of this room.
from clinic.accounts.erasure.models import ErasureRequest  # noqa: F401  (it needs Patient)
from clinic.accounts.texting.reached import TextConsent  # noqa: F401  (registered with this app)
