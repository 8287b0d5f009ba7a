"""Checks of a report's texts."""

from django.core.validators import MaxLengthValidator

# Some fifteen printed pages; what is longer is no section of a report.
LONGEST_TEXT = 20_000

validate_length = MaxLengthValidator(LONGEST_TEXT)
