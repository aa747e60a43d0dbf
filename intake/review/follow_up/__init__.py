"""After a visit with needles: the update before the next one, the check-in after the last, and who must be called."""
