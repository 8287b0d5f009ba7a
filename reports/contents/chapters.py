"""The chapters of an annual report, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports.contents.about import collect_about
from reports.contents.advocacy import collect_advocacy
from reports.contents.benefits import collect_benefits
from reports.contents.cafe import collect_cafe
from reports.contents.calendar import collect_calendar
from reports.contents.commissioned import collect_commissioned
from reports.contents.contact import collect_contact
from reports.contents.cooperation import collect_cooperation
from reports.contents.councils import collect_councils
from reports.contents.highlights import collect_highlights
from reports.contents.initiatives import collect_initiatives
from reports.contents.meetings import collect_meetings
from reports.contents.members import collect_members
from reports.contents.networks import collect_networks
from reports.contents.officers import collect_officers
from reports.contents.operation import collect_operation
from reports.contents.publicity import collect_publicity

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
    """A chapter: its key, its title, and what collects its contents."""

    key: str
    title: StrPromise
    collect: Callable[[ReportYear], Contents]


CHAPTERS = (
    Chapter("about", _("About ICLEI"), collect_about),
    Chapter("benefits", _("Benefits of joining ICLEI"), collect_benefits),
    Chapter("officers", _("Officers of ICLEI Japan"), collect_officers),
    Chapter("members", _("Members of ICLEI Japan"), collect_members),
    Chapter("highlights", _("Highlights of the year"), collect_highlights),
    Chapter(
        "initiatives",
        _("Support for joining international initiatives"),
        collect_initiatives,
    ),
    Chapter(
        "calendar",
        _("Members at international conferences: participation and support"),
        collect_calendar,
    ),
    Chapter(
        "meetings",
        _("Other meetings that ICLEI Japan was involved in"),
        collect_meetings,
    ),
    Chapter("cafe", pgettext_lazy("chapter of the report", "ICLEI Café"), collect_cafe),
    Chapter("cooperation", _("Cooperation between ICLEI members"), collect_cooperation),
    Chapter(
        "networks",
        _("Activities that widen ICLEI Japan’s network"),
        collect_networks,
    ),
    Chapter(
        "commissioned", _("Surveys and commissioned projects"), collect_commissioned
    ),
    Chapter("advocacy", _("Advocating for local action"), collect_advocacy),
    Chapter("publicity", _("Sharing local action"), collect_publicity),
    Chapter("operation", _("Operation of ICLEI and posts held"), collect_operation),
    Chapter("councils", _("Councils and offices of ICLEI"), collect_councils),
    Chapter(
        "contact", pgettext_lazy("chapter of the report", "Contact"), collect_contact
    ),
)
