"""The bar charts of the pages about ICLEI."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iclei_portal.drawings.bars import Row, rows
from iclei_portal.drawings.svg import Words, framed


def bar_chart(bars: Sequence[Row], measure: str, *, key: str) -> SafeString:
    """Draw bars of one measure; the alternative text tells every one of them."""
    said = "; ".join(f"{bar.name.content}: {bar.total.content}" for bar in bars)
    return framed(
        rows(bars, [Words(measure)]),
        alternative=_("A bar chart. %(figures)s") % {"figures": said},
        key=key,
    )
