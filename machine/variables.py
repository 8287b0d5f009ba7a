"""The environment variables that the portal's programs read."""

import os
import secrets
from pathlib import Path

from machine import packages, secret
from machine.account import encoding_locale
from machine.places import LOCAL, TEST_STATE, VENV

OF_MAKE = {"LANGUAGE", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
HOSTS = "127.0.0.1,localhost"
# An address in the name of RFC 2606: nothing of these is ever reached.
PRODUCTION = {
    "ALLOWED_HOSTS": "portal.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://portal.example.org",
    "DEBUG": "false",
    "HTTPS": "true",
}


def inherited() -> dict[str, str]:
    """Return the caller's variables with the project's own programs in front.

    What make left there goes: LANGUAGE names the language of a report, but
    gettext would take it for that of every tool's messages.
    """
    kept = {name: os.environ[name] for name in os.environ.keys() - OF_MAKE}
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    own = {"PATH": path, "LC_ALL": encoding_locale(), "PYTHONUNBUFFERED": "1"}
    return kept | own


def for_portal(addresses: dict[str, str]) -> dict[str, str]:
    """Return the variables of the portal on this machine; the caller's own win."""
    ours = {
        "SECRET_KEY": secret.key_in(LOCAL / "secret_key"),
        "DEBUG": "false",
        "HTTPS": "false",
        "ALLOWED_HOSTS": HOSTS,
        "DATA_DIR": str(LOCAL / "data"),
    }
    return ours | inherited() | addresses


def for_tests(addresses: dict[str, str]) -> dict[str, str]:
    """Return the variables of tests and gates, whatever the caller's are."""
    ours = {
        "SECRET_KEY": secrets.token_urlsafe(64),
        "DEBUG": "false",
        "HTTPS": "false",
        "ALLOWED_HOSTS": HOSTS,
        "CSRF_TRUSTED_ORIGINS": "",
        "DATA_DIR": str(TEST_STATE / "data"),
        "CHROMIUM": packages.browser() or "",
    }
    return inherited() | ours | addresses


def data_folder(variables: dict[str, str]) -> Path:
    """Return the folder of rendered reports and uploads, made where missing."""
    folder = Path(variables["DATA_DIR"])
    folder.mkdir(parents=True, exist_ok=True)
    return folder
