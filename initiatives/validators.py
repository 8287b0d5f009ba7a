"""Checks of single values."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Pages that stand beside those of the initiatives, in the same place of the address.
PAGES = ("matrix", "networks", "cooperation")


def validate_initiative_slug(slug: str) -> None:
    """Accept a slug that hides no other page. Raises ValidationError."""
    if slug in PAGES:
        raise ValidationError(
            _("“%(slug)s” is the address of another page; choose another slug."),
            params={"slug": slug},
        )
