"""What everyone reads: the website, the library, the search."""

from tests.access.table.answers import IN
from tests.access.table.family import Family

FAMILIES = (
    Family(
        "Pages for everyone",
        "website:home website:first_visit website:after_care website:practitioners website:prices website:book "
        "website:contact "
        "website:emergency website:privacy website:accessibility website:colours",
        get="everyone:200",
        post="everyone:405",
    ),
    Family(
        "A photograph that nobody has", "website:portrait website:photograph", get="everyone:404", post="everyone:405"
    ),
    Family(
        "Booking on another site", "website:share", get=f"everyone:403 ada:200 {IN}", post=f"everyone:403 ada:405 {IN}"
    ),
    Family(
        "The design system, outside production", "design:page design:states", get="everyone:200", post="everyone:405"
    ),
    Family(
        "The library, and what machines read of it",
        "education:articles education:topic education:article education:print education:feed "
        "website:sitemap website:robots",
        get="everyone:200",
        post="everyone:405",
    ),
    Family(
        "The search: what is looked for is sent as a form", "website:search", get="everyone:200", post="everyone:200"
    ),
)
