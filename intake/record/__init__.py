"""The record: what patients told us. One person fills in one questionnaire; the answers are sealed, a revision a row.

It freezes and keeps versions, and has no other verbs.
"""
