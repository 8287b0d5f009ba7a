"""Files of a data set that hold the reports app's records."""

from iclei_portal.importing.sheet import Sheet
from reports.models import Allowance, AnnualReport, SectionText

SHEETS = (
    Sheet("reports", AnnualReport, key=("fiscal_year",)),
    Sheet("allowances", Allowance, key=("report", "kind")),
    Sheet("section_texts", SectionText, key=("report", "section")),
)
