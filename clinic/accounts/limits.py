"""How long somebody who tried too often has to wait.

The counters are allauth's (settings.ACCOUNT_RATE_LIMITS); it says that a limit is reached, not when it ends.
"""

import math

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_APP = "allauth.account"


def place_of(request: HttpRequest) -> str:
    """Return a keyed hash of the network a request comes from (an IPv6 /64 is one): the same place, the same hash."""
    return salted_hmac("clinic.place", ratelimit.get_ip(request), algorithm="sha256").hexdigest()[:16]


def seconds_to_wait(request: HttpRequest, *, now: float, action: str = "", key: str | None = None) -> int:
    """Return after how many seconds the counters let the next try pass; 0 where they do now.

    With an action and its key: its own limits, those of the key too. Without: the limits of the address over all
    actions. `now` is seconds since 1970, as the counters are.
    """
    waits = [
        _left(request, name, rate, key, now)
        for name in ([action] if action else settings.ACCOUNT_RATE_LIMITS)
        for rate in ratelimit.get_rates(app=_APP, action=name)
        if rate.per == "ip" or key is not None
    ]
    return max(0, *map(math.ceil, waits))


def _left(request: HttpRequest, action: str, rate: ratelimit.Rate, key: str | None, now: float) -> float:
    """Until the oldest of the tries that fill the limit is forgotten."""
    name = ratelimit.get_cache_key(request, app=_APP, action=action, rate=rate, key=key)
    tries: list[float] = [at for at in cache.get(name, []) if at > now - rate.duration]
    return tries[rate.amount - 1] + rate.duration - now if len(tries) >= rate.amount else 0
