"""Texts that do not say the same in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from members.choices import Kind
from reports.choices import FindingKind
from reports.readiness.comparison import Aspect, Disparity, disparities
from reports.readiness.fields import column
from reports.readiness.lexicon import ENGLISH_KIND, KANA_OF_KIND
from reports.readiness.readings import gives

if TYPE_CHECKING:
    from reports.readiness.findings import Finding
    from reports.readiness.inspection import Inspection

NOTHING = pgettext_lazy("said in a text", "nothing")
DIFFERS = {
    Aspect.NUMBERS: _(
        "Numbers and dates differ. Only in Japanese: %(ja)s. Only in English: %(en)s."
    ),
    Aspect.NAMES: _("Names differ. Only in Japanese: %(ja)s. Only in English: %(en)s."),
    Aspect.WORDS: _(
        "Words in Latin letters differ. Only in Japanese: %(ja)s. Only in English: "
        "%(en)s."
    ),
    Aspect.ITEMS: _(
        "Lists differ. Items in Japanese: %(ja)s. Items in English: %(en)s."
    ),
    Aspect.LINKS: _("Links differ. Only in Japanese: %(ja)s. Only in English: %(en)s."),
}
OTHER_READING = _("The reading %(kana)s does not give the name %(latin)s.")


def _sides(found: Disparity) -> dict[str, object]:
    return {
        "ja": ", ".join(found.only_ja) or NOTHING,
        "en": ", ".join(found.only_en) or NOTHING,
    }


def texts(inspection: Inspection) -> Iterator[Finding]:
    """Find texts whose numbers, dates, names, lists or links differ."""
    for place, both in inspection.texts():
        if any(text.missing or text.language != code for code, text in both.items()):
            continue
        words = {code: text.content for code, text in both.items()}
        for found in disparities(words, inspection.names):
            yield inspection.find(
                FindingKind.PARITY,
                DIFFERS[found.aspect],
                column(both["en"]),
                place,
                **_sides(found),
            )


def _named(inspection: Inspection) -> Iterator[tuple[str, str, str]]:
    """Yield fields with a name in Latin letters, each with its reading in kana."""
    for person in inspection.directory.persons.values():
        for name in ("family_name", "given_name"):
            latin = getattr(person, f"{name}_en")
            if latin and person.family_name_first:
                source = f"members.person:{person.pk}.{name}_en"
                yield source, getattr(person, f"{name}_kana"), latin
    for place in inspection.directory.municipalities.values():
        latin = getattr(place, "name_en")  # noqa: B009
        if latin and place.kind != Kind.OVERSEAS:
            source = f"members.municipality:{place.pk}.name_en"
            kana = KANA_OF_KIND.sub("", place.name_kana)
            yield source, kana, ENGLISH_KIND.sub("", latin)


def readings(inspection: Inspection) -> Iterator[Finding]:
    """Find persons and places whose name in Latin letters is read otherwise."""
    for source, kana, latin in _named(inspection):
        printed = source.rpartition(".")[0] in inspection.places
        if printed and kana and not gives(kana, latin):
            yield inspection.find(
                FindingKind.PARITY, OTHER_READING, source, kana=kana, latin=latin
            )


CHECKS = (texts, readings)
