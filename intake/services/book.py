"""The audited transaction under its old names, until the rooms move."""

from clinic.audit import record as note
from clinic.audit.transaction import audited_transaction as deed

__all__ = ["deed", "note"]
