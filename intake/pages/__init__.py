"""The pages: how patients tell us, on their phone, by phone through the desk, or on the clinic's tablet."""
