"""A candidate set of rules, tried over past forms and put in force by two signatures (decision 14)."""
