"""Staff see the facts of the records that they may see."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from members.models import User
from tests.factories import EventRoleFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db

UNCONFIRMED = "/en/admin/unconfirmed/"


@pytest.fixture
def staff(client: Client) -> User:
    """Return a person without rights, logged in, and two facts to confirm."""
    EventRoleFactory(confirmed=False, event__title_en="World Congress")
    PersonFactory(confirmed=False, family_name_en="Tanaka")
    person: User = UserFactory(is_staff=True)
    client.force_login(person)
    return person


@pytest.mark.usefixtures("staff")
def test_staff_without_rights_read_that_the_page_is_not_theirs(client: Client) -> None:
    page = client.get(UNCONFIRMED)

    words = page.content.decode()
    assert page.status_code == 403
    assert "World Congress" not in words
    assert "TANAKA" not in words


@pytest.mark.parametrize(
    ("rights", "seen"),
    [
        (["view_eventrole"], ["World Congress"]),
        (["view_eventrole", "view_person"], ["TANAKA Hanako", "World Congress"]),
    ],
)
def test_facts_to_confirm_are_those_of_the_rights(
    client: Client, staff: User, rights: list[str], seen: list[str]
) -> None:
    staff.user_permissions.set(Permission.objects.filter(codename__in=rights))

    page = client.get(UNCONFIRMED).content.decode()

    facts = ["TANAKA Hanako", "World Congress"]
    assert [fact for fact in facts if fact in page] == seen
