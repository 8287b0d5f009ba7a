"""The pages of the desk for one chapter: its texts and its previews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from iclei_portal.bilingual.texts import active_language
from reports.admin.desk import CHAPTER_TITLES, DeskPages, desk_page
from reports.choices import Language, sections_of
from reports.contents.places import item_named
from reports.contents.snapshots import current_editions
from reports.forms import SectionTextForm, save_texts
from reports.rendering.html import WEB, chapter_html, item_html

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

# An edition of one language; a chapter is looked at in one of them.
LANGUAGES = dict(Language.choices[:2])


class ChapterPages(DeskPages):
    """The pages of the desk, and those of its chapters."""

    def desk_urls(self) -> list[URLPattern]:
        """Return the addresses of the pages."""
        preview = "preview/<slug:key>/<str:language>/"
        pages = (
            ("texts/<slug:key>/", self.texts, "texts"),
            (preview, self.preview, "preview"),
            (f"{preview}<slug:slug>/", self.preview, "preview_event"),
            ("pages/<slug:key>/<str:language>/", self.chapter_pages, "pages"),
        )
        return [*super().desk_urls(), *(self.desk_url(*page) for page in pages)]

    def texts(self, request: HttpRequest, report_id: int, key: str) -> HttpResponse:
        """Edit the texts of a chapter in both languages side by side."""
        report = self._report(request, report_id)
        if key not in CHAPTER_TITLES:
            raise Http404
        if request.method != "POST":
            forms = [SectionTextForm(report, each) for each in sections_of(key)]
        elif not self.has_change_permission(request):
            raise PermissionDenied
        else:
            forms = save_texts(report, key, request.POST)
            if all(form.is_valid() for form in forms):
                messages.success(request, _("The texts are saved."))
                if "preview" not in request.POST:
                    return desk_page(report.pk)
                return HttpResponseRedirect(
                    reverse(
                        "admin:reports_annualreport_preview",
                        args=[report.pk, key, active_language()],
                    )
                )
        return self._page(
            request,
            "admin/reports/annualreport/texts.html",
            report,
            key=key,
            name=CHAPTER_TITLES[key],
            forms=forms,
            faults=sum(
                len(errors) for form in forms for errors in form.errors.values()
            ),
            languages=LANGUAGES,
        )

    def preview(
        self,
        request: HttpRequest,
        report_id: int,
        key: str,
        language: str,
        slug: str = "",
    ) -> HttpResponse:
        """Show a chapter, or one of its events, as the records are now."""
        report = self._report(request, report_id)
        if language not in LANGUAGES or key not in CHAPTER_TITLES:
            raise Http404
        edition = current_editions(report)[language]
        chapter = edition.chapter(key)
        item = item_named(chapter.contents, slug) if slug else None
        if slug and item is None:
            raise Http404
        html = (
            item_html(edition, item)
            if item
            else chapter_html(edition, chapter, medium=WEB)
        )
        with override(language):
            name = str(CHAPTER_TITLES[key])
        return self._page(
            request,
            "admin/reports/annualreport/preview.html",
            report,
            chapter=chapter,
            item=item,
            name=name,
            language_shown=language,
            languages=LANGUAGES,
            html=html,
        )

    def chapter_pages(
        self, request: HttpRequest, report_id: int, key: str, language: str
    ) -> HttpResponse:
        """Ask for the PDF pages of a chapter as the records are now."""
        if key not in CHAPTER_TITLES or language not in LANGUAGES:
            raise Http404
        return self._asked(request, report_id, language, key)
