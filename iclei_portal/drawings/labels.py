"""Puts names beside their places, so that none lies on another.

A name stands next to its place where there is room, else further off at the end of
a line. Names that collide choose again in turns; the more often two collide, the
dearer it becomes. A name for which there is no room in the end is left out: every
map has a list beside it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from iclei_portal.drawings.names import Label, Name, candidates
from iclei_portal.drawings.plane import Box

# Units around a place that no name may cover.
DOT = 3.2
# What it costs in units of distance to cover something, and, at first, to collide.
DRAWN, COLLISION = 0.45, 30.0
NEVER = 1e6
# How often all take their turns without fewer collisions.
ROUNDS_IN_VAIN = 6
# With more names nobody could read the map, and it would take seconds.
MOST = 100


@dataclass(frozen=True)
class Ground:
    """What names stand on: the sheet, and boxes that they and their lines keep off.

    `drawn_under` tells how much is drawn under a box: a name stands there only if
    the way to a clear place is long.
    """

    sheet: Box
    kept_free: Sequence[Box]
    drawn_under: Callable[[Box], int]


def _possible(
    name: Name, dots: Sequence[Box], ground: Ground
) -> list[tuple[float, Label]]:
    """Return where a name may stand as far as the ground goes, the best first."""
    found: list[tuple[float, Label]] = []
    others = [dot for dot in dots if not dot.has(name.place)]
    for label, way in candidates(name):
        if not label.box.within(ground.sheet):
            continue
        if any(label.box.overlaps(box) for box in (*dots, *ground.kept_free)):
            continue
        crossed = (*others, *ground.kept_free) if label.line else ()
        if any(label.line and box.is_met_by(label.line) for box in crossed):
            continue
        found.append((way + DRAWN * ground.drawn_under(label.box), label))
    return sorted(found, key=lambda pair: pair[0])


class _Turns:
    """Names that choose in turns; each time two collide, both grow dearer."""

    def __init__(self, possible: Sequence[Sequence[tuple[float, Label]]]) -> None:
        self.possible = possible
        self.placed = [found[0][1] if found else None for found in possible]
        self.weights = [COLLISION] * len(possible)

    def others(self, number: int) -> list[tuple[float, Label]]:
        """Return where the others stand by now, and what to collide with them costs."""
        return [
            (weight, label)
            for other, (weight, label) in enumerate(
                zip(self.weights, self.placed, strict=True)
            )
            if label and other != number
        ]

    def choose(self, number: int) -> None:
        """Take the label that costs least, collisions with the others counted in."""
        others = self.others(number)
        least = math.inf
        for cost, label in self.possible[number]:
            if cost >= least:
                break
            total = cost
            for weight, other in others:
                if total < least and label.collides_with(other):
                    total += weight
            if total < least:
                self.placed[number], least = label, total

    def collides(self, number: int) -> bool:
        """Tell whether a name collides with another."""
        label = self.placed[number]
        return label is not None and any(
            label.collides_with(other) for _weight, other in self.others(number)
        )

    def colliding(self) -> list[int]:
        """Return the names that collide, the cheapest to collide with first."""
        found = (number for number in range(len(self.placed)) if self.collides(number))
        return sorted(found, key=lambda number: self.weights[number])

    def settle(self) -> None:
        """Leave out names until the rest stand apart, then let each choose once more.

        A name that collides even so stays out.
        """
        for number in reversed(self.colliding()):
            if self.collides(number):
                self.placed[number] = None
        self.weights = [NEVER] * len(self.placed)
        for number, before in enumerate(self.placed):
            self.choose(number)
            if self.collides(number):
                self.placed[number] = before


def labelled(names: Sequence[Name], ground: Ground) -> list[Label | None]:
    """Return where each name stands, None where there is no room for it."""
    if len(names) > MOST:
        return [None] * len(names)
    dots = [Box.around(name.place, DOT) for name in names if not name.is_area]
    turns = _Turns([_possible(name, dots, ground) for name in names])
    fewest, in_vain = len(names) + 1, 0
    while in_vain < ROUNDS_IN_VAIN and (colliding := turns.colliding()):
        in_vain = in_vain + 1 if len(colliding) >= fewest else 0
        fewest = min(fewest, len(colliding))
        for number in colliding:
            turns.choose(number)
            turns.weights[number] += COLLISION
    turns.settle()
    return turns.placed
