"""WHEN: hours, availability, visits, the waiting list, and the letters about them.

`availability` is a pure function of hours and what is taken. Every visit takes cells of five minutes of its
practitioner, room and patient, and the database refuses a cell twice (decision 5): what `services` promises stands
there. `diary` loads what availability needs; nothing in this room knows why somebody waits for a practitioner.
"""
