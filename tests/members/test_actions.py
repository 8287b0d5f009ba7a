import pytest

from members.actions import make_first_staff_account
from members.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_first_account_has_every_right_and_the_password_told() -> None:
    told = make_first_staff_account()

    account = User.objects.get()
    assert told is not None
    assert (account.email, account.check_password(told.password)) == (told.email, True)
    assert (account.is_staff, account.is_superuser) == (True, True)
    assert len(told.password) == 20


def test_password_differs_from_portal_to_portal() -> None:
    first = make_first_staff_account()
    User.objects.all().delete()
    second = make_first_staff_account()

    assert first is not None
    assert second is not None
    assert first.password != second.password


def test_account_of_anybody_is_enough() -> None:
    UserFactory(email="officer@example.org")

    assert make_first_staff_account() is None
    assert [user.email for user in User.objects.all()] == ["officer@example.org"]
