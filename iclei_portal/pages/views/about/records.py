"""Pages of dated records: documents, and the fact sheet."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from iclei_portal.about.models import DatedFigure, Document
from iclei_portal.as_of import read_as_of
from iclei_portal.pages.contents.documents import documents_by_kind
from iclei_portal.pages.contents.facts import fact_sheet
from iclei_portal.pages.views.about.frame import part_page, untranslated


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """Show charters and strategies, those in force on a day and the others."""
    as_of = read_as_of(request)
    found = list(Document.objects.for_listing())
    context = {
        "kinds": documents_by_kind(found, as_of.day),
        "figures": DatedFigure.objects.nearest_to(as_of.day),
        "shown": bool(found),
        "untranslated": untranslated(found, "title", "changes"),
    }
    return part_page(request, "about/documents.html", as_of, context)


@require_safe
def facts(request: HttpRequest) -> HttpResponse:
    """Show the fact sheet: what was known on a day, and how it had changed."""
    as_of = read_as_of(request)
    figures = list(DatedFigure.objects.newest_first())
    sheet = fact_sheet(figures, as_of.day)
    context = {
        "sheet": sheet,
        "shown": bool(sheet.sections),
        "held": sheet.held,
        "untranslated": untranslated(figures, "label"),
        "later": sheet.later if as_of.chosen else None,
    }
    return part_page(request, "about/facts.html", as_of, context)
