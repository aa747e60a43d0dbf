"""How fast the clinic is, against floors measured in the same run: `make bench`.

Absolute times drift with the machine; ratios in one run do not much. So a floor application (a single-file Django
project that does the least a hand-written one could) runs beside ours under the same gunicorn, rounds alternate, and
medians are compared. Nothing timed is asserted in the test suite.
"""
