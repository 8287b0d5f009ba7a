"""What a reader asks for in an address, understood or refused with a sentence."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

_Row = TypeVar("_Row", bound=Model)

PAGE = "page"
# As much of what was asked for as a refusal repeats.
LONGEST = 60


class NotUnderstood(BadRequest):
    """The reader asked for something that is not there; the sentence is for them."""


class ShortRefusals(logging.Filter):
    """Logs what a reader mistyped in one line: it is no fault of the portal."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take the trace from the record, and keep it."""
        if record.exc_info and isinstance(record.exc_info[1], NotUnderstood):
            record.exc_info = None
        return True


def asked_text(request: HttpRequest, name: str) -> str:
    """Return what the address says in a field, without blanks around it."""
    return request.GET.get(name, "").strip()


def repeated(asked: str) -> str:
    """Return what was asked for as a sentence can repeat it: short, nothing unseen.

    A sign that is not seen could turn the sentence around.
    """
    seen = "".join(sign for sign in asked if sign.isprintable())
    return seen if len(seen) <= LONGEST else f"{seen[:LONGEST]}…"


def asked_choice(
    request: HttpRequest, name: str, label: str, choices: Iterable[str]
) -> str:
    """Return the choice asked for, empty where none is.

    Raises NotUnderstood where it is not one of the choices; `label` is the name of
    the field on the page.
    """
    asked = asked_text(request, name)
    if asked and asked not in choices:
        raise NotUnderstood(
            # Translators: the last field is its name in the address.
            _("“%(asked)s” is not a choice of the field “%(label)s” (%(name)s).")
            % {"asked": repeated(asked), "label": label, "name": name}
        )
    return asked


def asked_page(
    request: HttpRequest, rows: QuerySet[_Row] | Sequence[_Row], size: int
) -> Page[_Row]:
    """Return the page of a list that is asked for, the first one by default.

    Raises NotUnderstood where it is no number, Http404 where the list is shorter.
    """
    asked = asked_text(request, PAGE) or "1"
    try:
        return Paginator(rows, size).page(asked)
    except PageNotAnInteger as error:
        raise NotUnderstood(
            _("“%(asked)s” is not the number of a page (page).")
            % {"asked": repeated(asked)}
        ) from error
    except EmptyPage as error:
        raise Http404 from error
