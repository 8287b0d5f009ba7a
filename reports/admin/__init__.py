"""The admin of annual reports, of their renderings and of their ledgers."""

from reports.admin.jobs import RenderJobAdmin
from reports.admin.reports import AnnualReportAdmin

__all__ = ["AnnualReportAdmin", "RenderJobAdmin"]
