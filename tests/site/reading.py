"""What the pages say of members and initiatives, read from their HTML alone."""

import json
import re
from typing import Any
from xml.etree.ElementTree import Element

import tinyhtml5  # type: ignore[import-untyped]
from django.test import Client

SLUG = re.compile(r"/(?:members|initiatives)/([a-z0-9-]+)/")


def tree(path: str) -> Element:
    """Return the elements of a page."""
    answer = Client().get(path)
    assert answer.status_code == 200, path
    found: Element = tinyhtml5.parse(
        answer.content.decode(), namespace_html_elements=False
    )
    return found


def words(element: Element | None) -> str:
    """Return the text of an element, without readings above it."""
    if element is None:
        return ""
    for ruby in element.iter("ruby"):
        for part in [*ruby.iter("rt"), *ruby.iter("rp")]:
            part.text = ""
    return " ".join("".join(element.itertext()).split())


def slug_of(link: Element) -> str:
    """Return the slug of the member or initiative that a link leads to."""
    found = SLUG.search(link.get("href", ""))
    return found[1] if found else ""


def members_with_heads(page: Element) -> dict[str, tuple[str, str]]:
    """Return name and head of each member in a list, by slug."""
    return {
        slug_of(link): (words(link), words(item.find('.//*[@class="person"]')))
        for item in page.iter("li")
        for link in item.findall('./a[@class="member-name"]')
    }


def linked_below(page: Element, heading: str) -> set[str]:
    """Return the slugs that the section of a heading links to in its lists."""
    for section in page.iter("section"):
        if section.get("aria-labelledby") == heading:
            links = section.findall(".//li//a")
            return {slug_of(link) for link in links} - {""}
    return set()


def marked(page: Element) -> set[tuple[str, str]]:
    """Return member and initiative of each mark in the matrix."""
    table = page.find('.//table[@class="matrix"]')
    assert table is not None
    heads = [slug_of(link) for link in table.findall("./thead//a")]
    found = set()
    for row in table.findall("./tbody/tr"):
        link = row.find("./th/a")
        if link is not None:
            cells = zip(heads, row.findall("./td"), strict=False)
            found |= {(slug_of(link), head) for head, cell in cells if words(cell)}
    return found


def linked_data(page: Element, kind: str) -> dict[str, Any]:
    """Return the JSON-LD of a kind on a page; empty where there is none."""
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            found: dict[str, Any] = json.loads(script.text or "{}")
            if found.get("@type") == kind:
                return found
    return {}
