"""Atom feeds: what is new, in the language of the address."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from iclei_portal.bilingual.renamed import by_slug
from iclei_portal.bilingual.texts import active_language, record_of, text_of
from members.contents.happenings import Happening, changed_at, happenings_of
from members.models import Municipality

if TYPE_CHECKING:
    from django.http import HttpRequest

    HappeningFeed = Feed[Happening, Any]
else:
    HappeningFeed = Feed

# RFC 4151: names that stay, whatever addresses become. Never change it.
TAG = "tag:japan.iclei.org,2026:portal"
# What no XML may hold, and comes along when text is pasted from slides.
NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class AtomFeed(Atom1Feed):
    """An Atom feed that says when it changed even while it is empty."""

    def latest_post_date(self) -> datetime:
        """Return when the newest entry changed, or what the feed is about."""
        changes: list[datetime] = [item["updateddate"] for item in self.items]
        changes.append(self.feed["changed_at"])
        return max(changes)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Return the language of an entry that is not in that of the feed."""
        language = item["language"]
        return {} if language == self.feed["language"] else {"xml:lang": language}


class HappeningsFeed(HappeningFeed):
    """A feed of happenings; what it is about is the record of a subclass.

    Its entries keep their ids for good, each language its own.
    """

    feed_type = AtomFeed

    def author_name(self) -> str:
        """Return who publishes the feed."""
        return _("ICLEI Japan")

    def item_title(self, item: Happening) -> str:
        """Return the title."""
        return NO_XML.sub("", item.title.content)

    def item_description(self, item: Happening) -> str:
        """Return a line about it; readers of feeds take it for HTML."""
        return escape(NO_XML.sub("", item.summary))

    def item_link(self, item: Happening) -> str:
        """Return the address of its page."""
        return item.path

    def item_guid(self, item: Happening) -> str:
        """Return its id."""
        return f"{TAG}:{item.key}:{active_language()}"

    def item_pubdate(self, item: Happening) -> datetime:
        """Return the day of an article or event."""
        return item.begins_at

    def item_updateddate(self, item: Happening) -> datetime:
        """Return when its record was changed last."""
        return item.changed_at

    def item_extra_kwargs(self, item: Happening) -> dict[str, Any]:
        """Return the language of the title."""
        return {"language": item.title.language}


def name_of(municipality: Municipality) -> str:
    """Return the name as a feed may hold it."""
    return NO_XML.sub("", text_of(municipality, "name").content)


class MunicipalityFeed(HappeningsFeed):
    """What is new about a municipality, member or not."""

    def get_object(self, request: HttpRequest, slug: str) -> Municipality:
        """Return the municipality. Raises Http404, Moved for a former slug."""
        del request
        return by_slug(Municipality.objects.all(), slug)

    def title(self, obj: Municipality) -> str:
        """Return the title of the feed."""
        name = name_of(obj)
        return _("%(name)s: events and news – ICLEI Japan") % {"name": name}

    def subtitle(self, obj: Municipality) -> str:
        """Return what the feed holds."""
        name = name_of(obj)
        return _("Events that %(name)s took part in, and news that names it.") % {
            "name": name
        }

    def link(self, obj: Municipality) -> str:
        """Return the address of the profile."""
        return obj.get_absolute_url()

    def feed_url(self, obj: Municipality) -> str:
        """Return the address of the feed itself."""
        return reverse("members:feed", args=[obj.slug])

    def feed_guid(self, obj: Municipality) -> str:
        """Return the id of the feed."""
        return f"{TAG}:{record_of(obj)}:{get_language()}"

    def feed_extra_kwargs(self, obj: Municipality) -> dict[str, Any]:
        """Return when the record itself was changed last."""
        return {"changed_at": changed_at(obj)}

    def items(self, obj: Municipality) -> list[Happening]:
        """Return the articles that name it and the events it took part in."""
        return happenings_of(obj)
