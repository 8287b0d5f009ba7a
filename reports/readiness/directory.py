"""Every record that texts may name, each list read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.about.models import DatedFigure
from initiatives.models import Initiative
from members.models import Body, Municipality, Office, Organisation, Person

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Directory:
    """Persons, places, organisations and initiatives, and the figures of a day.

    Peer networks are no names of the report: one of them is called ICLEI.
    """

    persons: dict[int, Person]
    municipalities: dict[int, Municipality]
    organisations: tuple[Organisation, ...]
    initiatives: tuple[Initiative, ...]
    bodies: tuple[Body, ...]
    offices: tuple[Office, ...]
    figures: dict[int, DatedFigure]

    @classmethod
    def of(cls, day: date) -> Directory:
        """Read all of them: seven queries."""
        return cls(
            persons={person.pk: person for person in Person.objects.all()},
            municipalities={each.pk: each for each in Municipality.objects.all()},
            organisations=tuple(Organisation.objects.all()),
            initiatives=tuple(Initiative.objects.joined()),
            bodies=tuple(Body.objects.all()),
            offices=tuple(Office.objects.all()),
            figures={each.pk: each for each in DatedFigure.objects.as_of(day)},
        )
