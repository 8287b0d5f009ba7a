"""The machine, the image and the composed services say the same."""

import ast
import re
import subprocess
import tomllib
from typing import Any

import pytest
import yaml

from machine import portal, redis
from machine.installation import installations, major_version
from machine.places import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OF_THE_PORTAL = ("web", "worker", "previews", "beat")
DOCKERFILE = (ROOT / "Dockerfile").read_text()
PYPROJECT = (ROOT / "pyproject.toml").read_text()
PROJECT: dict[str, Any] = tomllib.loads(PYPROJECT)
SETTINGS = ROOT / "iclei_portal" / "settings.py"
# Folders of one person's or one system's machine, but not the paths of web pages.
MACHINE_PATH = re.compile(
    rb"""(?:^|[\s"'=(`])/(?:home|root|work|Users)/""", re.MULTILINE
)
REGISTRY = re.compile(rb"(?<!emit-)index-url|find-links|registry=|deb https?:")


def tracked() -> list[str]:
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True)
    return [name for name in names.stdout.split("\0") if (ROOT / name).is_file()]


def read_by_settings() -> dict[str, bool]:
    """Return the variables that the settings read, and whether each is required."""
    calls = [
        node
        for node in ast.walk(ast.parse(SETTINGS.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value) == "env"
    ]
    return {
        ast.literal_eval(call.args[0]): not any(
            keyword.arg == "default" for keyword in call.keywords
        )
        for call in calls
    }


def command_of(service: str) -> str:
    command = SERVICES[service]["command"]
    return command if isinstance(command, str) else command[-1]


def test_image_and_project_use_the_same_python() -> None:
    images = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    least = PROJECT["project"]["requires-python"].removeprefix(">=")

    assert images == [f"python:{least}-slim-bookworm"] * 2
    assert PROJECT["tool"]["mypy"]["python_version"] == least


def test_composed_database_is_the_one_that_the_tests_use() -> None:
    assert SERVICES["db"]["image"] == f"postgres:{major_version(installations()[0])}"


def test_composed_queue_keeps_what_the_own_queue_keeps() -> None:
    words = command_of("redis").split()

    assert words == ["redis-server", *redis.DURABLE]


@pytest.mark.parametrize(
    ("service", "command"),
    [
        ("web", portal.WEB),
        ("worker", portal.WORKER),
        ("previews", portal.PREVIEWS),
        ("beat", portal.BEAT),
    ],
    ids=OF_THE_PORTAL,
)
def test_composed_process_is_started_as_on_the_own_machine(
    service: str, command: tuple[str, ...]
) -> None:
    assert " ".join(command) in command_of(service)


def test_image_starts_the_web_server_as_composed() -> None:
    command = ast.literal_eval(DOCKERFILE.split("\nCMD ")[-1].strip())

    assert command_of("web").endswith(f"exec {' '.join(command)}")


@pytest.mark.parametrize("service", OF_THE_PORTAL)
def test_composed_variables_are_those_that_the_settings_read(service: str) -> None:
    given = SERVICES[service]["environment"].keys()
    read = read_by_settings()

    assert given - read.keys() == set()
    assert {name for name, required in read.items() if required} - given == set()


def test_operations_guide_names_every_variable() -> None:
    guide = (ROOT / "docs" / "operations.md").read_text()

    assert [name for name in read_by_settings() if f"| `{name}` |" not in guide] == []


@pytest.mark.parametrize("service", SERVICES)
def test_composed_service_has_a_health_check(service: str) -> None:
    check = SERVICES[service]["healthcheck"]

    assert check["test"][0] in {"CMD", "CMD-SHELL"}
    assert check.keys() >= {"interval", "timeout"}


def test_image_has_a_health_check_and_a_user_without_rights() -> None:
    users = re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE)

    assert users == ["portal"]
    assert "useradd --uid 1000" in DOCKERFILE
    assert DOCKERFILE.count("\nHEALTHCHECK ") == 1


def test_secrets_of_the_composed_services_come_from_outside() -> None:
    secrets = re.findall(
        r"(?:SECRET_KEY|PASSWORD): (\S+)", (ROOT / "docker-compose.yml").read_text()
    )

    assert len(secrets) == 2
    assert [value for value in secrets if not value.startswith("${")] == []


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["path", "registry"])
def test_no_file_names_a_machine_or_a_registry(pattern: re.Pattern[bytes]) -> None:
    own = "tests/repository/test_deployment.py"
    named = [name for name in tracked() if pattern.search((ROOT / name).read_bytes())]

    assert [name for name in named if name != own] == []


def test_every_dependency_has_its_reason_beside_it() -> None:
    lists = re.findall(r"(?ms)^(?:dependencies|dev) = \[\n(.*?)^\]", PYPROJECT)
    packages = [line for line in "".join(lists).splitlines() if line.startswith('  "')]

    assert len(packages) >= len(PROJECT["project"]["dependencies"])
    assert [line for line in packages if not re.search(r'", +# \w', line)] == []


@pytest.mark.parametrize("name", ["base", "dev", "uv"])
def test_locked_packages_all_have_hashes(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    entries = text.replace("\\\n", " ").splitlines()

    assert entries != []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_own_package_has_no_file_over_150_lines() -> None:
    long = [
        file.name
        for file in (ROOT / "machine").glob("*.py")
        if len(file.read_text().splitlines()) > 150
    ]

    assert long == []
