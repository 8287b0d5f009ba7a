"""Checks of texts that print figures."""

import re

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# A figure stands in a text as {its-key}.
REFERENCE = re.compile(r"\{([a-z0-9-]+)\}")


def validate_references(text: str) -> None:
    """Accept a text whose {keys} all name a dated figure. Raises ValidationError."""
    wanted = set(REFERENCE.findall(text))
    if not wanted:
        return
    figures = apps.get_model("about", "DatedFigure")._default_manager
    known = figures.filter(key__in=wanted).values_list("key", flat=True)
    unknown = sorted(wanted.difference(known))
    if unknown:
        raise ValidationError(
            _("There is no dated figure with the key %(keys)s."),
            params={"keys": ", ".join(unknown)},
        )
