"""A patient asks for their data to be erased: a request that an administrator reads and answers.

Nothing is erased by itself. What the law makes the clinic keep stays; a person decides what can go, and says so.
"""
