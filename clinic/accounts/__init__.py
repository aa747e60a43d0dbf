"""WHO: users, their roles and how they sign in; practitioners and patients by identity and contact.

Patients sign in by an e-mailed code, staff by password and second factor (decision 6). Nothing medical is here.
"""
