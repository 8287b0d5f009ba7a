"""Tags that tell machines what a page says: schema.org, and how it is shared."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from iclei_portal.bilingual.linked_data import Node, node

register = template.Library()

SCHEMA = "https://schema.org"
# What could end the block of data, or a line of it in an old reader of scripts.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
SHARE_IMAGE, SHARE_WIDTH, SHARE_HEIGHT = "images/share.png", 1200, 630


@register.simple_tag
def linked_data(nodes: Node | Sequence[Node]) -> SafeString:
    """Print nodes as a block of data, which browsers do not run."""
    found = nodes if isinstance(nodes, dict) else {"@graph": list(nodes)}
    written = json.dumps(
        {"@context": SCHEMA, **found}, ensure_ascii=False, separators=(",", ":")
    )
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(written.translate(ESCAPES)),  # noqa: S308 - no sign of HTML is left
    )


class Crumbs(HTMLParser):
    """Reads the steps of a row of links, the last of which may be none."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[Node] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a step, or take its address."""
        if tag == "li":
            step = node("ListItem", position=len(self.steps) + 1)
            self.steps.append(step | {"name": ""})
        elif tag == "a" and self.steps:
            self.steps[-1]["item"] = (dict(attrs)["href"] or "").partition("?")[0]

    def handle_data(self, data: str) -> None:
        """Take the words of a step."""
        if self.steps:
            self.steps[-1]["name"] += data


class BreadcrumbsNode(template.Node):
    """Prints the breadcrumbs, and the same once more for machines."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """Return both; a page without an address of its own has the first only."""
        shown = self.nodelist.render(context)
        if not context.get("alternates"):
            return shown
        crumbs = Crumbs()
        crumbs.feed(shown)
        for step in crumbs.steps:
            step["name"] = " ".join(step["name"].split())
            if "item" in step:
                step["item"] = context["request"].build_absolute_uri(step["item"])
        data = linked_data(node("BreadcrumbList", itemListElement=crumbs.steps))
        return mark_safe(shown + data)  # noqa: S308 - both are printed HTML


@register.tag
def breadcrumbs(parser: Parser, token: Token) -> BreadcrumbsNode:
    """Print the breadcrumbs between this tag and `endbreadcrumbs`."""
    del token
    nodelist = parser.parse(("endbreadcrumbs",))
    parser.delete_first_token()
    return BreadcrumbsNode(nodelist)


class KeepNode(template.Node):
    """Prints its words and keeps them, as plain text, under a name."""

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist, self.name = nodelist, name

    def render(self, context: Context) -> SafeString:
        """Return the words."""
        shown = self.nodelist.render(context)
        context[self.name] = " ".join(unescape(shown).split())
        return shown


@register.tag
def keep(parser: Parser, token: Token) -> KeepNode:
    """Print what stands before `endkeep`, and keep its words: {% keep as title %}.

    Blocks can be printed only once; what was kept can be printed again.
    """
    name = token.split_contents()[-1]
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(nodelist, name)


@dataclass(frozen=True)
class Sharing:
    """How a page looks where people share it."""

    kind: str
    published_on: str
    image: str
    width: int
    height: int
    alt: str


@register.simple_tag(takes_context=True)
def sharing(context: Context) -> Sharing:
    """Return how the page is shared: with the picture of what it is about, if any."""
    about: Any = context.get("linked_data") or {}
    main: Node = about if isinstance(about, dict) else about[0]
    is_article = main.get("@type") == "NewsArticle"
    image = main.get("image") or {
        "url": context["request"].build_absolute_uri(static(SHARE_IMAGE)),
        "width": SHARE_WIDTH,
        "height": SHARE_HEIGHT,
        # Translators: describes the picture shown where people share a page.
        "caption": _("The mark of ICLEI Japan, with its name in both languages"),
    }
    return Sharing(
        kind="article" if is_article else "website",
        published_on=main.get("datePublished", "") if is_article else "",
        image=image["url"],
        width=image["width"],
        height=image["height"],
        alt=image.get("caption", ""),
    )


@register.simple_tag(takes_context=True)
def page_number(context: Context) -> SafeString:
    """Return what the address of a further page of a list adds to that of the list.

    A list that is filtered, or of another day, names the plain list as its own.
    """
    page = context.get("page")
    if not isinstance(page, Page) or page.number == 1:
        return mark_safe("")
    if set(context["request"].GET) != {"page"}:
        return mark_safe("")
    return format_html("?page={}", page.number)
