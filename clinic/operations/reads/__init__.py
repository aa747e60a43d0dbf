"""Who read whom, from the audit log: the report of a day's unusual reads, and the list by patient or by reader."""
