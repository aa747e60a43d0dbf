"""Mutants of the tables: rules, facts, questions, word lists and cues, broken one piece at a time.

mutmut breaks functions, and finds nothing to break in a table: it would call a table of rules perfectly
tested with no test at all. So each entry of our tables is dropped, swapped or shifted here, and the truth
table must notice. `make mutants`, or `python -m tests.mutants --quick`, prints how many were made and how
many were noticed.
"""
