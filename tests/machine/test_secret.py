from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from machine import secret

SHORTEST = 50


def test_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    file = tmp_path / "local" / "secret_key"

    key = secret.key_in(file)

    assert secret.key_in(file) == key
    assert len(key) >= SHORTEST
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_key_differs_from_place_to_place(tmp_path: Path) -> None:
    assert secret.key_in(tmp_path / "one") != secret.key_in(tmp_path / "other")


def test_key_is_the_same_for_all_who_ask_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secret.key_in, [tmp_path / "key"] * 8))

    assert len(keys) == 1
