"""How people copy a form: signs of boxes, empty and ticked, and the answers that stand in a row behind their items."""

from intake.screening.text.lexicon.shapes import words_of

TICKS = "✓✔√*"  # inside of brackets, beside x
TICKED_SIGNS = "☑☒✓✔✅◉◼▣■✗✘❌"
CROSSES = "☒✗✘❌"  # a tick, unless there are ticks of another kind: then a no
NO_CROSSES = "☑✓✔✅"
EMPTY_SIGNS = "☐⬜□◻▢❏❑○◯"
MAY_BE_BULLETS = "□◻▢❏❑○◯"  # an item of a list, where nothing is ticked
YES = words_of("yes y si s")
NO = words_of("no n")

# A row: 'Cancer N Diabetes N Stroke Y', 'diabetes no cancer no'.
ROW_NO = words_of("no n neg negative negativo negativa nope")
ROW_YES = words_of("yes y si pos positive positivo")
ROW_LETTERS_YES = words_of("y")
ROW_LETTERS_NO = words_of("n")
ROW_ITEM = 4  # words of an item at most
# With one of these it is a sentence of its own.
ROW_NOT_WITH = words_of(
    "i i'm i've me my we said says say is was are were and or but if because when since told can can't don't didn't"
    " never not have had that que yo me mi dijo pero porque cuando desde es era tengo tuve o ni puedo without sin"
)

# A heading that denies: 'No: diabetes, cancer', 'NO:' above a list.
LEADS_NO = words_of("no n neg negative none denies deny denied never ninguno ninguna negativo niega")
LEAD_NOT_WITH = words_of(
    "i i'm i've my me but yes si however except pero mi yo tengo tomo only just solo not don't can't controlled change"
    " longer more"
)
