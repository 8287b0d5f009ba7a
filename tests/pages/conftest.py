"""Readers of the public pages."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

Read = Callable[..., str]


@pytest.fixture
def read(client: Client) -> Read:
    """Return the words of a page, tags left out, after checking its status."""

    def words(address: str, status: int = 200) -> str:
        response = client.get(address)
        assert response.status_code == status
        main = response.content.decode().partition('id="main"')[2]
        text = unescape(re.sub(r"<[^>]*>", " ", main.partition("</main>")[0]))
        return re.sub(r"\s+", " ", text)

    return words
