"""Public pages: how fast they are served, what making one takes, what it asks for."""

from __future__ import annotations

import json
import shutil
import subprocess
from argparse import Namespace
from collections.abc import Sequence
from statistics import median
from typing import Any

from bench.found import Found, table
from bench.laboratory import Laboratory
from bench.web import Web, web

CONSTANT = "/constant/"
KEPT = ("/ja/", "/ja/members/", "/en/members/kyoto/", "/ja/news/")
LISTS = ("/ja/news/", "/en/news/", "/ja/members/", "/en/members/")
# Enough for a second, and for a hundred ticks of the processor's clock.
REQUESTS, MAKINGS = 2_000, 300
WARMING = 20
PAGES = (
    "",
    "about/",
    "about/facts/",
    "members/",
    "members/kyoto/",
    "initiatives/",
    "initiatives/cdp-iclei/",
    "initiatives/matrix/",
    "events/2021/",
    "events/cop26/",
    "events/cop29-pavilion/programme/",
    "news/",
    "reports/",
    "reports/2021/",
)
BARS = ("performance", "accessibility", "best-practices", "seo")
LIGHTHOUSE = (
    *("--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"),
    f"--only-categories={','.join(BARS)}",
)


def serving(place: Laboratory, asked: Namespace) -> Found:
    """Compare pages from the cache with a constant view, in requests a second."""
    rates: dict[str, list[float]] = {path: [] for path in (CONSTANT, *KEPT)}
    with web(place.stage, workers=2) as server:
        for path in rates:
            server.ask(path, WARMING)
        for _round in range(asked.rounds):
            for path, found in rates.items():
                found.append(server.rate(path, REQUESTS))
    constant = median(rates[CONSTANT])
    rows = [
        (path, f"{median(found):,.0f} a second", f"{median(found) / constant:.2f}")
        for path, found in rates.items()
    ]
    return Found(rates, table(("page", "requests", "to the constant view"), *rows))


def making(place: Laboratory, asked: Namespace) -> Found:
    """Compare lists of 20 rows made afresh with a constant view, in processor time."""
    place.ask("articles", many=20)
    times: dict[str, list[float]] = {path: [] for path in (CONSTANT, *LISTS)}
    with web(place.stage, PAGE_CACHE_SECONDS="0") as server:
        for path in times:
            server.ask(path, WARMING)
        for _round in range(asked.rounds):
            for path, found in times.items():
                many = MAKINGS * 5 if path == CONSTANT else MAKINGS
                found.append(server.processor(path, many))
    constant = median(times[CONSTANT])
    rows = [
        (path, f"{median(found):.2f} ms", f"{median(found) / constant:.1f}")
        for path, found in times.items()
    ]
    return Found(
        times, table(("page", "processor time", "to the constant view"), *rows)
    )


def sizes(place: Laboratory, asked: Namespace) -> Found:
    """Count the queries of pages at two sizes of the records."""
    del asked
    found: dict[str, Any] = place.ask(
        "queries", paths=[f"/ja/{page}" for page in PAGES]
    )
    before, after = found["few"], found["many"]
    rows = [(path, before[path], after[path]) for path in before]
    head = (
        "page",
        f"{found['sizes'][0][0]} municipalities, {found['sizes'][0][1]} events",
        f"{found['sizes'][1][0]:,} and {found['sizes'][1][1]:,}",
    )
    return Found(found, table(head, *rows))


def lighthouse(place: Laboratory, asked: Namespace) -> Found:
    """Have Lighthouse look at each page type as on a phone; the median of runs."""
    program = shutil.which("lighthouse")
    if not program:
        raise SystemExit("lighthouse is not on the PATH: npm install -g lighthouse")
    rows, values = [], {}
    with web(place.stage, workers=2) as server:
        for page in PAGES:
            path = f"/ja/{page}"
            server.ask(path, 2)
            runs = [look(program, server, path) for _run in range(asked.rounds)]
            values[path] = runs
            rows.append((path, *middle(runs)))
    head = ("page", *BARS, "LCP", "CLS", "weight", "requests")
    return Found(values, table(head, *rows))


def look(program: str, server: Web, path: str) -> dict[str, float]:
    """Return the scores of one run of Lighthouse, LCP in seconds, weight in KB."""
    command = [program, f"{server.address}{path}", *LIGHTHOUSE]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:  # a browser that did not start is tried once more
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    said = json.loads(done.stdout)
    audits = said["audits"]
    return {
        **{bar: said["categories"][bar]["score"] * 100 for bar in BARS},
        "LCP": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "CLS": audits["cumulative-layout-shift"]["numericValue"],
        "weight": audits["total-byte-weight"]["numericValue"] / 1000,
        "requests": len(audits["network-requests"]["details"]["items"]),
    }


def middle(runs: Sequence[dict[str, float]]) -> list[str]:
    """Return the medians of some runs, as a row of the table."""
    found = {name: median(run[name] for run in runs) for name in runs[0]}
    return [
        *(f"{found[bar]:.0f}" for bar in BARS),
        f"{found['LCP']:.2f} s",
        f"{found['CLS']:.3f}",
        f"{found['weight']:.0f} KB",
        f"{found['requests']:.0f}",
    ]
