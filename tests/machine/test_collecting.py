"""The static files are collected for real, and only when one has changed."""

from pathlib import Path

from machine import static_files
from machine.role import Role
from machine.variables import for_tests

SERVERS = {"DATABASE_URL": "postgres://nobody@/none", "REDIS_URL": "redis://nowhere"}


def test_static_files_are_collected_once_under_hashed_names(tmp_path: Path) -> None:
    role = Role.of_caller(for_tests(SERVERS) | {"DATA_DIR": str(tmp_path)})

    static_files.collect(role)
    collected = list((tmp_path / "static" / "css").glob("base.*.css"))
    collected[0].unlink()
    static_files.collect(role)

    assert len(collected) == 1
    assert not collected[0].exists()
