"""What two texts say, counted, and in what they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True)
class Said(Generic[Thing]):
    """What a text says, and how often.

    What is `certain` has to stand in the other language too. What is `possible`,
    as a number in words, only stands for what is certain there.
    """

    certain: Counter[Thing] = field(default_factory=Counter)
    possible: Counter[Thing] = field(default_factory=Counter)


@dataclass(frozen=True)
class Difference(Generic[Thing]):
    """What one language says and the other does not."""

    only_ja: tuple[Thing, ...] = ()
    only_en: tuple[Thing, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.only_ja or self.only_en)


def _beyond(
    some: Mapping[Thing, int], other: Said[Thing]
) -> tuple[list[Thing], list[Thing]]:
    """Return what the other text never says, and what it says less often."""
    absent, fewer = [], []
    for thing, count in some.items():
        if thing in other.possible:
            continue
        if thing not in other.certain:
            absent.append(thing)
        elif count > other.certain[thing]:
            fewer.append(thing)
    return absent, fewer


def difference(ja: Said[Thing], en: Said[Thing]) -> Difference[Thing]:
    """Compare two texts.

    A text may repeat what the other says once. Where each of the two repeats what
    the other does not, one thing was put in another's place.
    """
    absent_ja, fewer_ja = _beyond(ja.certain, en)
    absent_en, fewer_en = _beyond(en.certain, ja)
    if absent_ja or absent_en:
        return Difference(tuple(absent_ja or fewer_ja), tuple(absent_en or fewer_en))
    if fewer_ja and fewer_en:
        return Difference(tuple(fewer_ja), tuple(fewer_en))
    return Difference()
