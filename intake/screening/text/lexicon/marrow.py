"""Medicines that can stop white-cell production.

The group fires no rule by itself: it shows on the chart, and it is an infection risk with fever.
The foreign names are from memory unless a comment says otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _, names_in

MARROW = Group(
    code="MARROW",
    title=_("Medicines that can stop white-cell production"),
    rule=None,
    exact=(
        "clozapine",
        "clozaril",
        "versacloz",
        "deferiprone",
        "ferriprox",
        "valganciclovir",
        "valcyte",
        "methimazole",
        "propylthiouracil",
    ),
    foreign=(
        "leponex",
        "metamizole",
        "metamizol",
        "dipyrone",
        "dipirona",
        "melubrina",
    ),
    world=names_in(
        """
analgin, ancobon, baralgin, benzylthiouracil, buscapina compositum, buscapina compuesta, carbimazol,
carbimazole, chloramphenicol, cloranfenicol, clozapin, clozapina, combivir, conmel, cymevene, cytovene,
danantizol, dapsona, dapsone, deferiprona, denzapine, dipirona sodica, dolo-neurobion, elcrit,
favistan, flucitosina, flucytosine, ganciclovir, magnopyrol, mercazole, metamizol sodico,
metamizole sodium, methimazol, metimazol, neo mercazole, neo-melubrina, neo-mercazole, neomelubrina,
neomercazole, nolotil, northyx, novalgin, novalgina, procil, prodolina, propiltiouracilo, propycil,
propylthiouracilum, ptu, retrovir, sequax, sizopin, strumazol, tapazol, tapazole, thiamazole, thyrozol,
tiamazol, tirodril, unimazole, zaponex, zidovudina, zidovudine
"""
    ),
)
