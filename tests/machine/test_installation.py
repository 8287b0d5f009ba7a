from pathlib import Path

import pytest

from machine import installation
from machine.refusal import Refusal


def test_newest_installation_is_named_by_its_folder() -> None:
    folders = [Path(f"/usr/lib/postgresql/{number}/bin") for number in (9, 17, 15)]

    assert max(folders, key=installation.named_version) == folders[1]


def test_folder_without_a_version_comes_last() -> None:
    assert installation.named_version(Path("/opt/postgres/bin")) == 0


def test_existing_cluster_finds_the_version_that_made_it(tmp_path: Path) -> None:
    present = installation.installations()[0]
    version = installation.major_version(present)
    (tmp_path / "PG_VERSION").write_text(f"{version}\n")

    found = installation.installation_for(tmp_path)

    assert installation.major_version(found) == version


def test_cluster_of_a_version_that_is_gone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "PG_VERSION").write_text("9\n")

    with pytest.raises(Refusal, match="were made by PostgreSQL 9: install that"):
        installation.installation_for(tmp_path)
