"""Checks of single values."""

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def validate_zone(value: str) -> None:
    """Accept a name of the IANA time zone database. Raises ValidationError."""
    if value not in available_timezones():
        raise ValidationError(
            _("“%(zone)s” is not a time zone, such as Asia/Tokyo."),
            params={"zone": value},
        )
