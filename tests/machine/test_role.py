"""Who runs the portal, tried in a small project with real accounts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from machine import portal, role
from machine.account import Account
from machine.role import Role


@pytest.fixture
def project(folder: Path, other: Account, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose Python the account reaches, unlike root's own perhaps."""
    reached = ("/usr/bin/python3", os.path.realpath(sys.executable))
    python = [path for path in reached if other.run("test", "-x", path).returncode == 0]
    if not python:
        pytest.skip("no Python that others than root may run")
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/python").symlink_to(python[0])
    (folder / "members").mkdir()
    (folder / "members/models.py").touch()
    monkeypatch.setattr(role, "ROOT", folder)
    for name, place in {
        "VENV": ".venv",
        "LOCAL": ".local",
        "PORTAL_STATE": ".local/portal",
        "SCHEDULE": ".local/beat/schedule",
        "HOME": ".local/home",
    }.items():
        monkeypatch.setattr(role, name, folder / place)
    return folder


def variables(project: Path) -> dict[str, str]:
    data = str(project / ".local/data")
    return {"DATA_DIR": data, "HOME": "/", "XDG_CACHE_HOME": "/cache"}


def test_root_hands_the_portal_to_the_servers_account(
    project: Path, other: Account, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = Role.for_portal(variables(project))

    assert taken.account == other
    assert capsys.readouterr().out == ""
    owners = {file.name: file.owner() for file in (project / ".local").iterdir()}
    assert owners == dict.fromkeys(("beat", "data", "home"), other.name)


def test_account_gets_a_home_of_its_own_and_no_folder_of_roots(
    project: Path, other: Account
) -> None:
    assert Role.for_portal(variables(project)).variables == {
        "DATA_DIR": str(project / ".local/data"),
        "HOME": str(project / ".local/home"),
        "USER": other.name,
        "LOGNAME": other.name,
    }


def test_what_root_wrote_before_is_handed_over(project: Path, other: Account) -> None:
    (project / ".local/data/reports").mkdir(parents=True)
    (project / ".local/data/reports/old.pdf").touch()

    Role.for_portal(variables(project))

    assert (project / ".local/data/reports/old.pdf").owner() == other.name


@pytest.mark.parametrize(
    ("closed", "lack"),
    [
        ("members/models.py", "read {}/members/models.py"),
        ("members", "read {}/members"),
        (".venv", "run {}/.venv"),
        ("", "run {}/.venv"),
    ],
    ids=["file", "folder", "environment", "project"],
)
def test_root_goes_on_and_says_so_where_the_account_cannot_read(
    closed: str,
    lack: str,
    project: Path,
    other: Account,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (project / closed).chmod(0o600 if closed.endswith(".py") else 0o700)

    taken = Role.for_portal(variables(project))

    assert taken == Role(Account.of_caller(), variables(project))
    said = f"The portal runs as root: {other.name} cannot {lack.format(project)}.\n"
    assert capsys.readouterr().out == said


def test_folder_that_a_person_made_and_named_stays_theirs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = project / "records"
    named.mkdir()

    taken = Role.for_portal(variables(project) | {"DATA_DIR": str(named)})

    assert (taken.account.uid, named.stat().st_uid) == (0, 0)
    assert capsys.readouterr().out.endswith(f"cannot write {named}.\n")


def test_account_writes_in_scratch_and_root_copies_where_the_person_asked(
    project: Path, other: Account, tmp_path: Path
) -> None:
    out = tmp_path / "report.pdf"  # in a folder of pytest's, closed to others

    with Role.for_portal(variables(project)).scratch() as folder:
        draft = folder / "report.pdf"
        command = ["sh", "-c", 'echo PDF > "$0"', str(draft)]
        subprocess.run(command, check=True, **other.switch)
        portal.copy(draft, out)

    assert (out.read_text(), out.stat().st_uid) == ("PDF\n", 0)
    assert list((project / ".local/data").iterdir()) == []


def test_planted_link_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "draft").symlink_to(tmp_path / "secret")

    with pytest.raises(OSError, match="symbolic link"):
        portal.copy(tmp_path / "draft", tmp_path / "out")

    assert not (tmp_path / "out").exists()
