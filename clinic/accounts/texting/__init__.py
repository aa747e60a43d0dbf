"""By email or by text message: what a person agreed to, how messages name them, and STOP from their phone."""
