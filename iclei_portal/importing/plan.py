"""What a load would do: new, changed, same, refused."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """A cell or row that cannot be loaded; rows count as a spreadsheet shows them."""

    file: str
    row: int
    column: str
    reason: str


@dataclass(frozen=True)
class Change:
    """A cell whose value differs from the record's."""

    file: str
    row: int
    column: str
    before: str
    after: str


@dataclass
class SheetPlan:
    """The plan of one file."""

    file: str
    new: int = 0
    same: int = 0
    changed: int = 0
    changes: list[Change] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """The number of refused rows."""
        return len({refusal.row for refusal in self.refusals})


@dataclass
class Plan:
    """The plan of a whole data set, and whether it was applied."""

    sheets: list[SheetPlan] = field(default_factory=list)
    applied: bool = False

    @property
    def refusals(self) -> list[Refusal]:
        """Every refusal in the order of files and rows."""
        return [refusal for sheet in self.sheets for refusal in sheet.refusals]

    @property
    def new(self) -> int:
        """How many records are new."""
        return sum(sheet.new for sheet in self.sheets)

    @property
    def changed(self) -> int:
        """How many records change."""
        return sum(sheet.changed for sheet in self.sheets)
