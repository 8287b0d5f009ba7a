"""The chapters of an annual report, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports.contents.about import About, collect_about
from reports.contents.advocacy import Advocacy, collect_advocacy
from reports.contents.benefits import Benefits, collect_benefits
from reports.contents.cafe import Cafe, collect_cafe
from reports.contents.calendar import Calendar, collect_calendar
from reports.contents.commissioned import Commissioned, collect_commissioned
from reports.contents.contact import Contact, collect_contact
from reports.contents.cooperation import Cooperation, collect_cooperation
from reports.contents.councils import Councils, collect_councils
from reports.contents.figures import Figures, collect_figures
from reports.contents.highlights import Highlights, collect_highlights
from reports.contents.initiatives import Initiatives, collect_initiatives
from reports.contents.meetings import Meetings, collect_meetings
from reports.contents.members import Members, collect_members
from reports.contents.networks import Networks, collect_networks
from reports.contents.officers import Officers, collect_officers
from reports.contents.operation import Operation, collect_operation
from reports.contents.publicity import Publicity, collect_publicity

if TYPE_CHECKING:
    from collections.abc import Callable

    from django_stubs_ext import StrPromise

    from iclei_portal.bilingual.texts import Text
    from reports.contents.year import ReportYear


class Contents(Protocol):
    """What every chapter has: a text of its own, and whether facts are open."""

    @property
    def text(self) -> Text | None:
        """The report's own text of the chapter."""

    @property
    def unconfirmed(self) -> bool:
        """Whether a fact in it has still to be confirmed."""


@dataclass(frozen=True)
class Chapter:
    """A chapter: its key, its title, its contents and what collects them."""

    key: str
    title: StrPromise
    contents: type[Contents]
    collect: Callable[[ReportYear], Contents]


CHAPTERS = (
    Chapter("about", _("About ICLEI"), About, collect_about),
    Chapter("benefits", _("Benefits of joining ICLEI"), Benefits, collect_benefits),
    Chapter("officers", _("Officers of ICLEI Japan"), Officers, collect_officers),
    Chapter("members", _("Members of ICLEI Japan"), Members, collect_members),
    Chapter("figures", _("The year in figures"), Figures, collect_figures),
    Chapter("highlights", _("Highlights of the year"), Highlights, collect_highlights),
    Chapter(
        "initiatives",
        _("Support for joining international initiatives"),
        Initiatives,
        collect_initiatives,
    ),
    Chapter(
        "calendar",
        _("Members at international conferences: participation and support"),
        Calendar,
        collect_calendar,
    ),
    Chapter(
        "meetings",
        _("Other meetings that ICLEI Japan was involved in"),
        Meetings,
        collect_meetings,
    ),
    Chapter(
        "cafe", pgettext_lazy("chapter of the report", "ICLEI Café"), Cafe, collect_cafe
    ),
    Chapter(
        "cooperation",
        _("Cooperation between ICLEI members"),
        Cooperation,
        collect_cooperation,
    ),
    Chapter(
        "networks",
        _("Activities that widen ICLEI Japan’s network"),
        Networks,
        collect_networks,
    ),
    Chapter(
        "commissioned",
        _("Surveys and commissioned projects"),
        Commissioned,
        collect_commissioned,
    ),
    Chapter("advocacy", _("Advocating for local action"), Advocacy, collect_advocacy),
    Chapter("publicity", _("Sharing local action"), Publicity, collect_publicity),
    Chapter(
        "operation",
        _("Operation of ICLEI and posts held"),
        Operation,
        collect_operation,
    ),
    Chapter("councils", _("Councils and offices of ICLEI"), Councils, collect_councils),
    Chapter(
        "contact",
        pgettext_lazy("chapter of the report", "Contact"),
        Contact,
        collect_contact,
    ),
)
