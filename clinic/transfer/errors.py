"""What cannot be brought in, taken out or erased, as a sentence for whoever tried."""


class TransferError(Exception):
    """Shown as it is."""


def first_line(wrong: Exception) -> str:
    """Return what a database complains of, without the row that it may print below: a row names somebody."""
    return (str(wrong).splitlines() or [type(wrong).__name__])[0].rstrip(".: ")
