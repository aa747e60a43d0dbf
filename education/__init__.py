"""WHAT THEY CAN READ: articles with their evidence, written by an editor and approved by a practitioner.

An Article is the working copy; an Edition is a frozen, append-only state of it. Patients read the published edition
and nothing else: an edit changes nothing public until a practitioner has approved it and it is published again.
`library/` holds the articles that ship with the house; `manage.py load_library` brings them into clinical review.
"""
