"""The 34 rules of the check-in: 12 emergency, 10 urgent, 12 to call the clinic; and one note about two answers that
disagree. One file a level.

Complications are referred to a physician at once and kept as incidents: 16 CCR 1399.451 (d) and (e).
"""
