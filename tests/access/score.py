"""Headers judged: what is wrong with a response, and the score that Mozilla's Observatory would give our site.

The score is worked out from the Observatory's published table: 100, less for what is missing, more for what goes
beyond. Being on the browsers' preload list counts as well; nobody can promise that from here, so it is left out.
"""

import re
from collections.abc import Iterable, Mapping
from http.cookies import Morsel

type_headers = Mapping[str, str]

# What a source may be. Nothing here names another site, runs what stands in the page, or builds code from text.
SOURCES = frozenset({"'none'", "'self'"})
WANTED = {"default-src": ["'none'"], "base-uri": ["'none'"], "frame-ancestors": ["'none'"], "form-action": ["'self'"]}
SAID = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
REFERRERS = frozenset({"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"})
OFF = ("camera", "microphone", "geolocation", "payment", "usb")


def policy_of(headers: type_headers) -> dict[str, list[str]]:
    """Read a Content-Security-Policy."""
    parts = [part.split() for part in headers.get("Content-Security-Policy", "").split(";") if part.strip()]
    return {part[0]: part[1:] for part in parts}


def problems(headers: type_headers, *, kept: bool = False) -> list[str]:
    """Return what is wrong with the headers of one response; `kept`: a browser may keep it."""
    said = [f"{name}: {headers.get(name)}" for name, wanted in SAID.items() if headers.get(name) != wanted]
    policy = policy_of(headers)
    if (policy.pop("report-uri", None), policy.pop("report-to", None)) != (["/csp-report"], ["csp"]):
        said.append("CSP reports nothing")
    if headers.get("Reporting-Endpoints") != 'csp="/csp-report"':
        said.append(f"Reporting-Endpoints: {headers.get('Reporting-Endpoints')}")
    said += [f"CSP {name}: {policy.get(name)}" for name, wanted in WANTED.items() if policy.get(name) != wanted]
    for name, sources in policy.items():
        allowed = SOURCES | ({"data:"} if name == "img-src" else frozenset())
        said += [f"CSP {name} allows {source}" for source in sources if source not in allowed]
    if headers.get("Referrer-Policy") not in REFERRERS:
        said.append(f"Referrer-Policy: {headers.get('Referrer-Policy')}")
    said += [
        f"Permissions-Policy leaves {name} on"
        for name in OFF
        if f"{name}=()" not in headers.get("Permissions-Policy", "")
    ]
    if not kept and "no-store" not in headers.get("Cache-Control", ""):
        said.append(f"Cache-Control: {headers.get('Cache-Control')}")
    said += [f"{name} tells what runs here" for name in ("Server", "X-Powered-By", "X-Runtime") if name in headers]
    return said


def problems_of_cookie(cookie: "Morsel[str]") -> list[str]:
    """Return what is wrong with a cookie that a production sets."""
    wanted = {"secure": True, "httponly": True, "path": "/", "domain": ""}
    said = [f"{cookie.key}: {name} is {cookie[name]!r}" for name, value in wanted.items() if cookie[name] != value]
    said += [f"{cookie.key}: SameSite is {cookie['samesite']!r}"] if cookie["samesite"] not in {"Lax", "Strict"} else []
    return said + ([] if cookie.key.startswith("__Host-") else [f"{cookie.key} is not a __Host- cookie"])


def score(headers: type_headers, cookies: Iterable["Morsel[str]"], *, redirects_to_https: bool) -> int:
    """Return the Observatory's score of a site with this front page and these cookies."""
    policy, cookies = policy_of(headers), list(cookies)
    every = [source for sources in policy.values() for source in sources]
    seconds = re.match(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    points = 100
    points += (
        -25
        if not policy
        else -20
        if any("unsafe" in s for s in every)
        else 10
        if policy["default-src"] == ["'none'"]
        else 5
    )
    points += 5 if cookies and all(not problems_of_cookie(c) for c in cookies) else -20 if cookies else 0
    points += 0 if seconds and int(seconds[1]) >= 15768000 else -20
    points += 0 if redirects_to_https else -20
    points += 5 if headers.get("Referrer-Policy") in REFERRERS else 0
    points += 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5
    points += 5 if policy.get("frame-ancestors") == ["'none'"] else 0 if headers.get("X-Frame-Options") else -20
    points += 10 if headers.get("Cross-Origin-Resource-Policy") == "same-origin" else 0
    points += 10 if headers.get("Cross-Origin-Opener-Policy") == "same-origin" else 0
    points += 10 if headers.get("Cross-Origin-Embedder-Policy") == "require-corp" else 0
    return points
