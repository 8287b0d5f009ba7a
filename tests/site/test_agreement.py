"""Lists, profiles, map, matrix and JSON-LD say the same, and what the records say."""

from datetime import date

import pytest

from initiatives.models import Initiative, Participation
from members.models import Headship, Membership, Municipality
from tests.site.reading import (
    linked_below,
    linked_data,
    marked,
    members_with_heads,
    tree,
    words,
)

DAY = date(2022, 3, 31)
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("fy2021"),
    pytest.mark.parametrize("language", ["ja", "en"]),
]


def expected_members(language: str) -> dict[str, tuple[str, str]]:
    """Return name and head of each full member on the day, from the records."""
    heads = {
        headship.municipality_id: headship.person
        for headship in Headship.objects.filter(valid__contains=DAY)
    }
    memberships = Membership.objects.filter(
        valid__contains=DAY, category="full", municipality__isnull=False
    )
    return {
        city.slug: (getattr(city, f"name_{language}"), heads[city.pk].name_in(language))
        for city in Municipality.objects.filter(memberships__in=memberships)
    }


def participations() -> set[tuple[str, str]]:
    """Return municipality and initiative of those who take part on the day."""
    found = (
        Participation.objects.filter(valid__contains=DAY, municipality__isnull=False)
        .exclude(initiative__kind__in=["peer", "programme"])
        .exclude(role__in=["host", "chair", "secretariat"])
    )
    return set(found.values_list("municipality__slug", "initiative__slug"))


def on(language: str, address: str, question: str = "") -> str:
    """Return the path of a page as of the day."""
    return f"/{language}/{address}?{question}as_of={DAY}"


@pytest.mark.parametrize("view", ["", "view=region&", "view=map&"])
def test_each_list_of_members_holds_the_members_with_their_heads(
    language: str, view: str
) -> None:
    members = expected_members(language)

    shown = members_with_heads(tree(on(language, "members/", view)))

    assert len(members) == 21
    assert shown == members


def test_map_names_every_member(language: str) -> None:
    drawing = tree(on(language, "members/", "view=map&")).find(
        ".//figure//*[@id='member-map']"
    )

    named = words(drawing).replace(" ", "")

    for name, _head in expected_members(language).values():
        assert name.replace(" ", "") in named


def test_profile_has_name_head_and_initiatives_of_the_records(language: str) -> None:
    took_part = participations()

    for slug, (name, head) in expected_members(language).items():
        page = tree(on(language, f"members/{slug}/"))
        assert words(page.find(".//h1")) == name
        assert head in [words(one) for one in page.iter("span")]
        assert linked_below(page, "initiatives") == {
            initiative for city, initiative in took_part if city == slug
        }


def test_linked_data_of_a_profile_says_what_the_profile_says(language: str) -> None:
    for slug, (name, head) in expected_members(language).items():
        found = linked_data(
            tree(on(language, f"members/{slug}/")), "GovernmentOrganization"
        )
        city = Municipality.objects.get(slug=slug)
        assert found["name"] == name
        assert found["identifier"]["value"] == city.code
        assert head in str(found["employee"])


def test_matrix_marks_who_takes_part_and_nobody_else(language: str) -> None:
    shown = marked(tree(on(language, "initiatives/matrix/")))

    assert shown == participations()
    assert len(shown) > 30


def test_each_initiative_lists_who_takes_part(language: str) -> None:
    took_part = participations()

    for slug in sorted({slug for _city, slug in took_part}):
        page = tree(on(language, f"initiatives/{slug}/"))
        initiative = Initiative.objects.get(slug=slug)
        name = getattr(initiative, f"name_{language}")
        assert words(page.find(".//h1")).startswith(name)
        assert linked_below(page, "participants") == {
            city for city, joined in took_part if joined == slug
        }, slug
