"""Files of a data set that hold the about app's records."""

from iclei_portal.about.models import DatedFigure, Document, HistoryEntry, Statement
from iclei_portal.importing.sheet import Sheet

SHEETS = (
    Sheet("figures", DatedFigure, key=("key", "as_of")),
    Sheet("statements", Statement, key=("kind", "order", "start")),
    Sheet("history", HistoryEntry),
    Sheet("documents", Document),
)
