"""The texts of a report, Markdown, as clean HTML for print."""

from __future__ import annotations

import re

import markdown
import nh3
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from markdown.inlinepatterns import LinkInlineProcessor

from iclei_portal.bilingual.templatetags.bilingual import runs_in
from reports.validators import LONGEST_TEXT

ALLOWED_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "br"}
ALLOWED_SCHEMES = {"http", "https", "mailto"}
# Deeper text is no prose; the layout engine would run out of stack on it.
DEEPEST = 30
TAG = re.compile(r"<(/?)([a-z0-9]+)")
# A whole link, [words](address), and nothing else: Markdown would look for the end
# of every single bracket, all through the text.
LINK = r"(?<!!)\[(?=[^\[\]]{1,300}\]\((?:[^()\s]|\([^()\s]{0,300}\)){1,900}\))"
# What looks brackets up in the whole text, or shows pictures: no report has them.
UNUSED = ("reference", "short_reference", "image_reference", "short_image_ref")


def _markdown() -> markdown.Markdown:
    """Return Markdown without raw HTML, quotations, references and pictures.

    All of them print as typed.
    """
    reader = markdown.Markdown()
    reader.preprocessors.deregister("html_block")
    for name in ("html", "image_link", *UNUSED):
        reader.inlinePatterns.deregister(name)
    reader.inlinePatterns.register(LinkInlineProcessor(LINK, reader), "link", 160)
    for name in ("quote", "reference"):
        reader.parser.blockprocessors.deregister(name)
    return reader


def _depth(html: str) -> int:
    deepest = depth = 0
    for closing, name in TAG.findall(html):
        if name != "br":
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return deepest


def _plain(content: str) -> SafeString:
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", content))
    return format_html_join("", "<p>{}</p>", ((text,) for text in paragraphs if text))


def prose(content: str) -> SafeString:
    """Return Markdown in the active language as HTML of a few known tags.

    A text that is too long or too deep a nest is printed whole, as plain paragraphs.
    """
    if len(content) > LONGEST_TEXT:
        return _plain(content)
    try:
        html = nh3.clean(
            _markdown().convert(content),
            tags=ALLOWED_TAGS,
            attributes={"a": {"href"}},
            url_schemes=ALLOWED_SCHEMES,
            link_rel=None,
        )
    except RecursionError:
        return _plain(content)
    if _depth(html) > DEEPEST:
        return _plain(content)
    return runs_in(mark_safe(html))  # noqa: S308 - nh3 leaves known tags only
