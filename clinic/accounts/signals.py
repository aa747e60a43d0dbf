"""What this room tells those above it, which it cannot call: sent inside the transaction of the deed."""

from django.dispatch import Signal

# patient=, at=: messages to this person go to another address from now on; there was none before, or another.
address_changed = Signal()
# patient=, by=, at=: nothing is sent any more, and no list asks for them.
patient_ended = Signal()
