"""Populations and documents of municipalities: what may stand, and how it comes in."""

from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError
from django.test import Client

from iclei_portal.datasets.loading import load
from members.models import MunicipalityDocument, Population
from tests.factories import (
    MunicipalityDocumentFactory,
    MunicipalityFactory,
    PopulationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_population_stands_once_a_day() -> None:
    first = PopulationFactory()

    with pytest.raises(IntegrityError, match="population_once_a_day"):
        PopulationFactory(municipality=first.municipality)


def test_population_needs_a_source() -> None:
    with pytest.raises(IntegrityError, match="population_has_a_source"):
        PopulationFactory(source="")


def test_document_stands_once_at_its_address() -> None:
    first = MunicipalityDocumentFactory()

    with pytest.raises(IntegrityError, match="municipalitydocument_once"):
        MunicipalityDocumentFactory(municipality=first.municipality, url=first.url)


def test_document_has_a_japanese_title() -> None:
    with pytest.raises(IntegrityError, match="municipalitydocument_title_ja_present"):
        MunicipalityDocumentFactory(title_ja="")


def test_names_say_what_they_are_of() -> None:
    city = MunicipalityFactory(name_ja="京都市")
    population = PopulationFactory(municipality=city, value=1_463_723)

    assert str(population) == "京都市 2020-10-01: 1,463,723"
    assert str(MunicipalityDocumentFactory(municipality=city)) == "計画"


def test_files_of_a_data_set_bring_both(tmp_path: Path) -> None:
    MunicipalityFactory(slug="kyoto")
    (tmp_path / "populations.csv").write_text(
        "municipality,value,as_of,source\nkyoto,1463723,2020-10-01,令和2年国勢調査\n",
        encoding="utf-8-sig",
    )
    (tmp_path / "municipality_documents.csv").write_text(
        "municipality,title_ja,title_en,url,published_on,precision,language,source\n"
        "kyoto,計画,,https://example.org/plan.pdf,2021-03-01,month,ja,京都市\n",
        encoding="utf-8-sig",
    )

    plan = load(tmp_path, apply=True)

    assert plan.refusals == []
    assert Population.objects.get().as_of == date(2020, 10, 1)
    assert MunicipalityDocument.objects.get().precision == "month"


def test_desk_shows_both_below_the_municipality(client: Client) -> None:
    city = PopulationFactory().municipality
    MunicipalityDocumentFactory(municipality=city, url="https://example.org/plan.pdf")
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    page = client.get(f"/en/admin/members/municipality/{city.pk}/change/")

    assert b'value="1400000"' in page.content
    assert b"https://example.org/plan.pdf" in page.content
