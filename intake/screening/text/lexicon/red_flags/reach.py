"""What every list of warning signs shares: how far a denial reaches, and how old a sign may be."""

from intake.screening.text.lexicon.shapes import words_of

SIX_WEEKS = 42  # days
BRIDGE = tuple(
    sorted(
        words_of(
            "feel get gets getting become becoming feeling felt notice noticed noticing seen trouble problem problems"
            " pain pains change changes"
            " loss sensation weakness numbness tingling swelling new sudden more real significant serious major"
            " se unusual recent current abnormal suspicious obvious any sharp severe siento sentido notado problema"
            " problemas dolor nada perdida dificultad para in at all lately since"
        )
    )
)
# That something is missing or cannot be: 'cannot feel', 'sin sensibilidad'.
LACK = (
    "can't|cant|cannot|don't|dont|not|no|zero|little|lost|losing|loss|hardly|barely|couldn't|unable|without|sin"
    "|perdi|perdido|pierdo|perdida|casi|apenas|stopped|deje"
)
