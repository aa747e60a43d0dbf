"""What this room tells those above it, which it cannot call: sent inside the transaction of the deed."""

from django.dispatch import Signal

# patient=, new=, at=: messages to this person go another way from now on; `new` are the ways there were not before.
address_changed = Signal()
# patient=, at=: this person chose the language they read: what they have begun and what waits for them follow.
language_chosen = Signal()
# patient=, at=: this record says another name or birth date of its person.
identity_changed = Signal()
# patient=, by=, at=: nothing is sent any more, and no list asks for them.
patient_ended = Signal()
# patients=, at=: these records stand for one person from now on, or do no more.
links_changed = Signal()
# at=: somebody is about to stop treating here, or to begin: what is counted by who is here is counted first.
team_changes = Signal()
