"""Addresses of profiles, for lists that name thousands of them.

Apart from the models: the type checker goes round in circles about decorated
functions beside them.
"""

from __future__ import annotations

from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


@lru_cache(maxsize=16)
def _list_path(language: str | None, prefix: str) -> str:
    """Return the address of the list; both arguments are what it depends on."""
    del language, prefix
    return reverse("members:list")


def profile_path(slug: str) -> str:
    """Return the address of a profile in the active language.

    Lists name thousands of them: the address is resolved once a language.
    """
    return f"{_list_path(get_language(), get_script_prefix())}{slug}/"
