"""The clinic about itself: one row, edited in the admin, that every page and letter reads."""
