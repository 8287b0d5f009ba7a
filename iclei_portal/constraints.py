"""Pieces of database constraints that several records share."""

from datetime import date

from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from iclei_portal.fiscal_year import FIRST_YEAR, LAST_YEAR


def exactly_one(*names: str) -> Q:
    """Return the condition that one of the nullable fields is set and no other."""
    condition = Q()
    for name in names:
        condition |= Q(
            **{f"{other}__isnull": other != name for other in names},
        )
    return condition


def known_fiscal_year(record: str) -> CheckConstraint:
    """Return the constraint that a record's fiscal year is one the pages know."""
    return CheckConstraint(
        condition=Q(fiscal_year__gte=FIRST_YEAR, fiscal_year__lte=LAST_YEAR),
        name=f"{record}_known_fiscal_year",
        violation_error_message=_("Fiscal year: a year from 1900 to 2099 is needed."),
    )


def known_days(record: str, first: str, last: str) -> CheckConstraint:
    """Return the constraint that two days, the second optional, are in known years."""
    return CheckConstraint(
        condition=Q(
            **{f"{first}__gte": date(FIRST_YEAR, 1, 1)},
            **{f"{first}__lte": date(LAST_YEAR, 12, 31)},
        )
        & (
            Q(**{f"{last}__isnull": True})
            | Q(**{f"{last}__lte": date(LAST_YEAR, 12, 31)})
        ),
        name=f"{record}_known_days",
        violation_error_message=_(
            "First day: a date in the years from 1900 to 2099 is needed."
        ),
    )


def bilingual_texts(
    record: str, *, required: tuple[str, ...] = (), optional: tuple[str, ...] = ()
) -> list[CheckConstraint]:
    """Return the constraints on a record's translated texts.

    Japanese is present in `required` texts; English, and either language of
    `optional` texts, is NULL where it is missing, never an empty string.
    """
    present = [
        CheckConstraint(
            condition=Q(**{f"{name}_ja__isnull": False}) & ~Q(**{f"{name}_ja": ""}),
            name=f"{record}_{name}_ja_present",
            violation_error_message=_("The Japanese text is missing."),
        )
        for name in required
    ]
    columns = [f"{name}_en" for name in required]
    columns += [f"{name}_{language}" for name in optional for language in ("ja", "en")]
    return present + [
        CheckConstraint(
            condition=~Q(**{column: ""}),
            name=f"{record}_{column}_not_empty",
            violation_error_message=_("A missing text is left out, not empty."),
        )
        for column in columns
    ]
