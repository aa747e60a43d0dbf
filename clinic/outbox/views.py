"""What carriers tell us: a text came in, what became of one of ours, an email did not arrive. Signed, or 403."""

import hashlib
import hmac
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from clinic import sms_url
from clinic.outbox import inbound, sender_reports

type_view = Callable[..., HttpResponse]
SIGNATURE = "X-Clinic-Signature"
ARRIVED, LOST = frozenset({"delivered", "read"}), frozenset({"undelivered", "failed"})
BOUNCED = frozenset({"bounced", "complained"})


def from_twilio(view: type_view) -> type_view:
    """Only what Twilio signed with our account's token, over our own address as the world knows it."""

    @csrf_exempt
    @login_not_required
    @require_POST
    @wraps(view)
    def signed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        service = sms_url.read(settings.SMS_URL)
        signature = request.headers.get("X-Twilio-Signature", "")
        if service is None or service.kind != "twilio" or not signature:
            raise PermissionDenied
        from twilio.request_validator import RequestValidator

        address = settings.SITE_URL + request.get_full_path()
        if not RequestValidator(service.token).validate(address, request.POST, signature):
            raise PermissionDenied
        return view(request, **kwargs)

    return signed


@from_twilio
def text(request: HttpRequest) -> HttpResponse:
    """A text message came in: answer in Twilio's own words, or with nothing."""
    from twilio.twiml.messaging_response import MessagingResponse

    answer = inbound.receive(
        provider_ref=request.POST.get("MessageSid", ""),
        number=request.POST.get("From", ""),
        words=request.POST.get("Body", ""),
        carrier_answers=bool(request.POST.get("OptOutType")),
        at=timezone.now(),
    )
    response = MessagingResponse()
    if answer:
        response.message(answer)
    return HttpResponse(str(response), content_type="text/xml")


@from_twilio
def report(request: HttpRequest, ref: str) -> HttpResponse:
    """What became of one of our text messages. Stages in between are no news."""
    status, at = request.POST.get("MessageStatus", ""), timezone.now()
    if status in ARRIVED:
        sender_reports.delivered(ref, at=at)
    elif status in LOST:
        code, sid = request.POST.get("ErrorCode", ""), request.POST.get("MessageSid", "")
        sender_reports.failed(ref, code=code, provider_ref=sid, at=at)
    return HttpResponse(status=204)


@csrf_exempt
@login_not_required
@require_POST
def bounce(request: HttpRequest) -> HttpResponse:
    """An email did not arrive, whoever delivers our mail says: {"event", "message_id", "code"} as JSON, with
    X-Clinic-Signature: sha256=<HMAC of the body under BOUNCE_SECRET, in hex>.
    """
    secret = settings.BOUNCE_SECRET.encode()
    wanted = f"sha256={hmac.new(secret, request.body, hashlib.sha256).hexdigest()}"
    signature = request.headers.get(SIGNATURE, "")
    if not secret or not hmac.compare_digest(wanted.encode(), signature.encode("utf-8", "replace")):
        raise PermissionDenied
    try:
        payload = json.loads(request.body)
        event, name, code = str(payload["event"]), str(payload["message_id"]), str(payload.get("code", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        return HttpResponseBadRequest()
    ref = name.strip().lstrip("<").partition("@")[0]
    if event in BOUNCED:
        sender_reports.failed(ref, code=code, at=timezone.now())
    elif event == "delivered":
        sender_reports.delivered(ref, at=timezone.now())
    return HttpResponse(status=204)
