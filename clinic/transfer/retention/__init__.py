"""Records whose time is over: which are due, and their erasure by two people."""
