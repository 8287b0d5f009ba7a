"""Where the prefectures and municipalities of Japan are, from the files of data/."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from iclei_portal.drawings.plane import Point, holds

DATA = Path(__file__).parent / "data"
THOUSANDTHS = 1000
# A code of six digits ends like this for a prefecture, but for the check digit.
OF_A_PREFECTURE = "000"


@dataclass(frozen=True)
class Prefecture:
    """A prefecture: its digits, its most inland point, and its lines, islands last.

    Points are longitude and latitude.
    """

    digits: str
    heart: Point
    rings: tuple[tuple[Point, ...], ...]

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies in the prefecture as drawn."""
        return any(holds(ring, point) for ring in self.rings)


def decoded(steps: Sequence[int]) -> tuple[Point, ...]:
    """Return a closed line as the file holds it: a point, then the steps to others."""
    x = y = 0
    found = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x / THOUSANDTHS, y / THOUSANDTHS))
    return tuple(found)


@cache
def prefectures() -> Mapping[str, Prefecture]:
    """Return the prefectures by their two digits."""
    read = json.loads((DATA / "prefectures.json").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            digits: Prefecture(
                digits,
                (found["heart"][0], found["heart"][1]),
                tuple(decoded(steps) for steps in found["rings"]),
            )
            for digits, found in read.items()
        }
    )


@cache
def _towns() -> Mapping[str, Point]:
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType(
            {
                row["code"]: (float(row["longitude"]), float(row["latitude"]))
                for row in csv.DictReader(file)
            }
        )


def place(code: str) -> Point | None:
    """Return where the municipality of a code is; of a prefecture, its middle.

    None where the code is of no municipality in the file, such as a new one.
    """
    if code[2:5] == OF_A_PREFECTURE and code[:2] in prefectures():
        return prefectures()[code[:2]].heart
    return _towns().get(code)
