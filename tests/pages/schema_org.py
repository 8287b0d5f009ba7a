"""What schema.org allows, as far as the portal uses it, and what a node must have.

The properties are those of https://schema.org (29.0); what is required follows it and
the documentation of structured data of Google Search.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.test import Client

Node = dict[str, Any]

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?)?)?")
ADDRESS = re.compile(r"https?://[^\s<>\"]+")

THING = {"name", "alternateName", "description", "image", "url", "sameAs", "identifier"}
WORK = THING | {
    "about", "datePublished", "encoding", "headline", "inLanguage", "isBasedOn",
    "isPartOf", "position", "publisher", "temporalCoverage", "version",
}  # fmt: skip
ORGANISATION = THING | {
    "address", "areaServed", "contactPoint", "email", "employee", "faxNumber", "logo",
    "memberOf", "parentOrganization", "telephone",
}  # fmt: skip
EVENT = THING | {
    "attendee", "contributor", "endDate", "eventAttendanceMode", "eventStatus",
    "location", "organizer", "performer", "recordedIn", "startDate", "subEvent",
}  # fmt: skip
ALLOWED = {
    "AdministrativeArea": THING | {"containedInPlace"},
    "BreadcrumbList": THING | {"itemListElement"},
    "Chapter": WORK,
    "CollegeOrUniversity": ORGANISATION,
    "ContactPoint": THING | {"contactType", "telephone", "email", "areaServed"},
    "Corporation": ORGANISATION,
    "Country": THING | {"containedInPlace"},
    "CreativeWork": WORK,
    "Event": EVENT,
    "GovernmentOrganization": ORGANISATION,
    "ImageObject": WORK | {"caption", "creditText", "height", "width"},
    "ListItem": THING | {"item", "position"},
    "MediaObject": WORK | {"contentSize", "contentUrl", "encodingFormat"},
    "NGO": ORGANISATION,
    "NewsArticle": WORK,
    "Organization": ORGANISATION,
    "Person": THING | {"jobTitle"},
    "Place": THING | {"address"},
    "PostalAddress": THING | {
        "addressCountry", "addressLocality", "addressRegion", "postalCode",
        "streetAddress",
    },
    "PropertyValue": THING | {"propertyID", "value"},
    "Report": WORK,
    "VirtualLocation": THING,
    "WebSite": WORK,
}  # fmt: skip
REQUIRED = {
    "AdministrativeArea": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "Chapter": {"name", "isPartOf"},
    "Event": {"name"},
    "GovernmentOrganization": {"name"},
    "ImageObject": {"url", "width", "height"},
    "ListItem": {"name", "position"},
    "MediaObject": {"contentUrl", "encodingFormat"},
    "NGO": {"name"},
    "NewsArticle": {"headline", "datePublished", "publisher", "inLanguage"},
    "Organization": {"name"},
    "Person": {"name"},
    "PropertyValue": {"propertyID", "value"},
    "Report": {"name", "url"},
    "WebSite": {"name", "url"},
}
ADDRESSES = {"contentUrl", "item", "logo", "url"}
DATES = {"datePublished", "endDate", "startDate"}


def blocks_of(page: str) -> list[Node]:
    """Return the blocks of data of a page; each names schema.org."""
    found: list[Node] = [json.loads(block) for block in BLOCK.findall(page)]
    assert all(block.pop("@context") == "https://schema.org" for block in found)
    return found


def nodes_of(page: str) -> list[Node]:
    """Return the outermost nodes of a page."""
    return [one for block in blocks_of(page) for one in block.get("@graph", [block])]


def node_of(page: str, kind: str) -> Node:
    """Return the one outermost node of a type."""
    (found,) = [node for node in nodes_of(page) if node["@type"] == kind]
    return found


def said(client: Client, address: str, kind: str) -> Node:
    """Return what a page says of what it is about, after checking its form."""
    page = client.get(address).content.decode()
    faults = faults_of(nodes_of(page))
    assert not faults, faults
    return node_of(page, kind)


def every_node(value: Any) -> Iterator[Node]:
    """Yield a node and all nodes inside it."""
    if isinstance(value, list):
        for one in value:
            yield from every_node(one)
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            yield from every_node(one)


def faults_of(value: Any) -> list[str]:
    """Return what schema.org would not accept in the nodes, in words."""
    return [fault for node in every_node(value) for fault in faults_of_one(node)]


def faults_of_one(node: Node) -> Iterator[str]:
    """Yield what is wrong with a node itself."""
    kind = node.get("@type", "no type")
    if kind not in ALLOWED:
        yield f"{kind} is not known"
        return
    for name, value in node.items():
        yield from faults_of_value(kind, name, value)
    for name in REQUIRED.get(kind, set()) - node.keys():
        yield f"{kind} lacks {name}"


def faults_of_value(kind: str, name: str, value: Any) -> Iterator[str]:
    """Yield what is wrong with a property."""
    if not name.startswith("@") and name not in ALLOWED[kind]:
        yield f"{kind} has no {name}"
    if value in (None, "", [], {}):
        yield f"{kind}.{name} is empty"
    if name in ADDRESSES and not ADDRESS.fullmatch(str(value)):
        yield f"{kind}.{name} is no address: {value}"
    if name in DATES and not DATE.fullmatch(str(value)):
        yield f"{kind}.{name} is no date: {value}"
