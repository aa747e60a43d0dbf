"""The words that no message may carry: names of rules, of conditions and of medicines from what the screening knows,
and the words of health of every language that messages are written in.

Handed to whoever keeps the wording of messages (clinic.outbox.rewording), which stands below the screening.
"""

import re
from functools import cache

from clinic.desk.health_words import HEALTH_WORDS
from intake.screening import RULE_SETS
from intake.screening.text.lexicon import GROUPS
from intake.screening.text.lexicon.conditions import CONDITIONS

# Words of everyday that stand in names of rules: alone they tell nothing of anybody's health.
_EVERYDAY = """
about above access acupuncture advised afraid after against agree another answer answers asked back been
before between call called cannot care carrier checked child cleaner clear condition crash current currently
damaged danger days device does drive each easily eaten electronic else examined fall family feels feet filled
finding first form found from gave gets gone hands hard hardware have help helper hours important into large
last later left legs line list little long loose made main maybe metal missed months more much name names
narrow near needed night none open other over passed past patient perhaps points port possible practitioner
question questions rather reaction read reason recent recently removed replaced right ruled said same second
seen sent sick sign signs since skipped someone something stays still stop stopped strong sudden sure system
tape teenager text that their them then there they this three today told trying under until update urgent
usual visit visits wants warning weeks were what when white widened will with without words worse yesterday
"""
EVERYDAY = frozenset(_EVERYDAY.split())
SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")


@cache
def clinical_words() -> frozenset[str]:
    """Return the words and phrases, in lower case."""
    rules = {word for rules in RULE_SETS.values() for rule in rules.rules for word in _WORD.findall(rule.name.lower())}
    conditions = {word.lower() for condition in CONDITIONS for word in condition.words}
    medicines = {
        name.lower()
        for group in GROUPS
        for name in (
            *group.fuzzy,
            *(b for brands in group.fuzzy.values() for b in brands),
            *group.exact,
            *group.phrases,
        )
    }
    words = rules | conditions | medicines
    known = frozenset(word for word in words if len(word) >= SHORTEST and word not in EVERYDAY)
    return known | HEALTH_WORDS
