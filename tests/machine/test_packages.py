from pathlib import Path

import pytest

from machine import apt, packages
from machine.packages import Package
from machine.refusal import Refusal

MET = Package("make", "make", lambda: True)
UNMET = Package("no-such-tool", "no-such-brew", lambda: False)


def test_missing_names_only_what_is_not_there() -> None:
    assert packages.missing([MET, UNMET]) == [UNMET]


def test_everything_the_tests_need_is_there() -> None:
    assert packages.missing(packages.TESTS) == []


def test_person_without_the_right_to_install_reads_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Refusal) as refusal:
        packages.provide([MET, UNMET])

    assert str(refusal.value) == (
        "Install what is missing with `apt-get install no-such-tool` (Debian) "
        "or `brew install no-such-brew` (macOS)."
    )


def test_nothing_is_asked_of_anybody_when_all_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    packages.provide([MET])

    assert capsys.readouterr().out == ""


def test_fonts_are_found_by_their_file() -> None:
    assert packages.has_font("BIZUDMincho-Regular.ttf")
    assert not packages.has_font("NoSuchFont-Regular.ttf")


def test_libraries_are_found_by_the_linker() -> None:
    assert packages.has_library("pango-1.0")
    assert not packages.has_library("no-such-library")


def test_file_for_the_installers_is_there_only_a_while(tmp_path: Path) -> None:
    file = tmp_path / "etc" / "policy"

    with apt.a_while(file, "exit 101\n", wanted=True):
        during = file.read_text()

    assert during == "exit 101\n"
    assert not file.exists()


def test_file_for_the_installers_is_a_program(tmp_path: Path) -> None:
    with apt.a_while(tmp_path / "policy", "exit 101\n", wanted=True):
        assert (tmp_path / "policy").stat().st_mode & 0o777 == 0o755


def test_file_that_cannot_be_written_stops_the_installation(tmp_path: Path) -> None:
    (tmp_path / "etc").write_text("no folder")

    with (
        pytest.raises(Refusal, match=r"`install .* failed: install: "),
        apt.a_while(tmp_path / "etc" / "policy", "ours", wanted=True),
    ):
        pass


def test_file_left_by_a_killed_installation_is_removed(tmp_path: Path) -> None:
    left = {tmp_path / name: text for name, text in (("a", "ours"), ("b", "ours"))}
    (tmp_path / "a").write_text("ours")
    (tmp_path / "b").write_text("ours, and a person's line")

    apt.clear_up(left)

    assert [file.name for file in tmp_path.iterdir()] == ["b"]


def test_every_file_for_the_installers_names_its_maker() -> None:
    assert [text for text in apt.OURS.values() if "# iclei-portal" not in text] == []


def test_file_of_the_systems_own_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "policy"
    file.write_text("theirs")

    with apt.a_while(file, "ours", wanted=True):
        pass

    assert file.read_text() == "theirs"
