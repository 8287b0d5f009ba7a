import os
from pathlib import Path

import pytest

from machine.account import Account
from machine.home import ELSEWHERE, Home
from machine.refusal import Refusal

LONGEST_SOCKET_PATH = 103
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="root alone changes owners")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_home_has_short_sockets_in_folders_of_its_own(home: Home) -> None:
    sockets = [home.sockets / name for name in (".s.PGSQL.5432.lock", "redis.sock")]

    assert max(len(bytes(path)) for path in sockets) <= LONGEST_SOCKET_PATH
    assert (mode(home.sockets), mode(home.state)) == (0o700, 0o700)


def test_home_is_found_again(home: Home, folder: Path) -> None:
    assert Home.at(folder / "state") == home


def test_homes_of_two_places_share_nothing(home: Home, folder: Path) -> None:
    other = Home.at(folder / "other")
    other.sockets.rmdir()

    assert other.state != home.state
    assert other.sockets != home.sockets


@needs_root
def test_home_lies_elsewhere_when_the_servers_cannot_reach_the_project(
    folder: Path,
) -> None:
    folder.chmod(0o700)

    home = Home.at(folder / "state")
    home.sockets.rmdir()
    home.state.rmdir()

    assert home.state == ELSEWHERE / home.sockets.name


@needs_root
def test_root_goes_on_with_the_account_that_made_the_state(folder: Path) -> None:
    os.chown(folder, 12345, 12345)

    assert Account.for_servers(folder) == Account(12345, 12345)


@needs_root
def test_folder_of_another_user_is_refused(folder: Path) -> None:
    os.chown(folder, 12345, 12345)

    with pytest.raises(Refusal, match="belongs to another user"):
        Account(54321, 54321).open_folder(folder)


def test_planted_link_is_refused(folder: Path) -> None:
    (folder / "link").symlink_to(folder)

    with pytest.raises(Refusal, match="belongs to another user"):
        Account(os.geteuid(), os.getegid()).open_folder(folder / "link")


def test_planted_link_changes_nothing_where_it_leads(folder: Path) -> None:
    (folder / "victim").mkdir(mode=0o750)
    (folder / "link").symlink_to(folder / "victim")

    with pytest.raises(Refusal):
        Account(os.geteuid(), os.getegid()).open_folder(folder / "link")

    assert mode(folder / "victim") == 0o750


def test_loose_folder_of_the_account_is_closed(folder: Path) -> None:
    (folder / "state").mkdir(mode=0o755)

    Account.of_caller().open_folder(folder / "state")

    assert mode(folder / "state") == 0o700


@pytest.mark.parametrize("lock", ["turn.lock", "users.lock"])
def test_link_in_the_place_of_a_lock_is_refused(
    lock: str, home: Home, folder: Path
) -> None:
    (folder / "victim").write_text("kept")
    (home.state / lock).symlink_to(folder / "victim")

    with pytest.raises(Refusal, match=rf"{lock} cannot be opened .*: remove it"):
        home.join() if lock == "users.lock" else home.alone().__enter__()

    assert (folder / "victim").read_text() == "kept"


def test_lock_keeps_what_it_holds(home: Home) -> None:
    (home.state / "users.lock").write_text("kept")

    home.join().leave()

    assert (home.state / "users.lock").read_text() == "kept"


def test_folder_is_taken_over_with_all_in_it(folder: Path, other: Account) -> None:
    (folder / "media").mkdir()
    (folder / "media" / "photo.jpg").touch()

    other.take_over(folder)

    owners = {path.owner() for path in (folder, *folder.rglob("*"))}
    assert owners == {other.name}


@pytest.mark.parametrize("plant", ["symlink_to", "hardlink_to"])
def test_what_is_linked_is_not_taken_over(
    plant: str, folder: Path, other: Account
) -> None:
    (folder / "victim").touch()
    (folder / "data").mkdir()
    getattr(folder / "data" / "link", plant)(folder / "victim")

    other.take_over(folder / "data")

    assert (folder / "victim").stat().st_uid == os.geteuid()


def test_servers_see_nothing_of_the_callers_variables(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPORT", "1")

    seen = home.account.run("env").stdout.split()

    assert sorted(line.partition("=")[0] for line in seen) == ["LC_ALL", "PATH"]
