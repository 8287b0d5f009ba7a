"""Which criteria of JIS X 8341-3:2016 a run of the tests has shown to be met.

A test names its criteria with `shows`, or with `rules_out` where it proves that there
is nothing for them to apply to. As a plugin (`-p tests.accessibility`) this writes the
result to the file that the portal's accessibility statement prints.
"""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

JAPAN = timezone(timedelta(hours=9))
MARKS = {
    "shows": "the test shows that the criteria are met, as far as a machine can tell",
    "rules_out": "the test shows that the criteria have nothing to apply to",
}


def declare(config: pytest.Config) -> None:
    """Name the marks."""
    for mark, meaning in MARKS.items():
        config.addinivalue_line("markers", f"{mark}(*criteria): {meaning}")


class Result:
    """What the tests of one run told."""

    def __init__(self) -> None:
        self.outcomes: dict[str, list[tuple[str, str, bool]]] = {}
        self.told: dict[str, Any] = {"axe": {}, "tools": {}, "pages": {}}

    def add(self, report: pytest.TestReport) -> None:
        """Take over what a test showed, and what it told besides."""
        passed = report.outcome == "passed"
        test = report.nodeid.partition(".py::")[0].rpartition("/")[2]
        properties: list[tuple[str, Any]] = list(report.user_properties)
        for key, value in properties:
            if key in MARKS:
                for criterion in value:
                    found = self.outcomes.setdefault(criterion, [])
                    found.append((key, test, passed))
            elif key == "axe":
                for name, count in value.items():
                    told = self.told["axe"]
                    told[name] = told.get(name, 0) + count
            elif key in self.told:
                self.told[key] |= value

    def statement(self) -> dict[str, Any]:
        """Return what the accessibility statement prints."""
        return {
            "tested_on": datetime.now(UTC).astimezone(JAPAN).date().isoformat(),
            **self.told,
            "criteria": {
                criterion: {
                    "passed": all(passed for _mark, _test, passed in found),
                    "applies": any(mark == "shows" for mark, _test, _passed in found),
                    "tests": sorted({test for _mark, test, _passed in found}),
                }
                for criterion, found in sorted(self.outcomes.items())
            },
        }


RESULT = Result()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the file to write."""
    parser.addoption("--accessibility", type=Path, help="write the result to this file")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let each test carry its criteria to whoever gathers the reports."""
    for item in items:
        for mark in item.iter_markers():
            if mark.name in MARKS:
                item.user_properties.append((mark.name, mark.args))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Gather what each test showed."""
    if report.when == "call" or report.failed:
        RESULT.add(report)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the result, in the process that has heard all tests."""
    target = session.config.getoption("--accessibility")
    if target and not hasattr(session.config, "workerinput"):
        text = json.dumps(RESULT.statement(), ensure_ascii=False, indent=1)
        target.write_text(text + "\n", encoding="utf-8")
