"""What this room tells those above it, which it cannot call: sent inside the transaction of the deed."""

from django.dispatch import Signal

# number=, at=: somebody answered STOP, or START again, from this phone.
texts_stopped = Signal()
texts_started = Signal()
