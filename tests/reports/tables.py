"""The cells of a tagged table, and which headers they have."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.reports.tagged import Element


@dataclass(frozen=True)
class Cell:
    """A cell with all the places of the grid that it takes."""

    element: Element
    rows: range
    columns: range


def cells_without_headers(table: Element) -> Iterator[Element]:
    """Yield data cells that no header is for, and headers of nothing."""
    cells = grid(table)
    headers = [cell for cell in cells if cell.element.kind == "TH"]
    for cell in cells:
        if cell.element.kind == "TH":
            if cell.element.attribute("/Scope") not in {"Row", "Column"}:
                yield cell.element
        elif not any(is_header_of(header, cell) for header in headers):
            yield cell.element


def is_header_of(header: Cell, cell: Cell) -> bool:
    if header.element.attribute("/Scope") == "Row":
        return bool(set(header.rows) & set(cell.rows))
    return bool(set(header.columns) & set(cell.columns))


def grid(table: Element) -> list[Cell]:
    """Place the cells row by row, each at the first place that is still free."""
    found: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(table.found("TR")):
        column = 0
        for element in line.found("TH", "TD"):
            while (row, column) in taken:
                column += 1
            rows = range(row, row + int(element.attribute("/RowSpan") or 1))
            columns = range(column, column + int(element.attribute("/ColSpan") or 1))
            taken |= {(r, c) for r in rows for c in columns}
            found.append(Cell(element, rows, columns))
    return found
