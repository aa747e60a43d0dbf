"""What no browser of ours sends: odd lookups, keys, words and addresses."""

from collections.abc import Iterator, Sequence
from typing import TypeVar
from urllib.parse import quote

Thing = TypeVar("Thing")

HUGE = "9" * 20
NUL, SURROGATE = "%00", "%ED%A0%80"

# In an address these are asked of every list, whether or not it has such a column.
LOOKUPS = (
    "name__regex=(",
    "email__regex=(a%2B)%2B%24",
    "user__name__iregex=(",
    "full_name__contains=CNRY",
    "password__startswith=pbkdf2",
    "intakes__answers__document__contains=CNRY",
    "patients__cases__flags__code=seizure_disorder",
    "pk__in=" + ",".join(str(n) for n in range(1500)),
    f"id__exact={HUGE}",
    f"number__gt=-{HUGE}",
    "id__exact=abc",
    "groups__name__exact=practitioner",
    "_connector=OR",
    "_connector=OR%201=1)%20OR%20(1",
    "_negated=1",
    "kind__exact=account.code",
    "sealed__isnull=False",
    "facts__word=a",
)
# These are known to the lists, or to Django's: the answer may also be the list, or the list without them.
PARAMETERS = (
    "q=" + "+".join(f"w{n}" for n in range(3000)),
    "q=%25_%27%22%5C",
    "q=" + "x" * 4000,
    f"q={SURROGATE}",
    "p=abc",
    f"p={HUGE}",
    f"p=-{HUGE}",
    "o=abc",
    f"o={HUGE}.-{HUGE}",
    "all=",
    "_facets=True",
    "e=1",
    "_popup=1",
    "_to_field=password",
    "_to_field=id",
    "is_active__exact=maybe",
    "is_active__exact=" + HUGE,
    "on_duty__exact=(",
    "state__exact=" + "x" * 3000,
    "role=administrator%27",
    "day=9999-99-99",
    "day=0001-01-01",
    "day=9999-12-31",
    "deed=%27%20OR%201=1",
    "tab=%27",
    "after=" + HUGE,
    "_changelist_filters=%3F%3F%3D%26",
)
KEYS = ("abc", HUGE, f"-{HUGE}", "²", "1e9", "_5F_2e", "../1", "1/2", "%25", SURROGATE, "x" * 4000, "0x1")
NEXT = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "////evil.example",
    "/\\evil.example/",
    "\\\\evil.example/",
    "\\/evil.example",
    "/\t/evil.example/",
    "/\n/evil.example/",
    "\t//evil.example",
    " https://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "http:///evil.example",
    "HTTPS://EVIL.EXAMPLE",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "ftp://evil.example/",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "https://evil.example#testserver",
    "https://evil.example?testserver",
    "//evil.example%2f@testserver",
    "https://evil%E3%80%82example/",
    "//［::1］/",
    "http://[::1/",
    "https://evil.example\\@testserver/",
    "\x00//evil.example",
    "/%0d%0aSet-Cookie:a=b",
    "/intake/\r\nLocation: https://evil.example",
)
HOSTS = (
    "evil.example",
    "testserver.evil.example",
    "evil.example:80",
    "testserver@evil.example",
    "testserver:80@evil.example",
    "testserver, evil.example",
    "testserver/evil",
    "testserver#evil",
    "testserver evil.example",
    "testserver:evil",
    "'testserver'",
    "[::1",
    "%74estserver",
    "testserver\\evil",
    "<script>",
)
CHARSETS = (
    "utf-7",
    "utf-16",
    "unicode_escape",
    "raw_unicode_escape",
    "utf-8-sig",
    "idna",
    "rot13",
    "hex",
    "zlib",
    "x",
    "utf-8\\x00",
)


def as_query(text: str) -> str:
    return quote(text, safe="")


def keys_in_addresses() -> Iterator[str]:
    """The keys, as they are written in an address."""
    for key in KEYS:
        yield key if "%" in key else quote(key, safe="/")


def share(things: Sequence[Thing], turn: int, *, of: int) -> Sequence[Thing]:
    """Return every `of`-th of the things, from another one on each turn.

    Where each of many places takes its share, all things are asked and all places are; with `of=1` all of all.
    """
    return things[turn % of :: of]
