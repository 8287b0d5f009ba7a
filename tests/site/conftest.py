"""What the tests of the whole site share."""

import pytest

from tests.accessibility import declare


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks from which the accessibility statement is made."""
    declare(config)
