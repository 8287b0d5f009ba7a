"""Every kind of public page, in English."""

import pytest

from tests.browser.matrix import PagesInALanguage


@pytest.fixture(scope="module")
def language() -> str:
    return "en"


class TestPages(PagesInALanguage):
    """The pages that readers of English see."""
