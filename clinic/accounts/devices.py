"""What a browser calls itself, as two words: enough for its owner to know a device again, and no more is kept."""

import re

# In this order: most browsers also claim to be the ones below them.
_BROWSERS = (
    ("Edge", re.compile(r"\bEdg(?:e|A|iOS)?/")),
    ("Samsung Internet", re.compile(r"\bSamsungBrowser/")),
    ("Opera", re.compile(r"\b(?:OPR|OPT|Opera)/")),
    ("Firefox", re.compile(r"\b(?:Firefox|FxiOS)/")),
    ("Chrome", re.compile(r"\b(?:Chrome|Chromium|HeadlessChrome|CriOS)/")),
    ("Safari", re.compile(r"\bSafari/")),
)
_SYSTEMS = (
    ("iPhone", re.compile(r"\biPhone\b")),
    ("iPad", re.compile(r"\biPad\b")),
    ("Android", re.compile(r"\bAndroid\b")),
    ("Windows", re.compile(r"\bWindows\b")),
    ("ChromeOS", re.compile(r"\bCrOS\b")),
    ("Mac", re.compile(r"\bMacintosh\b")),
    ("Linux", re.compile(r"\bLinux\b")),
)
# A longer name is nobody's browser.
_LONGEST = 400


def browser_and_system(user_agent: str) -> tuple[str, str]:
    """Return the names of browser and system that a User-Agent header tells; empty for one that is not known."""
    header = user_agent[:_LONGEST]
    return _first(_BROWSERS, header), _first(_SYSTEMS, header)


def _first(names: tuple[tuple[str, re.Pattern[str]], ...], told: str) -> str:
    return next((name for name, sign in names if sign.search(told)), "")
