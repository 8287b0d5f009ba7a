from pathlib import Path

import pytest

from machine import environment
from machine.refusal import Refusal


@pytest.fixture
def requirements(tmp_path: Path) -> Path:
    """Lock files that lock nothing, so that no network is needed."""
    folder = tmp_path / "requirements"
    folder.mkdir()
    (folder / "base.txt").touch()
    (folder / "dev.txt").touch()
    return folder


def stamped(venv: Path, requirements: Path, kind: str) -> Path:
    """Return the stamp of an environment that looks finished."""
    venv.mkdir()
    stamp = venv / "packages.sha256"
    digest = environment.digest(requirements / f"{kind}.txt", venv)
    stamp.write_text(f"{kind} {digest}")
    return stamp


def test_environment_is_made_once(
    tmp_path: Path, requirements: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    venv = tmp_path / "venv"
    environment.provide("base", venv, requirements)
    capfd.readouterr()

    environment.provide("base", venv, requirements)

    assert capfd.readouterr().out == ""
    assert environment.is_ours(venv)


def test_environment_whose_python_is_gone_is_made_anew(
    tmp_path: Path, requirements: Path
) -> None:
    stamped(tmp_path / "venv", requirements, "base")
    (tmp_path / "venv/bin").mkdir()
    (tmp_path / "venv/bin/python").symlink_to(tmp_path / "no-python")

    environment.provide("base", tmp_path / "venv", requirements)

    assert environment.is_ours(tmp_path / "venv")


def test_environment_of_another_python_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python").write_text("#!/bin/sh\necho 3.12.1\n")
    (tmp_path / "bin/python").chmod(0o755)

    assert not environment.is_ours(tmp_path)


def test_file_in_the_place_of_the_environment_is_refused(
    tmp_path: Path, requirements: Path
) -> None:
    (tmp_path / "venv").touch()

    with pytest.raises(Refusal, match="venv cannot be changed: remove it"):
        environment.provide("base", tmp_path / "venv", requirements)


def test_environment_of_a_developer_serves_the_portal_too(
    tmp_path: Path, requirements: Path
) -> None:
    stamp = stamped(tmp_path / "venv", requirements, "dev")

    environment.provide("base", tmp_path / "venv", requirements)

    assert stamp.read_text().startswith("dev ")


@pytest.mark.parametrize("changed", ["packages", "place"])
def test_stamp_changes_with(changed: str, tmp_path: Path, requirements: Path) -> None:
    locked, venv = requirements / "base.txt", tmp_path / "venv"
    before = environment.digest(locked, venv)

    if changed == "packages":
        locked.write_text("django==5.2\n")
    else:
        venv = tmp_path / "moved"

    assert environment.digest(locked, venv) != before


def test_folder_without_a_python_is_no_environment(tmp_path: Path) -> None:
    assert not environment.is_ours(tmp_path)
