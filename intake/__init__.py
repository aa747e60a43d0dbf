"""What the patients told us, what it raised, and what a practitioner decided about it.

Two rooms inside import nothing of Django: ``intake.questionnaire`` holds the questions as data,
``intake.screening`` the rules that read the answers. A practitioner can read a change of either
without knowing the rest of the house.
"""
