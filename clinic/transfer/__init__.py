"""In and out: patients and visits from another system, the whole clinic as files, and records whose time is over."""
