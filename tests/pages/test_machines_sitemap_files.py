"""The files of the sitemap: complete, true, and as cheap for many pages as for few."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation

from events.models import Event
from events.sitemaps import EventPages
from iclei_portal.pages.sitemaps import SECTIONS
from tests.factories import (
    ArticleFactory,
    EventFactory,
    EventParticipantFactory,
    InitiativeFactory,
    MembershipFactory,
    SessionFactory,
)
from tests.pages.sitemap import files, listed
from tests.types import Queries

pytestmark = pytest.mark.django_db

# What stands in the paths without an argument and is no page for everyone: the
# list of events leads on to a year, the components are for development.
NO_PAGES = {"admin", "events:list", "pages:components"}


def test_long_section_is_cut_into_files(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EventPages, "limit", 2)
    EventFactory.create_batch(5)
    names = ["/sitemap-events.xml", *(f"/sitemap-events.xml?p={n}" for n in (2, 3))]

    assert [one for one in files(client) if "sitemap-events" in one] == names
    pages = [page for name in names for page in listed(client, name)]
    assert len(pages) == len(set(pages)) == 10


@pytest.mark.parametrize(
    "address", ["/sitemap-events.xml?p=9", "/sitemap-events.xml?p=x", "/sitemap-x.xml"]
)
def test_file_that_is_not_there_is_not_found(client: Client, address: str) -> None:
    EventFactory()

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("count", [2, 40])
@pytest.mark.parametrize(
    ("section", "queries"),
    [
        ("pages", 0),
        ("members", 2),
        ("initiatives", 2),
        ("events", 2),
        ("programmes", 2),
        ("event-years", 1),
        ("news", 2),
    ],
)
def test_section_needs_the_same_queries(
    client: Client,
    django_assert_num_queries: Queries,
    section: str,
    queries: int,
    count: int,
) -> None:
    for _ in range(count):
        event = EventFactory()
        EventParticipantFactory(event=event)
        SessionFactory(event=event)
    MembershipFactory.create_batch(count)
    InitiativeFactory.create_batch(count)
    ArticleFactory.create_batch(count)

    with django_assert_num_queries(queries):
        assert listed(client, f"/sitemap-{section}.xml")


@pytest.mark.parametrize("count", [1, 20])
def test_index_needs_the_same_queries(
    client: Client, django_assert_num_queries: Queries, count: int
) -> None:
    EventFactory.create_batch(count)

    with django_assert_num_queries(8):
        assert "/sitemap-events.xml" in files(client)


def test_file_of_a_long_section_lists_its_own_records(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(EventPages, "limit", 10)
    Event.objects.bulk_create(EventFactory.build_batch(40))
    section = EventPages()

    pages = list(section.listed(section.paginator.page(4).object_list))

    newest = Event.objects.order_by("-pk").values_list("slug", flat=True)[:10]
    assert {one.path for one in pages} == {f"/ja/events/{slug}/" for slug in newest}


def plain_names(
    patterns: list[URLPattern | URLResolver], space: str = ""
) -> Iterator[str]:
    """Yield the names of the addresses in the language paths without an argument."""
    for one in patterns:
        if isinstance(one, URLResolver):
            name = one.namespace or ""
            if name not in NO_PAGES and not one.pattern.regex.groups:
                yield from plain_names(one.url_patterns, f"{name}:" if name else space)
        elif one.name and not one.pattern.regex.groups:
            yield space + one.name


def test_every_standing_page_is_listed() -> None:
    with translation.override("ja"):
        (paths,) = [
            one
            for one in get_resolver().url_patterns
            if isinstance(one, URLResolver) and str(one.pattern) == "ja/"
        ]
        names = set(plain_names(paths.url_patterns)) - NO_PAGES

    assert names == set(SECTIONS["pages"]().items())
