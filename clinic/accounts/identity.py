"""Who a person is, declared once: the question that asks it, and the field of the record that keeps it.

The form keeps each answer in a column named like its question, so that the front desk can work with it; drafts,
accepting, the differences the desk is asked about and its correction all read this list. A system check holds that
question, column and field exist (intake.checks).
"""

from collections.abc import Mapping

# Question code → field of Patient.
IDENTITY: Mapping[str, str] = {
    "full_name": "full_name",
    "date_of_birth": "date_of_birth",
    "phone": "phone",
    "email": "email",
    "interpreter": "interpreter",
    "emergency_contact": "emergency_contact",
    "guardian_name": "guardian_name",
    "guardian_phone": "guardian_phone",
    "guardian_present": "guardian_present",
}

# Name and birth date say whether it is the same person; the rest is how they are reached and helped.
CONTACT = tuple(field for field in IDENTITY.values() if field not in {"full_name", "date_of_birth"})

# What the desk can correct, with a reason: all of it, and what is only said at the desk.
CORRECTED = (*IDENTITY.values(), "preferred_name", "may_bring")
