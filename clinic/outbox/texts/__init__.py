"""Text messages: which company carries them (`SMS_URL`), how they are handed over, and how long they may be."""

from clinic.outbox.texts.senders import Sender, TextRefusedError, is_enabled, sender

__all__ = ["Sender", "TextRefusedError", "is_enabled", "sender"]
