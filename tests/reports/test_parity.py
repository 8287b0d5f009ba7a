"""The two languages of a text say the same, or a finding says what differs."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.apps import apps
from django.db.models import Model
from django.utils import translation

from iclei_portal.about.models import DatedFigure
from iclei_portal.bilingual.history import translated_fields
from initiatives.models import Initiative
from members.models import Municipality, Organisation, Person
from reports.readiness.comparison import Disparity, disparities
from reports.readiness.directory import Directory
from reports.readiness.lexicon import ENGLISH_KIND, OWN, known_names
from reports.readiness.names import Names

DAY = date(2022, 3, 31)
APPS = {"about", "members", "initiatives", "events", "news", "reports"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
DATE = re.compile(rf"(?:([0-9]{{1,2}}) )?\b({'|'.join(MONTHS)})\b")

Pair = tuple[str, str, str]
Mutation = Callable[[random.Random, str], str]


def differing(texts: tuple[str, str], names: Names) -> list[Disparity]:
    return disparities({"ja": texts[0], "en": texts[1]}, names)


def own_texts() -> Iterator[Pair]:
    """Yield every text of the records that stands in both languages."""
    figures = DatedFigure.objects.nearest_to(DAY)
    for model in apps.get_models():
        names = translated_fields(model) if model._meta.app_label in APPS else ()
        if model is Person or model.__name__.startswith("Historical"):
            continue
        for record in model._default_manager.order_by("pk") if names else ():
            for name in names:
                yield from both_languages(record, name, figures.fill)


def both_languages(
    record: Model, name: str, fill: Callable[[str], str]
) -> Iterator[Pair]:
    texts = [getattr(record, f"{name}_{language}") for language in ("ja", "en")]
    if all(texts):
        filled = []
        for language, text in zip(("ja", "en"), texts, strict=True):
            with translation.override(language):
                filled.append(fill(text))
        yield f"{record._meta.label_lower}:{record.pk}.{name}", filled[0], filled[1]


@pytest.mark.django_db
@pytest.mark.usefixtures("fy2021")
def test_real_texts_have_two_false_findings_in_a_hundred_at_most() -> None:
    names = known_names(Directory.of(DAY))
    pairs = list(own_texts())

    found = [source for source, ja, en in pairs if differing((ja, en), names)]

    assert len(pairs) > 600
    assert len(found) * 100 <= len(pairs) * 2, found


def other_digit(chance: random.Random, text: str) -> str:
    places = [found.start() for found in re.finditer("[0-9]", text)]
    if not places:
        return text
    place = chance.choice(places)
    digit = chance.choice([one for one in "0123456789" if one != text[place]])
    return text[:place] + digit + text[place + 1 :]


def other_day(chance: random.Random, text: str) -> str:
    """Shift a date by some days, or by some months."""
    dates = list(DATE.finditer(text))
    if not dates:
        return text
    found = chance.choice(dates)
    if found[1] and chance.random() < 0.5:
        day = (int(found[1]) + chance.randrange(1, 27) - 1) % 28 + 1
        return text[: found.start(1)] + str(day) + text[found.end(1) :]
    month = MONTHS[(MONTHS.index(found[2]) + chance.randrange(1, 12)) % 12]
    return text[: found.start(2)] + month + text[found.end(2) :]


def known_forms() -> list[list[tuple[str, ...]]]:
    """Return what each person, place, organisation and initiative is called.

    The publisher is none of them: texts leave it out in one language.
    """
    organisations = Organisation.objects.exclude(slug__in=OWN)
    return [
        [(person.family_name_en,) for person in Person.objects.all()],  # type: ignore[attr-defined]
        [
            (ENGLISH_KIND.sub("", name),)
            for name in Municipality.objects.values_list("name_en", flat=True)
        ],
        list(organisations.values_list("name_en", "abbreviation")),
        list(Initiative.objects.joined().values_list("name_en", "acronym")),
    ]


def other_name(kinds: list[list[tuple[str, ...]]]) -> Mutation:
    """Return what puts another name of its kind in the place of a name."""
    by_form = {
        form: (kind, forms)
        for kind in kinds
        for forms in kind
        for form in forms
        if form
    }
    longest_first = sorted(by_form, key=len, reverse=True)
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in longest_first)})(?!\w)"
    )

    def mutate(chance: random.Random, text: str) -> str:
        places = list(pattern.finditer(text))
        if not places:
            return text
        found = chance.choice(places)
        kind, own = by_form[found[0]]
        others = [forms for forms in kind if not set(forms) & set(own) - {""}]
        form = chance.choice([form for form in chance.choice(others) if form])
        return text[: found.start()] + form + text[found.end() :]

    return mutate


@pytest.mark.django_db
@pytest.mark.usefixtures("fy2021")
@pytest.mark.parametrize("seed", [2021, 26, 7])
def test_single_mutations_in_english_are_found(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same mutations each time
    names = known_names(Directory.of(DAY))
    pairs = list(own_texts())
    mutations = (other_digit, other_day, other_name(known_forms()))
    missed, mutated = [], 0

    while mutated < 200:
        source, ja, en = chance.choice(pairs)
        changed = chance.choice(mutations)(chance, en)
        if changed != en:
            mutated += 1
            if differing((ja, changed), names) == differing((ja, en), names):
                missed.append((source, changed))

    assert len(missed) <= 2, missed
