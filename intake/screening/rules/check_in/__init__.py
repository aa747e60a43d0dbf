"""The rules of the check-in, one file a level; and one note about two answers that disagree.

Complications are referred to a physician at once and kept as incidents: 16 CCR 1399.451 (d) and (e).
"""
