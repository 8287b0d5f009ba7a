from pathlib import Path

import pytest

from machine.static_files import fingerprint


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("static", "reports/static"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "site.css").write_text("p {}")
    (tmp_path / "base.txt").write_text("django==5.2\n")
    return tmp_path


@pytest.mark.parametrize(
    "changed", ["static/site.css", "reports/static/site.css", "base.txt"]
)
def test_fingerprint_changes_with_every_source(root: Path, changed: str) -> None:
    before = fingerprint(root, root / "base.txt")

    (root / changed).write_text("p { color: red }")

    assert fingerprint(root, root / "base.txt") != before


def test_fingerprint_stays_when_nothing_changes(root: Path) -> None:
    before = fingerprint(root, root / "base.txt")

    (root / "README.md").write_text("read me")

    assert fingerprint(root, root / "base.txt") == before
