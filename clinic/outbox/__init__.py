"""LETTERS: every message that must leave the house, and the clock that sends it.

A deed writes its Letter in its own transaction under a key it chose, so that both stand or neither does and the
same deed never writes twice. One process, `manage.py worker`, sends what is due and does the periodic jobs.
Rooms say what their letters contain in <room>/letters.py and what recurs in <room>/jobs.py.
"""
