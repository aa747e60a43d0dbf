"""Devices, implants and operations."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Rule, Tier

DEVICES = (
    Rule(
        code="recent_spine_procedure",
        name=_("Recent spine surgery or spine injection"),
        tier=Tier.HOLD,
        questions=("surgery", "injection_when"),
        when="surgery has spine_last_12w OR injection_when in {last_2w, not_sure}",
        why=_(
            "Early after spine surgery or an injection, infection or bleeding may be brewing and tissues are "
            "still healing."
        ),
        action=_(
            "Get the date, level and surgeon's or proceduralist's agreement; check the wound, fever and new "
            "nerve signs. Stay away from the site; distant points only if cleared."
        ),
        advice=(Advice(_("We will check with your surgeon or injection doctor before we decide about needles.")),),
        source="WHO 1999 s.II 2.2; IFOMPT 2020 (recent procedure as infection risk)",
        icd10=("Z98.890", "Z47.89", "Z98.1"),
    ),
    Rule(
        code="implanted_electronic_device",
        name=_("Implanted electronic device"),
        tier=Tier.CAUTION,
        questions=("devices", "meds_list", "anything_else"),
        when="devices has {pacemaker, icd, nerve_stimulator, pump} OR cond(implanted_electronic_device)",
        why=_(
            "Electric current can disturb pacemakers, defibrillators and stimulators; needles near the "
            "device can damage it."
        ),
        action=_(
            "No electroacupuncture or TENS unless the device clinic agrees in writing; no needles over the "
            "device or leads; manual needling elsewhere is fine."
        ),
        advice=(Advice(_("We will not use electrical current on you; bring your device card.")),),
        source="BMAS blog on ICDs 2023; Vasilakos 2011; WHO 1999 s.II 4; CNT 7th ed.",
        icd10=("Z95.0", "Z95.810", "Z96.82", "Z96.41"),
    ),
    Rule(
        code="heart_valve",
        name=_("Replaced or damaged heart valve"),
        tier=Tier.CAUTION,
        questions=("devices", "meds_list", "anything_else"),
        when="devices has {heart_valve, valve_disease} OR cond(heart_valve)",
        why=_(
            "Germs that enter the blood can settle on a replaced or damaged valve; a few infections after acupuncture "
            "have been reported, mainly with needles left in place."
        ),
        action=_(
            "Strict skin cleaning, no indwelling or ear press needles, short retention, no needling near "
            "skin infection; usual heart advice on fever after treatment."
        ),
        advice=(Advice(_("Call us and your doctor if you get a fever within two weeks of a visit.")),),
        source=("Systematic review of cardiac complications, J Invasive Cardiol 2019; BMAS practice (from memory)"),
        icd10=("Z95.2", "Z95.3", "Z95.4", "I38"),
    ),
    Rule(
        code="vascular_access",
        name=_("Port, line or dialysis access"),
        tier=Tier.CAUTION,
        questions=("devices", "meds_list", "anything_else"),
        when="devices has line OR cond(vascular_access)",
        why=_("A port, line or dialysis graft can bleed, clot or become infected."),
        action=_(
            "No needle, cuff or cupping on that arm or over the port; fever means the emergency room; time "
            "visits away from dialysis (heparin)."
        ),
        advice=(
            Advice(
                _("If we treat you, we keep needles away from it. If you get a fever, go to an emergency room."),
            ),
        ),
        source="CNT 7th ed.; clinical teaching (from memory)",
        icd10=("Z45.2", "Z99.2", "Z95.828"),
    ),
    Rule(
        code="implant_or_spine_surgery",
        name=_("Spine hardware, old spine surgery or implant"),
        tier=Tier.CAUTION,
        questions=("implants", "surgery"),
        when="implants has {spine_hardware, breast_cosmetic} OR surgery has spine_older",
        why=_(
            "Hardware and old surgery change the anatomy, and a removed lamina leaves less bone between "
            "needle and spinal canal."
        ),
        action=_(
            "Get operation level and scars; no deep midline or paraspinal needling over a laminectomy; none "
            "into a joint implant, breast implant or pump; no current across metal if painful."
        ),
        advice=(Advice(_("Bring your surgery notes or implant card if you have them.")),),
        source="de Valois 2024 (implants, reconstructions); clinical teaching (from memory)",
        icd10=("Z98.1", "M96.1", "Z96.698", "Z98.82"),
    ),
    Rule(
        code="recent_surgery",
        name=_("Surgery in the last 6 weeks"),
        tier=Tier.CAUTION,
        questions=("surgery",),
        when="surgery has other_last_6w",
        why=_("Wounds, clots and new medicines are common in the first weeks after an operation."),
        action=_(
            "Check the wound, calf pain, fever and blood thinners; keep 5 cm or more from scars; ask the "
            "surgeon if unsure."
        ),
        advice=(Advice(_("Tell us the date and kind of surgery and any new medicine.")),),
        source="WHO 1999 s.II 2.2; clinical teaching (from memory)",
        icd10=("Z48.89", "Z98.890"),
    ),
    Rule(
        code="implant_other",
        name=_("Artificial joint or other implant"),
        tier=Tier.NOTE,
        questions=("implants",),
        when="implants has {joint, other}",
        why=_("Germs and current matter near an artificial joint."),
        action=_("No needle into the joint or over the implant; no current across it."),
        advice=(Advice(_("Show us where your implant is.")),),
        source="de Valois 2024; CNT 7th ed.",
        icd10=("Z96.698",),
    ),
)
