"""The pages of the annual reports in the sitemap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.urls import reverse

from iclei_portal.bilingual.sitemaps import BilingualSitemap, Listed
from reports.contents.edition import read_entries
from reports.models import Version


class ReportPages(BilingualSitemap):
    """The published reports, chapter by chapter."""

    def items(self) -> Sequence[Listed]:
        """Return the pages of the version of each report that readers see."""
        versions = Version.objects.newest_published().for_reading()
        return [page for version in versions for page in pages_of(version)]

    def listed(self, items: Iterable[Listed]) -> Iterable[Listed]:
        """Return them as they are."""
        return items


def pages_of(version: Version) -> list[Listed]:
    """Return a report and its chapters; a published version changes no more."""
    year = version.report.fiscal_year
    entries = read_entries(version.snapshot.values["ja"])
    paths = [
        reverse("reports:detail", args=[year]),
        *(reverse("reports:chapter", args=[year, one.key]) for one in entries),
    ]
    return [Listed(path, changed=version.published_at) for path in paths]
