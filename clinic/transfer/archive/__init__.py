"""The whole clinic in one encrypted file: to keep, to read, and to restore into an empty clinic (decision 29)."""
