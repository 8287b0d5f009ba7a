import pytest

from machine import variables

ADDRESSES = {"DATABASE_URL": "postgres://db/portal", "REDIS_URL": "redis://queue"}


def test_portal_takes_the_callers_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", "/srv/portal")
    monkeypatch.setenv("ALLOWED_HOSTS", "portal.example.org")

    found = variables.for_portal(ADDRESSES)

    assert found["DATA_DIR"] == "/srv/portal"
    assert found["ALLOWED_HOSTS"] == "portal.example.org"
    assert ADDRESSES.items() <= found.items()


def test_tests_do_not_depend_on_the_callers_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DEBUG", "true")
    monkeypatch.setenv("DATA_DIR", "/srv/real-data")

    found = variables.for_tests(ADDRESSES)

    assert found["DEBUG"] == "false"
    assert found["DATA_DIR"].endswith("/.local/tests/data")


@pytest.mark.parametrize("name", sorted(variables.OF_MAKE))
def test_what_make_left_is_not_inherited(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "ja")

    assert name not in variables.inherited()
