"""A form on the clinic's tablet: a code from the desk and the birth date open one form, without a sign-in."""
