"""One note at the foot of a page for all that it is about.

WeasyPrint (version 70) sets a note for each call, however often a page says the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

LayoutFootnote: TypeAlias = Callable[[Any, Any], bool]


def words(footnote: Any) -> str:
    """Return what a note says."""
    return "".join(footnote.element.itertext())


def set_once(layout_footnote: LayoutFootnote) -> LayoutFootnote:
    """Return WeasyPrint's function for notes, but for those that stand there already.

    It tells whether the notes of the page overflow.
    """

    def layout(context: Any, footnote: Any) -> bool:
        said = words(footnote)
        if any(words(other) == said for other in context.current_page_footnotes):
            context.footnotes.remove(footnote)
            return False
        return layout_footnote(context, footnote)

    return layout
