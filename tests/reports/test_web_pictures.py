"""Pictures on the web edition: those of the frozen version, and no others."""

import re

import pytest
from django.test import Client

from iclei_portal.pictures.files import path_of
from iclei_portal.pictures.models import Picture
from members.models import Person, User
from reports.actions import (
    freeze_report,
    keep_as_published,
    publish_report,
    reopen_report,
    send_to_review,
)
from reports.models import AnnualReport
from tests.factories import (
    AnnualReportFactory,
    EventFactory,
    HeadshipFactory,
    MembershipFactory,
    SessionFactory,
    allow_findings,
)
from tests.factories.pictures import keep_photo
from tests.types import Queries

pytestmark = pytest.mark.django_db

MEMBERS = "/en/reports/2021/members/"


@pytest.fixture
def portrait(report: AnnualReport) -> Picture:
    """Return the portrait of a head, in a version that every reader sees."""
    portrait = keep_photo(1)
    member = MembershipFactory().municipality
    HeadshipFactory(municipality=member, person__portrait=portrait)
    keep_as_published(report=report)
    return portrait


def place(picture: Picture, year: int = 2021) -> str:
    return f"/en/reports/{year}/pictures/{picture.print_digest}.jpg"


def shown_on(client: Client, address: str) -> list[str]:
    """Return the addresses of the pictures of a page."""
    page = client.get(address).content.decode()
    return re.findall(r'<img class="(?:portrait|photo)" src="([^"]+)"', page)


def test_replaced_portrait_stays_on_the_frozen_page(
    client: Client, portrait: Picture
) -> None:
    person = Person.objects.get(portrait=portrait)
    person.portrait = keep_photo(2)
    person.save()

    shown = shown_on(client, MEMBERS)
    answer = client.get(place(portrait))

    assert shown == [place(portrait)]
    assert answer.content == path_of(portrait.print_digest).read_bytes()
    assert answer["Content-Type"] == "image/jpeg"
    assert "immutable" in answer["Cache-Control"]
    assert client.get(f"/en/pictures/{portrait.print_digest}.jpg").status_code == 404


def test_picture_of_another_report_is_not_found(
    client: Client, portrait: Picture
) -> None:
    Person.objects.update(portrait=None)
    keep_as_published(report=AnnualReportFactory(fiscal_year=2022))

    statuses = [client.get(place(portrait, year)).status_code for year in (2021, 2022)]

    assert statuses == [200, 404]


def test_picture_that_a_later_version_left_out_is_not_found(
    client: Client, portrait: Picture, report: AnnualReport, secretariat: User
) -> None:
    reopen_report(report=report, by=secretariat, reason_ja="訂正", reason_en="A slip")
    Person.objects.update(portrait=None)
    allow_findings(report)
    before = client.get(place(portrait)).status_code
    send_to_review(report=report, by=secretariat)
    freeze_report(report=report, by=secretariat)
    publish_report(report=report, by=secretariat)

    assert before == 200
    assert shown_on(client, MEMBERS) == []
    assert client.get(place(portrait)).status_code == 404


def test_picture_that_is_not_public_is_for_staff_alone(
    client: Client, report: AnnualReport, secretariat: User
) -> None:
    keep_as_published(report=report)
    unused = keep_photo(3)

    for_readers = client.get(place(unused))
    client.force_login(secretariat)
    for_staff = client.get(place(unused))

    assert for_readers.status_code == 404
    assert for_staff.content == path_of(unused.print_digest).read_bytes()
    assert for_staff["Cache-Control"] == "private, no-store"


def test_photo_of_a_conference_is_in_its_chapter_and_on_its_page(
    client: Client, report: AnnualReport
) -> None:
    photo = keep_photo(4, credit_ja="撮影者", credit_en="A photographer")
    SessionFactory(event=EventFactory(slug="a-summit", picture=photo))
    keep_as_published(report=report)
    chapter = "/en/reports/2021/highlights/"

    shown = [shown_on(client, address) for address in (chapter, f"{chapter}a-summit/")]

    assert shown == [[place(photo)], [place(photo)]]
    assert "A photographer</figcaption>" in client.get(chapter).content.decode()


def test_picture_of_a_report_needs_one_query(
    client: Client, portrait: Picture, django_assert_num_queries: Queries
) -> None:
    with django_assert_num_queries(1):
        client.get(place(portrait))
