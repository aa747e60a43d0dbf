"""One JSON line an event, with a request id; never a body, a query string, an answer or an address asked for."""

import logging.config
import sys
from typing import Any

import structlog
from django.urls import Resolver404, resolve


def configure(options: dict[str, Any]) -> None:
    """Set up logging: `level` is a level name, `human` prints readable lines instead of JSON."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_what_was_typed,
        structlog.processors.format_exc_info,
    ]
    final: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(colors=False) if options["human"] else structlog.processors.JSONRenderer()
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "clinic": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": shared,
                    "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, final],
                }
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "clinic"}},
            "root": {"handlers": ["stderr"], "level": options["level"]},
            "loggers": {"django": {"level": options["level"], "propagate": True, "handlers": []}},
        }
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def without_what_was_typed(_logger: Any, _name: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Drop the request and the exception's own words: both can hold what a patient typed.

    The kind of an exception and the place it came from stay; its message and its local values go.
    """
    record = event.get("_record")
    if record is not None:
        event["event"] = with_the_route(record, event["event"])
    for holder in (event, getattr(record, "__dict__", {})):
        holder.pop("request", None)
    error = event.pop("exc_info", None) or getattr(record, "exc_info", None)
    if error is True:  # log.exception() leaves it to us to look
        error = sys.exc_info()
    if record is not None:
        record.exc_info = record.exc_text = None
    if isinstance(error, tuple) and error[0] is not None:
        event["error"] = error[0].__name__
        event["where"] = _place(error[2])
    return event


def with_the_route(record: logging.LogRecord, event: str) -> str:
    """Say `event` again with the route where Django wrote the address that somebody asked for.

    An address can hold a secret (an invitation, a calendar) or whatever somebody typed after our name. An
    address that the site does not have is not written at all: it may be one of ours with a letter missing.
    """
    request = getattr(record, "request", None)
    address = str(getattr(request, "path", ""))
    for way in (address, address.encode("unicode_escape").decode("ascii")):
        if way and event.endswith(way):
            return event.removesuffix(way) + _route(request)
    return event


def _route(request: Any) -> str:
    match = getattr(request, "resolver_match", None)
    if match is None:  # refused before anybody looked for a view
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return "an address that the site does not have"
    return f"/{match.route}"


def _place(trace: Any) -> str:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return " > ".join(places[-6:])
