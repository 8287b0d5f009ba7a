"""A crawl of both languages: no broken link, every page in both, no word left over."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import DjangoDbBlocker

from reports.actions import keep_as_published
from reports.models import AnnualReport
from tests.site.crawling import HOST, CrawledPage, Crawler, address, twin

CATALOGUE = settings.BASE_DIR / "locale" / "ja" / "LC_MESSAGES" / "django.po"
Site = dict[str, CrawledPage]
JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]")
LEFT_OVER = re.compile(
    r"\{[a-z_. ]*\}|\{%|%\([a-z]|^None$|[:(/–] ?None\b|\bNone[)/–]|\bnan\b|&[a-z]+;"
)
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def site(
    fy2021: None,  # noqa: ARG001 - what is shown
    django_db_blocker: DjangoDbBlocker,
) -> Site:
    """Crawl the portal once for all tests below."""
    with django_db_blocker.unblock():
        for report in AnnualReport.objects.all():
            keep_as_published(report=report)
        return Crawler().crawl("/ja/", "/en/")


def pages(site: Site, language: str = "") -> Iterator[CrawledPage]:
    """Return the pages of a language, or of both."""
    for page in site.values():
        if page.is_page and language in {"", page.path[1:3]}:
            yield page


def links(site: Site) -> Iterator[tuple[str, str, str]]:
    """Return page, path and anchor of every link inside the portal."""
    for page in site.values():
        for href in page.links:
            found = address(page.path, href)
            if found and found[0] in site:
                yield page.path, *found


@pytest.mark.shows("2.4.5")
def test_crawl_reaches_hundreds_of_pages_and_none_is_broken(site: Site) -> None:
    broken = {path: page.status for path, page in site.items() if page.status >= 400}
    blamed = {(at, path) for at, path, _anchor in links(site) if path in broken}

    assert blamed == set()
    assert broken == {}
    assert len(list(pages(site, "ja"))) > 200


def test_every_anchor_is_there(site: Site) -> None:
    missing = {
        (at, f"{path}#{anchor}")
        for at, path, anchor in links(site)
        if anchor and site[path].is_page and anchor not in site[path].ids
    }

    assert missing == set()


def test_every_style_and_picture_is_there(site: Site) -> None:
    client = Client()
    files = {file for page in pages(site) for file in page.files}
    static = {file for file in files if file.startswith("/static/")}
    others = {file for file in files - static if not file.startswith("data:")}

    assert {f for f in static if not finders.find(f.removeprefix("/static/"))} == set()
    assert {f for f in others if client.get(f).status_code != 200} == set()
    assert static


@pytest.mark.shows("3.1.1")
def test_every_page_names_the_language_of_its_path(site: Site) -> None:
    assert {p.path for p in pages(site) if p.language != p.path[1:3]} == set()


def test_every_page_has_its_twin_and_both_name_each_other(site: Site) -> None:
    lone = {
        page.path
        for page in pages(site)
        if page.robots != "noindex" and not names_its_twin(site, page)
    }

    assert lone == set()


def names_its_twin(site: Site, page: CrawledPage) -> bool:
    """Tell whether page and twin are there and are each other's alternates."""
    plain = page.path.partition("?")[0]
    other = site.get(twin(page.path))
    both = {plain[1:3]: HOST + plain, twin(plain)[1:3]: HOST + twin(plain)}
    wanted = {**both, "x-default": both["ja"]}
    return (
        other is not None and other.is_page and page.alternates == other.alternates
    ) and page.alternates == wanted


def test_page_that_is_not_translated_says_so_and_is_offered_in_one_language(
    site: Site,
) -> None:
    alone = [page for page in pages(site) if page.robots == "noindex"]

    for page in alone:
        texts = [text for _language, text in page.texts]
        assert any("のみ" in text or " only" in text for text in texts), page.path


@pytest.mark.shows("3.2.3", "3.2.4")
def test_every_switch_lands_on_the_same_page_with_the_same_query(site: Site) -> None:
    astray = {
        (page.path, page.switch.get(twin(page.path)[1:3]))
        for page in pages(site)
        if page.switch.get(twin(page.path)[1:3]) != twin(page.path)
    }

    assert astray == set()


def english_words() -> set[str]:
    """Return the English words of the catalogue that are others in Japanese."""
    with CATALOGUE.open("rb") as file:
        entries = read_po(file)
    words = {
        (one.id if isinstance(one.id, str) else one.id[0])
        for one in entries
        if one.string and one.string != one.id
    }
    return {word for word in words if re.search("[a-z]{2}", word)}


def test_no_english_word_of_the_interface_is_left_on_a_japanese_page(
    site: Site,
) -> None:
    words = english_words()
    left = {
        (page.path, text)
        for page in pages(site, "ja")
        for language, text in page.texts
        if language == "ja" and text in words
    }

    assert "Members" in words
    assert left == set()


@pytest.mark.shows("3.1.2")
def test_no_japanese_stands_on_an_english_page_without_saying_so(site: Site) -> None:
    left = {
        (page.path, text[:80])
        for page in pages(site, "en")
        if page.robots != "noindex"
        for language, text in page.texts
        if language == "en" and JAPANESE.search(text)
    }

    assert left == set()


def test_no_page_shows_what_only_programs_understand(site: Site) -> None:
    left = {
        (page.path, text[:80])
        for page in pages(site)
        for _language, text in page.texts
        if LEFT_OVER.search(text)
    }

    assert left == set()
