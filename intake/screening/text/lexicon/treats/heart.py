"""Heart, vessels, stroke, and blood pressure that falls too low."""

from intake.screening.text.lexicon.shapes import Treats, names_in
from intake.screening.text.lexicon.treats.water_pills import LOOP, POTASSIUM_SPARING

_BETA_BLOCKERS = names_in(
    """
carvedilol, coreg, bisoprolol, bisoprolol fumarate, zebeta, concor, emconcor, metoprolol, metoprolol succinate,
metoprolol tartrate, toprol, lopressor, betaloc, seloken
"""
)

TREATS = (
    Treats(
        code="for_heart_disease",
        ticks=("heart_disease",),
        conditions=("heart_disease",),
        names=names_in(
            """
acoramidis, aficamten, amiodarona, amiodarone, attruby, betapace, bidil, camzyos, cordarone, corlanor,
digoxin, digoxina, dofetilida, dofetilide, dronedarona, dronedarone, entresto, flecainida, flecainide,
imdur, isordil, isosorbida, isosorbide, ivabradina, ivabradine, lanoxin, mavacamten,
mononitrato de isosorbide, multaq, nicorandil, nitroglicerina, nitroglycerin, nitrolingual, nitrostat,
pacerone, procoralan, propafenona, propafenone, ranexa, ranolazina, ranolazine, rythmol, sacubitril,
sacubitrilo, sotalol, tafamidis, tambocor, tikosyn, trimetazidina, trimetazidine, vastarel, vericiguat,
verquvo, vyndamax, vyndaqel
"""
        ),
        pairs=(
            ((*_BETA_BLOCKERS, "nebivolol", "bystolic", "nebilet"), LOOP),
            (LOOP, POTASSIUM_SPARING),
            (
                _BETA_BLOCKERS,
                (
                    *POTASSIUM_SPARING,
                    *names_in(
                        """
dapagliflozin, dapagliflozina, farxiga, forxiga, empagliflozin, empagliflozina, jardiance
"""
                    ),
                ),
                names_in(
                    """
lisinopril, lisinoprilo, losartan, losartan potassium, enalapril, enalaprilo, ramipril, ramiprilo, valsartan
"""
                ),
            ),
        ),
    ),
    Treats(
        code="for_vessels",
        ticks=("heart_disease", "stroke_tia", "recent_event"),
        conditions=("heart_disease", "stroke", "tia"),
        names=names_in("coplavix, duoplavin"),  # both in one pill
        pairs=((("ANTIPLATELET",), ("ASPIRIN",)),),
    ),
    Treats(
        code="for_stroke_tia",
        ticks=("stroke_tia",),
        conditions=("stroke", "tia"),
        names=names_in(
            """
aggrenox, asasantin, asasantine, dipiridamol, dipyridamole, nimodipine, nimodipino, nimotop, nymalize,
persantin, persantine
"""
        ),
    ),
    Treats(
        code="for_fainting",
        ticks=("fainting",),
        conditions=("fainting",),
        names=names_in(
            """
droxidopa, florinef, fludrocortisona, fludrocortisone, gutron, midodrina, midodrine, northera, orvaten,
proamatine
"""
        ),
    ),
)
