"""Events and who stands behind them, took part, and helped."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.choices import (
    Listing,
    OrganiserRole,
    Precision,
    Role,
    Status,
)
from events.querysets import (
    EventParticipantQuerySet,
    EventQuerySet,
    EventRoleQuerySet,
)
from events.validators import validate_zone
from iclei_portal.about.validators import validate_references
from iclei_portal.confirmation import Fact, Sourced
from iclei_portal.constraints import bilingual_texts, known_days
from iclei_portal.fiscal_year import FiscalYear
from iclei_portal.pictures.models import picture_field
from members.models import Municipality, Party
from members.validators import validate_country

NEEDS_ZONE = _("Time zone: an event with a time needs the zone of its place.")


class Event(Sourced):
    """A conference, meeting, Café, pavilion or talk.

    It belongs to the fiscal year of `start_on`. `end_on` is its last day, empty
    for one day. With `precision` month, `start_on` and `end_on` stand for their
    months. Times are the place's, in `zone`; without a zone there are none.
    """

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    listing = models.CharField(_("list"), max_length=10, choices=Listing)
    title = models.CharField(_("title"), max_length=300)
    label = models.CharField(_("label"), max_length=80, null=True, blank=True)
    start_on = models.DateField(_("first day"))
    end_on = models.DateField(_("last day"), null=True, blank=True)
    precision = models.CharField(
        _("precision"), max_length=5, choices=Precision, default=Precision.DAY
    )
    start_time = models.TimeField(_("start time"), null=True, blank=True)
    end_time = models.TimeField(_("end time"), null=True, blank=True)
    zone = models.CharField(
        _("time zone"), max_length=40, blank=True, validators=[validate_zone]
    )
    place = models.CharField(_("place"), max_length=120, null=True, blank=True)
    country = models.CharField(
        _("country"), max_length=2, blank=True, validators=[validate_country]
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.PLANNED
    )
    further_participants = models.PositiveSmallIntegerField(
        _("further participating municipalities, not named"), default=0
    )
    summary = models.TextField(
        _("summary"), null=True, blank=True, validators=[validate_references]
    )
    picture = picture_field(_("picture"), related_name="events")
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects: ClassVar[EventQuerySet[Event]] = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-start_on", "order"]
        indexes = [models.Index(fields=["listing", "start_on"])]
        constraints = [
            *bilingual_texts(
                "event", required=("title",), optional=("label", "place", "summary")
            ),
            models.CheckConstraint(
                condition=Q(end_on__isnull=True) | Q(end_on__gte=F("start_on")),
                name="event_ends_after_start",
                violation_error_message=_("Last day: it is before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(start_time__isnull=True, end_time__isnull=True)
                | ~Q(zone=""),
                name="event_time_has_zone",
                violation_error_message=NEEDS_ZONE,
            ),
            known_days("event", "start_on", "end_on"),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True)
                | Q(end_on__gt=F("start_on"))
                | Q(end_time__gt=F("start_time")),
                name="event_ends_after_start_time",
                violation_error_message=_("End time: it is before the start time."),
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True) | Q(start_time__isnull=False),
                name="event_end_time_has_start",
                violation_error_message=_(
                    "Start time: needed where there is an end time."
                ),
            ),
            models.CheckConstraint(
                condition=Q(precision=Precision.DAY)
                | Q(start_on__day=1, end_on__isnull=False),
                name="event_month_from_first_day",
                violation_error_message=_(
                    "First day: a date known to the month runs from the first day "
                    "of a month to the last of one."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the event in the active language."""
        return reverse("events:detail", args=[self.slug])

    def clean(self) -> None:
        """Refuse to take the zone from sessions that have times."""
        timed = self.sessions.filter(start_time__isnull=False) if self.pk else None
        if not self.zone and timed is not None and timed.exists():
            raise ValidationError({"zone": NEEDS_ZONE})

    @property
    def fiscal_year(self) -> FiscalYear:
        """The fiscal year of its first day."""
        return FiscalYear.of(self.start_on)

    @property
    def last_day(self) -> date:
        """The last day, inclusive."""
        return self.end_on or self.start_on

    @property
    def printed_roles(self) -> list[EventRole]:
        """ICLEI Japan's roles that the source prints."""
        return [role for role in self.roles.all() if role.role != Role.NONE]


class EventOrganisation(Party):
    """Who stands behind an event: 主催, 共催, 後援, 協力."""

    event = models.ForeignKey(
        Event,
        models.CASCADE,
        related_name="eventorganisations",
        verbose_name=_("event"),
    )
    role = models.CharField(
        _("role"), max_length=10, choices=OrganiserRole, default=OrganiserRole.HOST
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("organiser")
        verbose_name_plural = _("organisers")
        ordering = ["event", "order"]
        constraints = [
            *Party.Meta.constraints,
            *[
                models.UniqueConstraint(
                    fields=["event", party, "role"],
                    condition=Q(**{f"{party}__isnull": False}),
                    name=f"eventorganisation_{party}_once",
                )
                for party in ("municipality", "organisation")
            ],
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.party}"


class EventParticipant(Sourced):
    """A municipality that took part in an event."""

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="participants", verbose_name=_("event")
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        related_name="eventparticipants",
        verbose_name=_("municipality"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects: ClassVar[EventParticipantQuerySet[EventParticipant]] = (
        EventParticipantQuerySet.as_manager()
    )

    class Meta:
        verbose_name = _("participating municipality")
        verbose_name_plural = _("participating municipalities")
        ordering = ["event", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "municipality"], name="eventparticipant_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.municipality)


class EventRole(Fact):
    """ICLEI Japan's role at an event, as read; `via` is a network it acted for."""

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="roles", verbose_name=_("event")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    via = models.CharField(_("through"), max_length=30, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects: ClassVar[EventRoleQuerySet[EventRole]] = EventRoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role of ICLEI Japan")
        verbose_name_plural = _("roles of ICLEI Japan")
        ordering = ["event", "order"]
        constraints = [
            models.UniqueConstraint(fields=["event", "role"], name="eventrole_once")
        ]

    def __str__(self) -> str:
        label = str(self.get_role_display())
        if not self.via:
            return label
        # Translators: a role that ICLEI Japan had through a network.
        return gettext("%(role)s (%(network)s)") % {"role": label, "network": self.via}
