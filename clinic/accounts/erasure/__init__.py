"""A patient asks for their data to be erased: a request that an administrator reads and answers.

Nothing is erased by itself. What the law makes the clinic keep stays; a person decides what can go, and says so. A
record whose time is over is erased by two people in clinic.transfer.retention.
"""
