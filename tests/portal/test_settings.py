"""The portal refuses to start with settings that are not safe."""

import os
import subprocess
import sys

import pytest

from machine.places import ROOT

KEY = "abcdefghij" * 5
SAFE = {
    "DEBUG": "false",
    "HTTPS": "true",
    "SECRET_KEY": KEY,
    "ALLOWED_HOSTS": "portal.example.org",
}
QUESTION = "from iclei_portal.settings import ALLOWED_HOSTS; print(ALLOWED_HOSTS)"


def start(**changed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", QUESTION],
        cwd=ROOT,
        env={**os.environ, **SAFE, **changed},
        check=False,
        capture_output=True,
        text=True,
    )


def without(name: str) -> subprocess.CompletedProcess[str]:
    kept = {key: os.environ[key] for key in os.environ if key != name}
    return subprocess.run(
        [sys.executable, "-c", QUESTION],
        cwd=ROOT,
        env=kept,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", KEY[1:], "must be a random text of 50 characters or more."),
        ("SECRET_KEY", "abcd" * 20, "must be a random text of 50 characters or more."),
        (
            "SECRET_KEY",
            "django-insecure-" + KEY,
            "must be a random text of 50 characters or more.",
        ),
        ("ALLOWED_HOSTS", "", "is empty: name the hosts that serve the portal"),
        ("ALLOWED_HOSTS", " , ", "is empty: name the hosts that serve the portal"),
        ("ALLOWED_HOSTS", "a.example.org, *", "may not be *: name the hosts."),
        ("DEBUG", "true", "is for the own machine: with it, HTTPS must be false."),
        ("DATABASE_URL", "sqlite:///x", "must name a PostgreSQL database."),
        ("REDIS_URL", "127.0.0.1:6379", "must name a Redis: redis:// or unix://."),
    ],
)
def test_unsafe_value_is_refused_by_its_name(
    name: str, value: str, sentence: str
) -> None:
    started = start(**{name: value})

    assert (started.returncode, started.stdout) == (1, "")
    assert f"ImproperlyConfigured: {name} {sentence}" in started.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_missing_value_is_named(name: str) -> None:
    started = without(name)

    assert started.stdout == ""
    assert f"Set the {name} environment variable" in started.stderr


def test_safe_values_start() -> None:
    assert start().stdout == "['portal.example.org']\n"


def test_developer_may_leave_the_hosts_out() -> None:
    assert start(DEBUG="true", HTTPS="false", ALLOWED_HOSTS="").stdout == "[]\n"
