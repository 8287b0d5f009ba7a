"""The sitemap: what the portal offers to be found, section by section."""

from __future__ import annotations

from events.sitemaps import EventPages, ProgrammePages, YearPages
from iclei_portal.bilingual.sitemaps import BilingualSitemap, NamedPages
from iclei_portal.pages.contents.parts import PARTS
from initiatives.sitemaps import CooperationPages, InitiativePages
from members.sitemaps import MunicipalityPages
from news.sitemaps import ArticlePages
from reports.sitemaps import ReportPages


class StandingPages(NamedPages):
    """Home, the pages about ICLEI, and the lists."""

    names = (
        "pages:home",
        *(part.view for part in PARTS),
        "pages:accessibility",
        "members:list",
        "initiatives:list",
        "initiatives:matrix",
        "initiatives:networks",
        "initiatives:cooperations",
        "news:list",
        "reports:list",
    )


SECTIONS: dict[str, type[BilingualSitemap]] = {
    "pages": StandingPages,
    "members": MunicipalityPages,
    "initiatives": InitiativePages,
    "cooperation": CooperationPages,
    "events": EventPages,
    "programmes": ProgrammePages,
    "event-years": YearPages,
    "news": ArticlePages,
    "reports": ReportPages,
}
