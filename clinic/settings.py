"""Settings of the clinic, read from the environment.

Every variable is named in docs/settings.md. A bad one is reported together with every other bad one,
one sentence each, and the process ends with exit code 1: a clinic that starts half-configured is worse than
one that does not start. `CLINIC_MODE` is `production` under wsgi.py unless said otherwise, `development` under
manage.py (this machine's addresses only), and `demo` under `make run`.
"""

import logging
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import django_stubs_ext
from csp.constants import NONE, SELF
from environs import Env, EnvValidationError, validate

from clinic import database_waits, sms_url
from clinic.environment import problems_of_production, sentence_about

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

# Known to everyone who reads this file, and refused in production for that reason.
DEVELOPMENT_KEY = "development-only-not-a-secret-0123456789-abcdefghijklmnopqrstuvwxyz"
DEVELOPMENT_ANSWER_KEY = "ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtMTI="

env = Env(eager=False)
MODE: str = env.str("CLINIC_MODE", "development", validate=validate.OneOf(["production", "demo", "development"]))

PRODUCTION = MODE == "production"
DEMO = MODE == "demo"

DEBUG: bool = env.bool("DEBUG", False)
SECRET_KEY: str = env.str("SECRET_KEY", "" if PRODUCTION else DEVELOPMENT_KEY)
# Fernet keys that seal the answers: the first writes, all read (`manage.py rotate_keys` moves rows to the first).
ANSWER_KEYS: list[str] = env.list("ANSWER_KEYS", [] if PRODUCTION else [DEVELOPMENT_ANSWER_KEY])
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", [] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"])
SITE_URL: str = env.str("SITE_URL", "" if PRODUCTION else "http://localhost:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
TRUSTED_PROXIES: int = env.int("TRUSTED_PROXIES", 0)
TIME_ZONE: str = env.str("TIME_ZONE", "America/Los_Angeles")
LOG_LEVEL: int = env.log_level("LOG_LEVEL", logging.INFO)
DATABASE: dict[str, Any] = env.dj_db_url(
    "DATABASE_URL", f"sqlite:///{VAR_DIR / ('demo' if DEMO else 'clinic')}.sqlite3"
)
EMAIL: dict[str, Any] = env.dj_email_url("EMAIL_URL", "smtp://localhost:25" if PRODUCTION else "console://")
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", "clinic@example.invalid")
# Who carries text messages (clinic/sms_url.py); empty: the clinic sends none and asks nobody.
SMS_URL: str = env.str("SMS_URL", "" if PRODUCTION else "console://")
# With it whoever delivers the mail signs what it reports of bounces; empty: no report is believed.
BOUNCE_SECRET: str = env.str("BOUNCE_SECRET", "")

try:
    env.seal()
except EnvValidationError as bad:
    problems = bad.error_messages if isinstance(bad.error_messages, Mapping) else {"environment": bad.error_messages}
    sys.exit("\n".join(sentence_about(name, sentences) for name, sentences in sorted(problems.items())))

if refused := problems_of_production(
    mode=MODE,
    debug=DEBUG,
    secret_key=SECRET_KEY,
    answer_keys=ANSWER_KEYS,
    hosts=ALLOWED_HOSTS,
    site_url=SITE_URL,
    time_zone=TIME_ZONE,
    known_keys=(DEVELOPMENT_KEY, DEVELOPMENT_ANSWER_KEY),
    mail=EMAIL.get("EMAIL_BACKEND", ""),
    proxies=TRUSTED_PROXIES,
    origins=CSRF_TRUSTED_ORIGINS,
    texts=sms_url.problem(SMS_URL),
    bounce_secret=BOUNCE_SECRET,
):
    sys.exit("\n".join(refused))

INSTALLED_APPS = [
    "clinic.site_settings",
    "clinic.audit",
    "clinic.outbox",
    "clinic.accounts",
    "education",
    "intake.record",
    "intake.review",
    "intake.treatment",
    "intake.pages",
    "intake",
    "clinic.booking",
    "clinic.desk",
    "clinic.transfer",
    "clinic.operations",
    "clinic.website",
    "clinic.demo",
    "clinic",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
]

MIDDLEWARE = [
    "clinic.middleware.request_id",
    "clinic.middleware.no_body_for_head",
    # Headers first: they stand on files and on the way to https as well.
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "clinic.middleware.own_headers",
    "django.middleware.security.SecurityMiddleware",
    "clinic.operations.addresses.asked_by_machines",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Before anything answers: an error page too speaks the language of its address.
    "clinic.languages.language_of_address",
    "clinic.middleware.refuse_odd_requests",
    "clinic.middleware.refuse_huge_bodies",
    "clinic.website.errors.friendly_bodies",
    "clinic.middleware.database_away",
    "clinic.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Behind the headers and the language, before anybody is asked who they are.
    "clinic.public.public_pages",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "clinic.accounts.middleware.language_of_staff",
    "clinic.accounts.middleware.session_ends",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "clinic.accounts.middleware.staff_second_factor",
    "intake.review.need_to_know.door.asks_why",
]

ROOT_URLCONF = "clinic.urls"
WSGI_APPLICATION = "clinic.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "clinic.website.context.clinic",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ("clinic",)
CRISPY_TEMPLATE_PACK = "clinic"

# A connection opened per request costs nine times the CPU on PostgreSQL, and half a millisecond on SQLite.
DATABASE |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    # Acknowledged means on disk (synchronous=FULL); writers queue instead of failing (IMMEDIATE).
    DATABASE_GIVEN: dict[str, Any] = {
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    if DATABASE.get("NAME") not in ("", ":memory:", None):
        Path(DATABASE["NAME"]).parent.mkdir(parents=True, exist_ok=True)
else:
    # Django's own, and an end to the wait for a server that has gone silent.
    DATABASE["ENGINE"] = DATABASE["ENGINE"].replace("django.db.backends.postgresql", "clinic.postgresql")
    DATABASE_GIVEN = DATABASE.get("OPTIONS", {})
DATABASE["OPTIONS"] = database_waits.options(DATABASE["ENGINE"], database_waits.COMMAND, DATABASE_GIVEN)
DATABASES = {"default": DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Shared by all workers: sign-in limits are counted here.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
    # One process's own memory, seconds old at most: the clinic's profile.
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "TIMEOUT": 5},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
if DEMO:
    # The demo's one password is printed at every start: there is nothing that a slow hash could keep.
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:landing"
LOGOUT_REDIRECT_URL = "website:home"

# Sign-in (decision 6): patients by one-time e-mail code, staff by password and second factor.
ACCOUNT_ADAPTER = "clinic.accounts.adapter.ClinicAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# Nobody signs up; allauth leaves the password out of its sign-in form unless this names one.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_FORMS = {
    "login": "clinic.accounts.forms.StaffSignInForm",
    "request_login_code": "clinic.accounts.forms.CodeRequestForm",
    "confirm_login_code": "clinic.accounts.forms.CodeForm",
    "reset_password": "clinic.accounts.forms.ResetRequestForm",
    "confirm_password_reset_code": "clinic.accounts.forms.ResetCodeForm",
    "reset_password_from_key": "clinic.accounts.forms.NewPasswordForm",
    "change_password": "clinic.accounts.forms.ChangePasswordForm",
}
ACCOUNT_RATE_LIMITS = {
    # Pages with a password are counted before the slow hash is computed.
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "10/m/ip",
    # Questions for a code, of either kind: for one mailbox from one place.
    "request_login_code": "20/m/ip,3/h/key,10/d/key",
    # Letters with a code to one mailbox, whoever asked: past these the newest code works again.
    "send_login_code": "3/h/key,10/d/key",
    # Forms begun without a sign-in (a tablet at the desk and whoever is signed in are not counted).
    "begin": "10/h/ip,30/d/ip",
    # Times held for people who are new: each keeps ten minutes of the diary.
    "hold": "40/h/ip",
    # Codes typed on a tablet, right or wrong; each opens nothing without a birth date (five of them a code).
    "tablet": "20/10m/ip",
    # Guesses at who an address belongs to, by its reader.
    "claim": "20/h/ip,5/h/key",
    # Guesses at a code in one session.
    "confirm_login_code": "5/15m/key",
    "confirm_reset_code": "5/15m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_ADAPTER = "clinic.accounts.second_factor.ClinicMFAAdapter"
MFA_FORMS = {
    "activate_totp": "clinic.accounts.forms.ActivateAppForm",
    "add_webauthn": "clinic.accounts.forms.AddPasskeyForm",
    "authenticate": "clinic.accounts.forms.SecondFactorForm",
    "edit_webauthn": "clinic.accounts.forms.NamePasskeyForm",
    "reauthenticate": "clinic.accounts.forms.SecondFactorAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_TOTP_TOLERANCE = 1

SESSION_ENGINE = "clinic.session_store"
SESSION_COOKIE_AGE = 8 * 60 * 60  # never longer than a working day; clinic.accounts.middleware ends idle ones earlier
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone when the browser is closed, as the privacy notice says
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrf"
CSRF_FAILURE_VIEW = "clinic.website.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_SSL_REDIRECT = PRODUCTION
# What machines of the house ask, on this machine and without TLS (clinic.operations.addresses).
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SECURE_HSTS_SECONDS = 63072000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        # Where browsers report what they stopped: older ones by the first, others by the second (own_headers).
        "report-uri": ["/csp-report"],
        "report-to": ["csp"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
}

# A whole intake is under 50 KB; the clinic's logo is 12 KB at most.
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
# What a page may be sent that takes a file, by its whole address: what the file may weigh, and room for the fields
# beside it. A file is read in memory and never lies open on a disk. A phone's photograph weighs 2 to 6 MB.
LARGEST_PHOTOGRAPH = 8 * 1024 * 1024
LARGE_UPLOADS: dict[str, int] = {
    r"/transfer/import/": 4 * 1024 * 1024 + 64 * 1024,
    r"/admin/booking/placephotograph/(add|\d+/change)/": LARGEST_PHOTOGRAPH + 64 * 1024,
    r"/admin/accounts/practitioner/\d+/change/": LARGEST_PHOTOGRAPH + 64 * 1024,
    r"/desk/my-day/page/": LARGEST_PHOTOGRAPH + 64 * 1024,
}
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = max(LARGE_UPLOADS.values())

# A language is chosen by its address and calls itself by its own name: these are never translated.
# How much of the site each of them has stands in clinic/languages.py.
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("es", "Español"),
    ("ko", "한국어"),
    ("zh-hans", "简体中文"),
    ("zh-hant", "繁體中文"),
    ("vi", "Tiếng Việt"),
    ("hy", "Հայերեն"),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = "clinic.formats"
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION or DEMO
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not (PRODUCTION or DEMO)

# Everything the house sends is a Letter (decision 8); only `manage.py worker` talks to this.
EMAIL_BACKEND = EMAIL["EMAIL_BACKEND"]
EMAIL_HOST = EMAIL["EMAIL_HOST"]
EMAIL_PORT = EMAIL["EMAIL_PORT"]
EMAIL_HOST_USER = EMAIL["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = EMAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = EMAIL["EMAIL_USE_TLS"]
EMAIL_USE_SSL = EMAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10

LOGGING_CONFIG = "clinic.logs.configure"
LOGGING: dict[str, Any] = {"level": LOG_LEVEL, "human": not PRODUCTION}
