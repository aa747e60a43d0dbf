"""The name of the role of those who treat: models and their questions ask for it, below the table of roles."""

PRACTITIONER = "practitioner"
