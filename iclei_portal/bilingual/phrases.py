"""Japanese headings that break between phrases, never inside one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape

import budoux
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

TAG = re.compile(r"(<[^>]*>)")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# A heading that is shorter than the narrowest column has nowhere to break.
SHORTEST = 9
# A longer one does not fit on a telephone: it breaks as running text does.
LONGEST = 12
OPENING = "（「『【〔［〈《(["
CUT_COMPOUND = re.compile(r"[\u3400-\u9fff]{1,2}")


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def phrases(text: str) -> list[str]:
    """Split a Japanese text where a line may end; numbers and brackets stay whole.

    So do compounds of which the parser cut off the first word: 持続|可能性.
    """
    found: list[str] = []
    for piece in _parser().parse(text):
        joins = found and (
            found[-1][-1] in OPENING
            or (found[-1][-1].isdecimal() and piece[0].isdecimal())
            or (CUT_COMPOUND.fullmatch(found[-1]) and CUT_COMPOUND.match(piece))
        )
        if joins:
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _kept_whole(text: str) -> SafeString:
    """Return the words of a phrase in an element that does not break."""
    words = text.strip()
    if len(words) > LONGEST:
        return format_html("{}", text)
    before, after = text[: text.find(words)], text[text.find(words) + len(words) :]
    return format_html('{}<span class="phrase">{}</span>{}', before, words, after)


@lru_cache(maxsize=4096)
def in_phrases(html: SafeString) -> SafeString:
    """Return a heading with each phrase of its Japanese in an element of its own."""
    if len(TAG.sub("", html)) < SHORTEST:
        return html
    return mark_safe(  # noqa: S308 - escaped pieces of what was safe
        "".join(
            piece
            if piece.startswith("<") or not JAPANESE.search(piece)
            else format_html_join(
                "", "{}", ((_kept_whole(each),) for each in phrases(unescape(piece)))
            )
            for piece in TAG.split(html)
        )
    )
