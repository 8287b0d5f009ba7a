"""The list, the map and the profiles say what the records say."""

import re
from datetime import date
from html import unescape
from itertools import pairwise

import pytest
from django.test import Client
from django.utils import translation

from members.choices import HEAD_TITLES, Kind, Region
from members.models import Headship, Membership, Municipality

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fy2021")]

DAY = date(2022, 3, 31)
LANGUAGES = ["ja", "en"]
ROW = re.compile(
    r'<li><a class="member-name" href="/../members/([\w-]+)/\?as_of=2022-03-31">'
    r'([^<]+)</a>.*?<span class="member-head">(.*?)</span></span>'
)

Facts = set[tuple[str, str, str]]


def recorded(language: str) -> Facts:
    """Return slug, name and head of each member as the records have them."""
    found = set()
    for membership in Membership.objects.full().as_of(DAY):
        municipality = membership.municipality
        assert municipality is not None
        head = Headship.objects.as_of(DAY).get(municipality=municipality).person
        name = getattr(municipality, f"name_{language}")
        found.add((municipality.slug, name, head.name_in(language)))
    return found


def page_of(client: Client, address: str) -> str:
    return client.get(f"{address}as_of={DAY.isoformat()}").content.decode()


def words(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["reading", "region", "map"])
def test_each_view_lists_the_members_and_heads_of_the_records(
    client: Client, language: str, view: str
) -> None:
    page = page_of(client, f"/{language}/members/?view={view}&")

    listed: Facts = set()
    for slug, name, head in ROW.findall(page):
        person = re.sub(r".*<span class=\"person\">", "", head)
        listed.add((slug, unescape(name), words(person).strip()))
    assert listed == recorded(language)
    assert len(ROW.findall(page)) == len(listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_map_names_the_members_of_the_records(client: Client, language: str) -> None:
    page = page_of(client, f"/{language}/members/?view=map&")

    drawing = page.partition("<svg")[2].partition("</svg>")[0]
    names = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", drawing))
    for _slug, name, _head in recorded(language):
        # A long name stands on two lines.
        assert name.replace(" ", "") in names.replace(" ", "")
    cities = Municipality.objects.members_as_of(DAY).exclude(kind=Kind.PREFECTURE)
    prefectures = Municipality.objects.members_as_of(DAY).filter(kind=Kind.PREFECTURE)
    # Those near Tokyo are dots on the map and in its inset.
    assert drawing.count("<circle") >= cities.count()
    assert drawing.count('font-weight="bold"') >= prefectures.count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_profiles_name_the_same_head_as_the_list(client: Client, language: str) -> None:
    for slug, name, head in recorded(language):
        page = page_of(client, f"/{language}/members/{slug}/?")

        municipality = Municipality.objects.get(slug=slug)
        title = re.search(r"<h1>(.*?)</h1>", page)
        assert title is not None
        shown = re.sub(r"<r[pt]>.*?</r[pt]>", "", title[1])
        assert words(shown).strip() == name
        card = words(page.partition('id="head"')[2].partition("</section>")[0])
        with translation.override(language):
            assert str(HEAD_TITLES[municipality.kind]) in card
        assert head in card
        assert municipality.code in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_profiles_of_others_call_none_of_them_a_member(
    client: Client, language: str
) -> None:
    members = {slug for slug, _name, _head in recorded(language)}
    full = {"ja": "正会員", "en": "Full member"}[language]

    called = set()
    for municipality in Municipality.objects.all():
        page = page_of(client, f"/{language}/members/{municipality.slug}/?")
        kicker = page.partition('<p class="kicker">')[2].partition("</p>")[0]
        if kicker == full:
            called.add(municipality.slug)

    assert called == members


def test_regions_hold_the_members_of_their_codes_in_order(client: Client) -> None:
    page = page_of(client, "/ja/members/?view=region&")

    group = re.compile(
        r'<h2 id="(\w+)">.*?</h2>\s*<ul class="members">(.*?)</ul>', re.DOTALL
    )
    found = group.findall(page)
    assert {anchor for anchor, _rows in found} <= {*Region.values}
    codes = dict(Municipality.objects.values_list("slug", "code"))
    in_order = []
    for anchor, rows in found:
        slugs = re.findall(r'href="/ja/members/([\w-]+)/', rows)
        assert {Region.of(codes[slug]) for slug in slugs} == {Region(anchor)}
        in_order += [codes[slug] for slug in slugs]
    assert all(first < second for first, second in pairwise(in_order))
    assert len(in_order) == len(recorded("ja"))


@pytest.mark.parametrize("initiative", ["cdp-iclei", "gcom", "re-action"])
def test_initiative_filter_finds_the_members_that_take_part(
    client: Client, initiative: str
) -> None:
    page = page_of(client, f"/en/members/?initiative={initiative}&")

    taking_part = Municipality.objects.members_as_of(DAY).filter(
        participations__initiative__slug=initiative,
        participations__valid__contains=DAY,
    )
    slugs = {slug for slug, _name, _head in ROW.findall(page)}
    assert slugs == set(taking_part.values_list("slug", flat=True))
    assert slugs
