"""The names that the portal's records know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from babel import Locale

from reports.readiness.names import Name, Names

if TYPE_CHECKING:
    from django.db.models import Model

    from members.models import Person
    from reports.readiness.directory import Directory

TITLES = (
    "市長", "知事", "区長", "町長", "村長", "副市長", "氏", "さん", "様", "会長",
    "議長", "理事長", "理事", "監事", "顧問", "事務局長", "大臣", "環境大臣", "教授",
)  # fmt: skip
JAPANESE_KIND = re.compile("(?:都|道|府|県|市|区|町|村|省|首都圏)$")
ENGLISH_KIND = re.compile(
    "^(?:City of |National Capital Territory of )|"
    " (?:City|Prefecture|Town|Village|Ward|Province|Metropolitan (?:City|Government|"
    "Administration))$"
)
LEGAL_FORM = re.compile(
    "^(?:一般|公益)(?:社団|財団)法人|^[(（][公一]?[財社][)）]|株式会社$"
)
BRACKETED = re.compile(r"[(（]([A-Za-z][A-Za-z0-9 +-]*)[)）]")
IN_BRACKETS = re.compile(r"\s*[(（][^)）]*[)）]\s*")
QUOTES = re.compile("[「」『』“”‘]")
# What a text may leave out of a name: ", Japan", " for Climate & Energy", "国連".
REST = re.compile("(?:,| –| for ).*$")
UNITED_NATIONS = re.compile("^国連")
KANA_OF_KIND = re.compile("(?:し|く|ちょう|まち|むら|そん|けん|ふ|と)$")
KIND_OF_OFFICE = re.compile(" (?:Office|Secretariat)$")
OWN = ("iclei", "iclei-japan")
OTHERS = (
    Name(("新型コロナウイルス感染症",), ("COVID-19",), ("コロナ", "新型コロナ")),
    Name((), ("United Nations", "UN"), ("国連", "国際連合")),
    Name((), ("European Union", "EU"), ("欧州連合", "欧州", "日欧")),
)
# What texts call a country besides its name.
COUNTRIES = {
    "US": (
        ("米国",),
        ("USA", "US", "U.S."),
        ("アメリカ", "日米"),
        ("America", "Americas", "American"),
    ),
    "GB": (("英国",), ("UK", "Britain"), ("日英",), ("British", "Great Britain")),
    "CN": ((), (), ("日中",), ("Chinese",)),
    "KR": ((), ("Republic of Korea",), ("日韓",), ("Korea", "Korean")),
    "DE": ((), (), ("独", "日独"), ("German",)),
    "FR": ((), (), ("仏", "日仏"), ("French",)),
    "IT": ((), (), ("伊",), ("Italian",)),
    "NZ": ((), ("NZ",), (), ()),
    "AU": (("豪州",), (), ("豪",), ("Australian",)),
    "IN": ((), (), ("印",), ("Indian",)),
    "SE": ((), (), (), ("Swedish",)),
    "FI": ((), (), (), ("Finnish",)),
    "TW": ((), (), (), ("Taiwanese",)),
}  # fmt: skip
HOME = "JP"
CODE = 2


def _person(person: Person) -> Name:
    family_ja, family_en = both(person, "family_name")
    given_ja, given_en = both(person, "given_name")
    full = (
        f"{family_ja}{given_ja}",
        f"{family_ja} {given_ja}",
        f"{given_ja}・{family_ja}",
    )
    return Name(
        ja=(*full, *(f"{family_ja}{title}" for title in TITLES)) if family_ja else (),
        en=(
            f"{family_en} {given_en}".strip(),
            f"{given_en} {family_en}".strip(),
            family_en,
        ),
        possible_ja=(family_ja,) if len(family_ja) > 1 else (),
    )


def _municipality(name_ja: str, name_en: str, kana: str) -> Name:
    bases = (JAPANESE_KIND.sub("", name_ja), KANA_OF_KIND.sub("", kana))
    return Name(
        ja=(name_ja,),
        en=(name_en, ENGLISH_KIND.sub("", name_en)),
        possible_ja=tuple(base for base in bases if len(base) > 1),
    )


def _organisation(name_ja: str, name_en: str, short: str = "") -> Name:
    ja = LEGAL_FORM.sub("", IN_BRACKETS.sub("", QUOTES.sub("", name_ja)))
    en = IN_BRACKETS.sub("", QUOTES.sub("", name_en))
    begin = REST.sub("", en)
    return Name(
        ja=(name_ja, ja),
        en=(name_en, en, short, *BRACKETED.findall(f"{name_ja} {name_en}")),
        possible_ja=(UNITED_NATIONS.sub("", ja),),
        possible_en=(begin,) if " " in begin else (),
    )


def _office(name_ja: str, name_en: str) -> Name:
    short = name_en.removeprefix("ICLEI ")
    region = KIND_OF_OFFICE.sub("", name_en)
    return Name(
        (name_ja, f"イクレイ{name_ja}"),
        (name_en, short, f"ICLEI's {short}"),
        possible_en=(region,) if " " in region else (),
    )


def _own(name: Name) -> Name:
    return Name((), (), name.ja, name.en, own=True)


def _countries() -> Iterator[Name]:
    ja, en = Locale("ja").territories, Locale("en").territories
    for code, name in en.items():
        if (
            len(code) == CODE
            and code in ja
            and code.isalpha()
            and code not in (HOME, "UN", "EU")
        ):
            more = COUNTRIES.get(code, ((), (), (), ()))
            yield Name((ja[code], *more[0]), (name, *more[1]), more[2], more[3])


def _places(directory: Directory) -> Iterator[Name]:
    for each in directory.municipalities.values():
        yield _municipality(*both(each, "name"), each.name_kana)
    for office in directory.offices:
        city_ja, city_en = both(office, "city")
        yield Name((city_ja,), (city_en,))
        yield _office(*both(office, "name"))
    yield from _countries()


def _organisations(directory: Directory) -> Iterator[Name]:
    for each in directory.organisations:
        name = _organisation(*both(each, "name"), each.abbreviation)
        yield _own(name) if each.slug in OWN else name
    for initiative in directory.initiatives:
        yield _organisation(*both(initiative, "name"), initiative.acronym)
    for body in directory.bodies:
        yield _organisation(*both(body, "name"))


def both(record: Model, name: str) -> tuple[str, str]:
    """Return a field in Japanese and in English, empty where it is missing."""
    return getattr(record, f"{name}_ja") or "", getattr(record, f"{name}_en") or ""


def known_names(directory: Directory) -> Names:
    """Return the names of the persons, places, organisations and initiatives."""
    persons = (_person(person) for person in directory.persons.values())
    return Names([*OTHERS, *persons, *_places(directory), *_organisations(directory)])
