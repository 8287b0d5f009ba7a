"""How the tests of the PDFs find the records' texts."""

from collections.abc import Iterable

from django.db.models import Model

from tests.reports.conftest import Edition, squeezed

# What stands behind a fact that has still to be confirmed.
MARKS = {"ja": "※", "en": "*"}


def mark(edition: Edition, *, confirmed: bool) -> str:
    """Return what the edition prints behind a fact."""
    return "" if confirmed else MARKS[edition.language]


def named(edition: Edition, record: Model, field: str = "name") -> str:
    """Return a translated field as the edition prints it."""
    return str(
        getattr(record, f"{field}_{edition.language}") or getattr(record, f"{field}_ja")
    )


def joined(edition: Edition, names: Iterable[str]) -> str:
    found = list(names)
    separator = "、" if edition.language == "ja" else ", "
    if any(separator in name for name in found):
        separator = "; "
    return squeezed(separator.join(found))


def positions(edition: Edition, lines: Iterable[str]) -> list[int]:
    """Return where lines begin, each after the one before; -1 for a missing one."""
    found = []
    start = 0
    for line in lines:
        start = edition.text.find(squeezed(line), start)
        found.append(start)
    return found


def in_order(edition: Edition, lines: list[str]) -> bool:
    return -1 not in positions(edition, lines)
