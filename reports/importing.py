"""Files of a data set that hold the reports app's records."""

from iclei_portal.importing.sheet import Sheet
from reports.models import AnnualReport, SectionText

SHEETS = (
    Sheet("reports", AnnualReport, key=("fiscal_year",)),
    Sheet("section_texts", SectionText, key=("report", "section")),
)
