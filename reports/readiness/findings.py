"""What is found in a report before its freeze, and how much of it may stay open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from reports.choices import FindingKind

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from iclei_portal.bilingual.texts import Text
    from members.models import Municipality


@dataclass(frozen=True)
class Finding:
    """A fault, in a sentence of the active language, and the field it is in.

    `source` is the field as texts name theirs ("events.event:12.title_en"), of a
    section that has no text yet the section. `names` are what the record is called,
    by language; `chapter` is where it first stands, empty for the report's own
    fields, and `municipality` whose record it is, if it is a municipality's.
    """

    kind: FindingKind
    message: StrPromise
    source: str
    chapter: str = ""
    municipality: str = ""
    names: Mapping[str, Text] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """What is wrong."""
        return str(self.message) % self.values

    def name(self, language: str) -> str:
        """Return what the record is called, in the language or else in the other."""
        known = self.names.get(language) or next(iter(self.names.values()), None)
        return "" if known is None else known.content

    @property
    def record(self) -> str:
        """The record that the field is of."""
        return self.source.rpartition(".")[0]

    @property
    def field_name(self) -> str:
        """The name of the field."""
        return self.source.rpartition(".")[2]


@dataclass(frozen=True)
class KindCount:
    """How many findings of a kind there are, and how many there may be."""

    kind: FindingKind
    count: int
    most: int

    @property
    def is_within(self) -> bool:
        """Tell whether there are no more than allowed."""
        return self.count <= self.most

    @property
    def scale(self) -> int:
        """How long a bar is that shows both."""
        return max(self.count, self.most, 1)


@dataclass(frozen=True)
class Readiness:
    """What is open in a report, in the order of its chapters.

    `municipalities` are those that findings are about, by record.
    """

    findings: tuple[Finding, ...]
    allowances: Mapping[str, int]
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[KindCount, ...]:
        """Each kind with its findings and its allowance, none without one."""
        counts = Counter(finding.kind for finding in self.findings)
        return tuple(
            KindCount(kind, counts[kind], self.allowances.get(kind, 0))
            for kind in FindingKind
        )

    @property
    def exceeded(self) -> tuple[KindCount, ...]:
        """The kinds of which more is open than allowed."""
        return tuple(kind for kind in self.kinds if not kind.is_within)

    @property
    def within_allowances(self) -> bool:
        """Tell whether the report may be frozen."""
        return not self.exceeded

    @property
    def excess(self) -> str:
        """Of what more is open than allowed, in a sentence; empty if of nothing."""
        kinds = [
            _("%(kind)s %(count)d (at most %(most)d)")
            % {"kind": each.kind.label, "count": each.count, "most": each.most}
            for each in self.exceeded
        ]
        if not kinds:
            return ""
        # Translators: kinds is a list like: missing 3 (at most 1), out of order 1 …
        return _("More is open than the report allows: %(kinds)s.") % {
            "kinds": pgettext("between the names of a list", ", ").join(kinds)
        }

    def counted(self, attribute: str) -> dict[str, list[int]]:
        """Count by chapter or municipality, each kind in its order."""
        found: dict[str, list[int]] = {}
        kinds = list(FindingKind)
        for finding in self.findings:
            counts = found.setdefault(getattr(finding, attribute), [0] * len(kinds))
            counts[kinds.index(finding.kind)] += 1
        return found
