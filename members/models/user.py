"""Accounts of staff and officers."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes accounts that log in by e-mail address."""

    def create_user(
        self, email: str, password: str | None = None, **values: Any
    ) -> User:
        """Make an account; without a password nobody can log in to it yet."""
        user = self.model(email=self.normalize_email(email), **values)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **values: Any
    ) -> User:
        """Make a secretariat account with every right."""
        return self.create_user(
            email, password, is_staff=True, is_superuser=True, **values
        )


class User(AbstractUser):
    """A person who logs in, by e-mail address."""

    username = None
    email = models.EmailField(_("e-mail"), unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.get_full_name() or self.email
