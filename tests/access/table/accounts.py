"""Signing in, for everyone who does, and the second factors of staff."""

from tests.access.table.answers import IN, STAFF, STAFF_READ
from tests.access.table.family import Family

FAMILIES = (
    Family(
        "Where each person's work is",
        "accounts:landing",
        get=f"{IN} patients:>/visits/ rui:>/desk/ noor:>/desk/my-day/ edda:>/admin/ ada:>/admin/",
        post=f"everyone:405 {IN}",
    ),
    Family(
        "Where I am signed in; nothing to end there",
        "accounts:sign_ins",
        get=f"everyone:200 {IN}",
        post=f"everyone:>/account/sign-ins/ {IN}",
    ),
    Family("For whom I act", "accounts:patients", get=f"everyone:200 {IN}", post=f"everyone:200 {IN}"),
    Family("In which language I read", "accounts:language", get=f"everyone:405 {IN}", post=f"everyone:>home {IN}"),
    Family("An invitation that nobody has", "accounts:invitation", get="everyone:404", post="everyone:404"),
    Family("Your sign-in is over", "accounts:signed_out", get="everyone:>sign-in", post="everyone:405"),
    Family("What I typed", "accounts:held", get=f"everyone:>landing {IN}", post=f"everyone:405 {IN}"),
    Family("Do not keep what I typed", "accounts:drop", get=f"everyone:405 {IN}", post=f"everyone:>landing {IN}"),
    Family(
        "Signing in",
        "account_login account_request_login_code",
        get="everyone:>landing strangers:200",
        post="everyone:>landing strangers:200",
    ),
    Family(
        "The code, when none was asked for",
        "account_confirm_login_code",
        get="everyone:>landing strangers:>/account/sign-in/code/",
        post="everyone:>landing strangers:>/account/sign-in/code/",
    ),
    Family("Signing out", "account_logout", get="everyone:200 strangers:>home", post="everyone:>home"),
    Family(
        "A forgotten password",
        "account_reset_password",
        get="everyone:200",
        post="everyone:200",
    ),
    Family(
        "The code for a new password, when none was asked for",
        "account_confirm_password_reset_code",
        get="everyone:>sign-in",
        post="everyone:>sign-in",
    ),
    Family(
        "A new password without a code",
        "account_complete_password_reset",
        get="everyone:>/account/password/forgotten/",
        post="everyone:>/account/password/forgotten/",
    ),
    Family("The password is changed", "account_password_reset_completed", get="everyone:200", post="everyone:405"),
    Family("My password", "account_change_password account_reauthenticate", get=STAFF, post=STAFF),
    Family("My second factors", "mfa_index mfa_list_webauthn", get=STAFF, post=STAFF_READ),
    Family(
        "The second step, when no first one was made",
        "mfa_authenticate",
        get="everyone:>landing strangers:>sign-in",
        post="everyone:>landing strangers:>sign-in",
    ),
    Family("Showing it again", "mfa_reauthenticate", get=f"{STAFF} half:200", post=f"{STAFF} half:200"),
    Family(
        "Showing a passkey I have not",
        "mfa_reauthenticate_webauthn",
        get=f"{STAFF} staff:>/account/password/again/ half:>/account/password/again/",
        post=f"{STAFF} staff:>/account/password/again/ half:>/account/password/again/",
    ),
    Family(
        "An app, when there is one",
        "mfa_activate_totp",
        get=f"{STAFF} staff:>/account/second-factor/app/remove/",
        post=f"{STAFF} staff:>/account/second-factor/app/remove/",
    ),
    Family("Changing second factors", "mfa_deactivate_totp mfa_add_webauthn", get=STAFF, post=STAFF),
    Family(
        "New recovery codes",
        "mfa_generate_recovery_codes",
        get=STAFF,
        post=f"{STAFF} staff:>/account/second-factor/recovery/",
    ),
    Family(
        "Recovery codes and passkeys I have not",
        "mfa_download_recovery_codes mfa_edit_webauthn mfa_remove_webauthn",
        get=f"{STAFF} staff:404",
        post=f"{STAFF} staff:404",
    ),
    Family("Recovery codes I have not", "mfa_view_recovery_codes", get=f"{STAFF} staff:404", post=STAFF_READ),
)
