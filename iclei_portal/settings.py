"""Settings of the portal, all from the environment.

The process refuses to start without a secret key, a database and a Redis, and
outside DEBUG without hosts or with a key that is short or a known default.
"""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG: bool = env.bool("DEBUG", default=False)
SECRET_KEY: str = env.str("SECRET_KEY")
ALLOWED_HOSTS = [
    host.strip() for host in env.list("ALLOWED_HOSTS", default=[]) if host.strip()
]
CSRF_TRUSTED_ORIGINS = [
    origin.strip() for origin in env.list("CSRF_TRUSTED_ORIGINS", default=[])
]
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / ".local" / "data")))
# False only where the portal is reached over plain HTTP on the own machine.
HTTPS: bool = env.bool("HTTPS", default=True)

SHORTEST_SECRET_KEY, FEWEST_CHARACTERS = 50, 5
if (
    len(SECRET_KEY) < SHORTEST_SECRET_KEY
    or len(set(SECRET_KEY)) < FEWEST_CHARACTERS
    or SECRET_KEY.startswith("django-insecure-")
):
    raise ImproperlyConfigured(
        f"SECRET_KEY must be a random text of {SHORTEST_SECRET_KEY} characters or more."
    )
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is empty: name the hosts that serve the portal, with commas."
    )
if not DEBUG and "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS may not be *: name the hosts.")
if DEBUG and HTTPS:
    raise ImproperlyConfigured(
        "DEBUG is for the own machine: with it, HTTPS must be false."
    )

INSTALLED_APPS = [
    "modeltranslation",
    "iclei_portal.desk.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "simple_history",
    "import_export",
    "iclei_portal.page_cache.apps.PageCacheConfig",
    "iclei_portal.bilingual",
    "iclei_portal.about",
    "iclei_portal.pictures",
    "members",
    "initiatives",
    "events",
    "news",
    "reports",
    "iclei_portal.pages",
    "iclei_portal.datasets",
]

MIDDLEWARE = [
    "iclei_portal.page_cache.middleware.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "iclei_portal.bilingual.path_language.PathLanguageMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "iclei_portal.urls"
# The portal stands at the root of its hosts: a header of a reader that says otherwise,
# passed on by a proxy, would lead the links of kept pages astray.
FORCE_SCRIPT_NAME = ""
WSGI_APPLICATION = "iclei_portal.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "iclei_portal.bilingual.links.alternates",
            ],
        },
    },
]

DATABASES = {"default": env.db_url("DATABASE_URL")}
if DATABASES["default"].get("ENGINE") != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database.")
# A connection serves a minute's requests; one that broke is made again unnoticed.
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
FORMS_URLFIELD_ASSUME_HTTPS = True  # the only way of Django 6
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "members.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

REDIS_URL: str = env.str("REDIS_URL")
if not REDIS_URL.startswith(("redis://", "rediss://", "unix://")):
    raise ImproperlyConfigured("REDIS_URL must name a Redis: redis:// or unix://.")

# How long a public page is kept at most; what changes drops it at once. Zero: never.
PAGE_CACHE_SECONDS: int = env.int("PAGE_CACHE_SECONDS", default=0 if DEBUG else 300)

# Celery wakes workers; the job rows hold the truth (reports.models.RenderJob).
# Celery's own way of writing the socket and the database of an address.
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1).replace(
    "?db=", "?virtual_host=" if REDIS_URL.startswith("unix://") else "?db="
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 50
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_TIME_LIMIT = 900
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker outlasts any broker
CELERY_TIMEZONE = "Asia/Tokyo"
# Seconds after which a silent worker is taken for dead, and between two looks.
RENDER_LEASE_SECONDS: int = env.int("RENDER_LEASE_SECONDS", default=30)
RENDER_SWEEP_SECONDS: int = env.int("RENDER_SWEEP_SECONDS", default=30)
# Short work has a worker of its own (machine.portal), so that it never waits long.
CELERY_TASK_DEFAULT_QUEUE = "previews"
CELERY_BEAT_SCHEDULE = {
    "send stalled report renders again": {
        "task": "reports.tasks.resume_stalled_renders",
        "schedule": RENDER_SWEEP_SECONDS,
        "options": {"expires": RENDER_SWEEP_SECONDS},
    },
    "discard the files of superseded attempts": {
        "task": "reports.tasks.discard_unnamed_files",
        "schedule": 3600,
        "options": {"expires": 3600},
    },
}

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", _("Japanese")), ("en", _("English"))]
MODELTRANSLATION_DEFAULT_LANGUAGE = "ja"
MODELTRANSLATION_LANGUAGES = ("ja", "en")
MODELTRANSLATION_FALLBACK_LANGUAGES = ("ja",)
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "media"
REPORT_ROOT = DATA_DIR / "reports"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        ),
    },
}

SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_FAILURE_VIEW = "iclei_portal.pages.views.errors.form_refused"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s %(message)s"}},
    "filters": {"short": {"()": "iclei_portal.asked.ShortRefusals"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django.request": {"filters": ["short"]},
        "pikepdf": {"level": "WARNING"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
