"""Every kind of public page, in Japanese."""

import pytest

from tests.browser.matrix import PagesInALanguage


@pytest.fixture(scope="module")
def language() -> str:
    return "ja"


class TestPages(PagesInALanguage):
    """The pages that readers of Japanese see."""
