"""What is done to the members app's records."""

from __future__ import annotations

import secrets
from typing import NamedTuple

from django.db import transaction

from members.models import User

FIRST_ACCOUNT = "staff@example.org"
PASSWORD_BYTES = 15


class NewAccount(NamedTuple):
    """An account just made; the password is known only here."""

    email: str
    password: str


@transaction.atomic
def make_first_staff_account() -> NewAccount | None:
    """Make the first secretariat account with a random password.

    Returns None where there is an account already.
    """
    if User.objects.exists():
        return None
    account = NewAccount(FIRST_ACCOUNT, secrets.token_urlsafe(PASSWORD_BYTES))
    User.objects.create_superuser(account.email, account.password)
    return account
