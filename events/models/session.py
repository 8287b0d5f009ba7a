"""Sessions of programmes, their hosts, speakers and links."""

from __future__ import annotations

from datetime import datetime, time
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.choices import (
    LinkKind,
    Part,
)
from events.models.event import NEEDS_ZONE, Event
from events.querysets import (
    SessionQuerySet,
)
from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Fact, Sourced
from iclei_portal.constraints import bilingual_texts, exactly_one
from iclei_portal.fiscal_year import TOKYO
from members.models import Municipality, Organisation, Party, Person


def once_a_session(
    record: str, names: tuple[str, ...], *also: str
) -> list[models.UniqueConstraint]:
    """Return the constraints that nobody stands twice in a session."""
    return [
        models.UniqueConstraint(
            fields=["session", name, *also],
            condition=Q(**{f"{name}__isnull": False}),
            name=f"{record}_{name}_once",
        )
        for name in names
    ]


class Session(Fact):
    """A session of a programme, or a theme of a Café.

    Day and times are the place's; the zone is the event's. Whatever the source
    does not print is empty.
    """

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="sessions", verbose_name=_("event")
    )
    title = models.CharField(_("title"), max_length=300, null=True, blank=True)
    day = models.DateField(_("day"), null=True, blank=True)
    start_time = models.TimeField(_("start time"), null=True, blank=True)
    end_time = models.TimeField(_("end time"), null=True, blank=True)
    venue = models.CharField(_("venue"), max_length=120, null=True, blank=True)
    note = models.TextField(
        _("note"), null=True, blank=True, validators=[validate_references]
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects: ClassVar[SessionQuerySet[Session]] = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["event", "day", "start_time", "order"]
        constraints = [
            *bilingual_texts("session", optional=("title", "venue", "note")),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True)
                | Q(start_time__isnull=False, end_time__gt=F("start_time")),
                name="session_ends_after_start",
                violation_error_message=_("End time: it is before the start time."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.slug

    def clean(self) -> None:
        """Refuse a time where the event has no zone."""
        if self.start_time and self.event_id and not self.event.zone:
            raise ValidationError({"start_time": NEEDS_ZONE})

    def _instant(self, clock: time | None) -> datetime | None:
        if self.day is None or clock is None or not self.event.zone:
            return None
        return datetime.combine(self.day, clock, tzinfo=ZoneInfo(self.event.zone))

    @property
    def starts_at(self) -> datetime | None:
        """The first instant in the place's zone; None where a part is missing."""
        return self._instant(self.start_time)

    @property
    def ends_at(self) -> datetime | None:
        """The last instant in the place's zone; None where a part is missing."""
        return self._instant(self.end_time)

    @property
    def starts_at_in_japan(self) -> datetime | None:
        """The first instant in Tokyo; None where a part is missing."""
        return self.starts_at.astimezone(TOKYO) if self.starts_at else None

    @property
    def ends_at_in_japan(self) -> datetime | None:
        """The last instant in Tokyo; None where a part is missing."""
        return self.ends_at.astimezone(TOKYO) if self.ends_at else None


class SessionHost(Party):
    """A host of a session."""

    session = models.ForeignKey(
        Session,
        models.CASCADE,
        related_name="sessionhosts",
        verbose_name=_("session"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("host")
        verbose_name_plural = _("hosts")
        ordering = ["session", "order"]
        constraints = [
            *Party.Meta.constraints,
            *once_a_session("sessionhost", ("municipality", "organisation")),
        ]

    def __str__(self) -> str:
        return str(self.party)


class SessionPart(Sourced):
    """A speaker in a session: a person with the post then held, or a party."""

    session = models.ForeignKey(
        Session,
        models.CASCADE,
        related_name="sessionparts",
        verbose_name=_("session"),
    )
    part = models.CharField(_("part"), max_length=10, choices=Part)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sessionparts",
        verbose_name=_("person"),
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sessionparts",
        verbose_name=_("municipality"),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sessionparts",
        verbose_name=_("organisation"),
    )
    post = models.CharField(_("post"), max_length=200, null=True, blank=True)
    tentative = models.BooleanField(_("tentative"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["session", "order"]
        constraints = [
            *bilingual_texts("sessionpart", optional=("post",)),
            models.CheckConstraint(
                condition=exactly_one("person", "municipality", "organisation"),
                name="sessionpart_one_speaker",
                violation_error_message=_(
                    "Name a person, a municipality or an organisation, one of them."
                ),
            ),
            *once_a_session(
                "sessionpart", ("person", "municipality", "organisation"), "part"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.speaker}"

    @property
    def speaker(self) -> Person | Municipality | Organisation | None:
        """Who speaks."""
        return self.person or self.municipality or self.organisation


class SessionLink(Sourced):
    """A page or recording of a session; the address may be missing."""

    session = models.ForeignKey(
        Session, models.CASCADE, related_name="links", verbose_name=_("session")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=LinkKind)
    label = models.CharField(_("label"), max_length=120)
    url = models.URLField(_("web address"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["session", "order"]
        constraints = [
            *bilingual_texts("sessionlink", required=("label",)),
            models.UniqueConstraint(
                fields=["session", "order"], name="sessionlink_order_once"
            ),
        ]

    def __str__(self) -> str:
        return self.label
