"""The clinic's tablet: where somebody is signed in no form opens."""

from tests.access.table.family import Family

FAMILIES = (
    Family(
        "The code from the front desk",
        "tablet:start",
        get="everyone:403 strangers:200",
        post="everyone:403 strangers:200",
    ),
    Family("Whose form, when no code was typed", "tablet:who", get="everyone:>/tablet/", post="everyone:>/tablet/"),
    Family(
        "Giving back a tablet that nobody has",
        "tablet:back",
        get="everyone:405",
        post="everyone:>/tablet/",
    ),
    Family("Still here, with no form open", "tablet:here", get="everyone:405", post="everyone:410"),
    Family("The last page of nothing", "tablet:done", get="everyone:>/tablet/", post="everyone:>/tablet/"),
)
