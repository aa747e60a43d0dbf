"""What patients fill in."""

from tests.access.table.answers import IN, NOT_STAFF, OURS_ALONE
from tests.access.table.family import Family

FAMILIES = (
    Family("The start page", "intake:start", get="everyone:200 staff:>landing half:>landing", post="everyone:405"),
    Family("A new form", "intake:begin", get="everyone:>/intake/", post="everyone:>/intake/ staff:403 half:403"),
    Family(
        "This browser forgets",
        "intake:forget",
        get="everyone:405",
        post="everyone:>/intake/",
    ),
    Family("A form of mine by e-mail", "intake:resume", get="everyone:>/intake/", post=NOT_STAFF),
    Family(
        "What has changed since the last needles: a door with one address for everybody",
        "intake:update",
        get="everyone:200 staff:>landing half:>landing",
        post="everyone:200 patients:>/intake/update/ staff:403 half:403",
    ),
    Family(
        "How somebody is since the last needles: another",
        "intake:how_are_you",
        get="everyone:200 staff:>landing half:>landing",
        post="everyone:200 staff:403 half:403",
    ),
    Family(
        "Not to be asked after visits",
        "intake:check_ins_stop",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 {IN} patients:>/intake/check-in/",
    ),
    Family(
        "What Ana fills in, with nothing on it",
        "intake:screen intake:confirm",
        get=OURS_ALONE,
        post=OURS_ALONE,
    ),
    Family(
        "What Ana reads and answers",
        "intake:stop intake:stop_at intake:extras",
        get=OURS_ALONE,
        post=f"{OURS_ALONE} ana:>/intake/",
    ),
    Family(
        "In which language Ana reads her form",
        "intake:language",
        get=f"{OURS_ALONE} ana:>/intake/",
        post=f"{OURS_ALONE} ana:>home",
    ),
    Family(
        "What Ana only reads", "intake:tasks intake:check intake:sent", get=OURS_ALONE, post=f"{OURS_ALONE} ana:405"
    ),
    Family(
        "What Ana does",
        "intake:send intake:change intake:drop_change intake:answer",
        get=f"{OURS_ALONE} ana:>/intake/",
        post=f"{OURS_ALONE} ana:>/intake/",
    ),
    # Whoever is signed out asks for a code here: the same words for any reference, and it opens nothing by itself.
    Family("Ana signs in again", "intake:again", get=f"{OURS_ALONE} ana:>/intake/", post=NOT_STAFF),
)
