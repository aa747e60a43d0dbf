"""What machines ask of the house and tell it: nobody signs in here, and in a test no worker runs."""

from tests.access.table.family import Family

FAMILIES = (
    Family("Is all well", "healthz", get="everyone:503", post="everyone:405"),
    Family("Can this process serve, and figures", "readyz metrics", get="everyone:200", post="everyone:405"),
    Family("What a browser stopped; nothing is no report", "csp-report", get="everyone:405", post="everyone:400"),
    Family("What carriers tell us", "outbox:text outbox:report outbox:bounce", get="everyone:405", post="everyone:403"),
)
