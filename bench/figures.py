"""What is measured, and how it is told."""

from __future__ import annotations

import json
import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from statistics import median

from bench.found import Found, table
from bench.laboratory import LANGUAGES, Laboratory
from bench.memory import KINDS, peaks
from bench.memory import sizes as sizes_of
from bench.pages import lighthouse, making, serving, sizes

MANY = 10
PHOTOS = 60


def seconds(times: Sequence[float]) -> str:
    """Say the median, the shortest and the longest of some times."""
    return f"{median(times):.2f} s ({min(times):.2f}–{max(times):.2f})"


def plain(place: Laboratory, language: str) -> tuple[float, float]:
    """Return how long WeasyPrint alone takes in a new process, and in a warm one."""
    begun = time.perf_counter()
    with place.program("plain", place.documents[language], "2") as process:
        lines = iter(process.stdout or ())
        next(lines)
        fresh = time.perf_counter() - begun
        return fresh, float(next(lines))


def editions(place: Laboratory, asked: Namespace) -> Found:
    """Measure both editions from the click to the files, against plain WeasyPrint."""
    both: list[float] = []
    alone: dict[str, list[float]] = {code: [] for code in LANGUAGES}
    fresh: dict[str, list[float]] = {code: [] for code in LANGUAGES}
    warm: dict[str, list[float]] = {code: [] for code in LANGUAGES}
    for _round in range(asked.rounds):
        both.append(place.ask("editions", languages=LANGUAGES))
        for code in LANGUAGES:
            alone[code].append(place.ask("editions", languages=[code]))
            times = plain(place, code)
            fresh[code].append(times[0])
            warm[code].append(times[1])
    rows = [("both editions, click to files", seconds(both), "1.00")]
    for name, found in (
        ("click to file", alone),
        ("plain WeasyPrint, new process", fresh),
        ("plain WeasyPrint, warm process", warm),
    ):
        for code, each in found.items():
            share = f"{median(both) / median(each):.2f}"
            rows.append((f"{code}, {name}", seconds(each), share))
    values = {"both": both, "alone": alone, "fresh": fresh, "warm": warm}
    return Found(values, table(("what", "median (range)", "both to this"), *rows))


def preview(place: Laboratory, asked: Namespace) -> Found:
    """Measure each chapter, from the click after an edit, against an edition."""
    chapters: dict[str, list[float]] = {key: [] for key in place.ask("chapters")}
    whole: list[float] = []
    for number in range(asked.rounds):
        whole.append(place.ask("editions", languages=["ja"]))
        for key, times in chapters.items():
            what = {"chapter": key, "language": "ja", "number": number + 1}
            times.append(place.ask("preview", **what))
    edition = median(whole)
    shares = {key: median(times) / edition for key, times in chapters.items()}
    rows = [("whole edition (ja)", seconds(whole), "100 %")]
    rows += [
        (key, seconds(chapters[key]), f"{share:.1%}")
        for key, share in sorted(shares.items(), key=lambda each: each[1])
    ]
    middle = median(shares.values())
    rows.append(
        ("median of the chapters", f"{middle * edition:.2f} s", f"{middle:.1%}")
    )
    values = {"whole": whole, "chapters": chapters}
    return Found(values, table(("what", "median (range)", "of the edition"), *rows))


def collecting(place: Laboratory, asked: Namespace) -> Found:
    """Count the queries and the time of reading both editions, at two sizes."""
    found: dict[int, list[dict[str, float]]] = {1: [], MANY: []}
    for _round in range(asked.rounds):
        for times, each in found.items():
            each.append(place.ask("collect", times=times))
    rows = [
        (
            int(each[0]["events"]),
            max(int(one["queries"]) for one in each),
            seconds([one["seconds"] for one in each]),
        )
        for each in found.values()
    ]
    return Found(found, table(("events", "queries", "median (range)"), *rows))


def memory(place: Laboratory, asked: Namespace) -> Found:
    """Measure the most memory that processes take, and the files, with many photos."""
    del asked
    place.ask("photos", most=PHOTOS)
    place.stage.dismiss()
    place.stage.mend()
    with peaks(place.stage) as most:
        for code in LANGUAGES:
            place.ask("editions", languages=[code])
    files: dict[str, int] = place.ask("files")
    names = ("worker's child", "warm renderer", "document")
    rows = [
        (f"most memory of the {name}", f"{most[kind]:.0f} MB")
        for name, kind in zip(names, KINDS, strict=True)
    ]
    rows += [(f"PDF, {code}", f"{files[code] / 1e6:.1f} MB") for code in LANGUAGES]
    return Found({"peaks": most, "files": files}, table(("what", "how much"), *rows))


def growth(place: Laboratory, asked: Namespace) -> Found:
    """Follow the memory of the processes that stay, over many renders."""
    series = []
    for _two in range(asked.renders // 2):
        place.ask("editions", languages=LANGUAGES)
        series.append(sizes_of(place.stage, "worker"))
    rows = []
    for number in sorted(
        {0, *range(len(series) // 4, len(series), 25), len(series) - 1}
    ):
        now = series[number]
        child, renderer = (f"{max(now[kind].values()):.0f} MB" for kind in KINDS[:2])
        rows.append((2 * (number + 1), child, renderer))
    return Found(series, table(("renders", "worker's child", "warm renderer"), *rows))


def profile(place: Laboratory, asked: Namespace) -> Found:
    """Find which steps and functions take the time of an edition."""
    del asked
    with place.program("profile", place.documents["ja"]) as process:
        found = json.loads(next(iter(process.stdout or ())))
    total = sum(found["steps"].values())
    rows: list[Sequence[object]] = [
        (step, f"{took:.2f} s", f"{took / total:.0%}")
        for step, took in found["steps"].items()
    ]
    rows += [
        (f"`{name}`", f"{own:.2f} s in the profile", f"{calls} calls")
        for name, calls, own in found["functions"]
    ]
    return Found(found, table(("step or function", "own time", "share"), *rows))


FIGURES: dict[str, Callable[[Laboratory, Namespace], Found]] = {
    figure.__name__: figure
    for figure in (
        *(editions, preview, collecting, memory, growth, profile),
        *(serving, making, sizes, lighthouse),
    )
}
