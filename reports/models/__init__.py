"""Records of the reports app."""

from reports.models.job import TOKYO, RenderJob
from reports.models.report import Allowance, AnnualReport, SectionText
from reports.models.version import Snapshot, Version

__all__ = [
    "TOKYO",
    "Allowance",
    "AnnualReport",
    "RenderJob",
    "SectionText",
    "Snapshot",
    "Version",
]
