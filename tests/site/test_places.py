"""No public page is built that the tests of all pages do not know."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from tests.browser.places import NO_PAGES, PLACES

# What is not of the public site: the desk of the secretariat.
DESK = "admin"


def public_names(resolver: URLResolver, names: tuple[str, ...] = ()) -> Iterator[str]:
    """Return the names of all addresses below a resolver, but of the desk."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            if entry.namespace != DESK:
                own = (entry.namespace,) if entry.namespace else ()
                yield from public_names(entry, (*names, *own))
        elif isinstance(entry, URLPattern):
            yield ":".join((*names, entry.name or entry.lookup_str))


def test_every_public_address_is_known_to_the_tests_of_all_pages() -> None:
    assert {*public_names(get_resolver())} == {*PLACES, *NO_PAGES}


@pytest.mark.parametrize("name", PLACES)
def test_addresses_of_a_page_lead_to_its_url(name: str) -> None:
    paths = [f"/ja/{address.partition('?')[0]}" for address in PLACES[name]]

    assert {resolve(path).view_name for path in paths} == {name}
