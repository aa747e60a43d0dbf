"""What cannot be brought in, taken out or erased, as a sentence for whoever tried."""


class TransferError(Exception):
    """Shown as it is."""
