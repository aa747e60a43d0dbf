"""What cannot be done with people, as a sentence the person in front of the screen can act on."""


class AccountError(Exception):
    """Shown as it is."""
