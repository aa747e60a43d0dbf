"""The words a note is made of: where, how, and what came of it. Codes are stored and permanent; wording may change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.TextChoices):
    """The regions of the body picture, and the head, which the picture does not offer to a finger."""

    HEAD_EAR = "head_ear", _("Head or ear")
    NECK = "neck", _("Neck")
    UPPER_BACK = "upper_back", _("Upper back or shoulder")
    MID_BACK = "mid_back", _("Middle back")
    LOW_BACK = "low_back", _("Low back")
    BUTTOCK_HIP = "buttock_hip", _("Buttock, hip or sacrum")
    CHEST = "chest", _("Chest")
    ABDOMEN = "abdomen", _("Belly or flank")
    ARM_LEFT = "arm_left", _("Left arm")
    ARM_RIGHT = "arm_right", _("Right arm")
    LEG_LEFT = "leg_left", _("Left leg")
    LEG_RIGHT = "leg_right", _("Right leg")


class Technique(models.TextChoices):
    MANUAL = "manual", _("Needles by hand")
    ELECTRO = "electro", _("Electrical stimulation")
    HEAT = "heat", _("Heat or moxa")
    CUPPING = "cupping", _("Cupping")
    PRESS = "press", _("Press needles left in")
    NO_NEEDLES = "no_needles", _("No needles (acupressure, laser)")


class Depth(models.TextChoices):
    SUPERFICIAL = "superficial", _("Superficial")
    USUAL = "usual", _("Usual")
    DEEP = "deep", _("Deep")


class Position(models.TextChoices):
    PRONE = "prone", _("Face down")
    SUPINE = "supine", _("On the back")
    SIDE = "side", _("On the side")
    SEATED = "seated", _("Seated")


class Supervision(models.TextChoices):
    STAYED = "stayed", _("Someone stayed in the room")
    BELL = "bell", _("Alone with a bell")


class EventKind(models.TextChoices):
    """What went wrong. The common ones first; a note and a check-in use the same codes."""

    BLEEDING = "bleeding", _("Bleeding or bruise")
    NEEDLE_PAIN = "needle_pain", _("Pain where the needles were")
    FLARE = "flare", _("Symptoms worse")
    TIRED = "tired", _("Strong tiredness")
    FAINT = "faint", _("Faint, dizzy or sick")
    SKIN = "skin", _("Skin reaction or burn")
    HEADACHE = "headache", _("Headache")
    NERVE = "nerve", _("Numbness, tingling or weakness")
    INFECTION = "infection", _("Infection")
    BREATH = "breath", _("Chest pain or shortness of breath")
    LUNG = "lung", _("Collapsed lung")
    SEIZURE = "seizure", _("Seizure")
    NEEDLE_LEFT = "needle_left", _("Needle forgotten or broken")
    OTHER = "other", _("Something else")


class Severity(models.TextChoices):
    """Serious as in trials: death, danger to life, a hospital stay, lasting harm, or what would have led to these."""

    MILD = "mild", _("Mild: no care needed")
    MODERATE = "moderate", _("Moderate: needed care or kept from daily life")
    SERIOUS = "serious", _("Serious: hospital, danger to life or lasting harm")


class Action(models.TextChoices):
    UNKNOWN = "unknown", _("Not said yet")
    NONE = "none", _("Nothing needed")
    ADVICE = "advice", _("Advice given")
    FIRST_AID = "first_aid", _("Care in the room")
    REFERRED = "referred", _("Sent to a doctor")
    EMERGENCY = "emergency", _("Emergency services called")


class Outcome(models.TextChoices):
    UNKNOWN = "unknown", _("Not known yet")
    RESOLVED = "resolved", _("Gone")
    ONGOING = "ongoing", _("Still there")
    LASTING = "lasting", _("Lasting harm")
    DEATH = "death", _("Death")
