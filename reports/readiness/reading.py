"""What a text says, read piece by piece with rules of one language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.readiness.quantities import Quantity

Piece = re.Match[str]
Reader = Callable[[Piece], Iterator["Quantity"]]


class Rules:
    """Patterns, of which the first that fits wins, and what reads each of them."""

    def __init__(self) -> None:
        """Begin without a rule."""
        self._rules: dict[str, tuple[str, Reader]] = {}

    def reads(self, pattern: str) -> Callable[[Reader], Reader]:
        """Let a function read what a pattern finds; its groups are the whole set's."""

        def add(reader: Reader) -> Reader:
            self._rules[f"rule{len(self._rules)}"] = (pattern, reader)
            return reader

        return add

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        alternatives = (
            f"(?P<{name}>{pattern})" for name, (pattern, _) in self._rules.items()
        )
        return re.compile("|".join(alternatives))

    def read(self, text: str) -> Iterator[Quantity]:
        """Yield what the text says, in its order."""
        for found in self._pattern.finditer(text):
            # The group around a rule is the last one to end.
            _pattern, reader = self._rules[found.lastgroup or ""]
            yield from reader(found)
