"""The secretariat brings pictures in and describes them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from iclei_portal.desk.admin import Fieldsets, RecordAdmin
from iclei_portal.pictures.actions import add_picture
from iclei_portal.pictures.forms import PictureForm
from iclei_portal.pictures.models import Picture

LIST_SIDE, FORM_SIDE = 96, 480
READ_ONLY = ("large", "size")
SAID = (
    ("alt_ja", "alt_en"),
    "decorative",
    ("credit_ja", "credit_en"),
    "taken_on",
    "on_home",
    "source",
)


@admin.register(Picture)
class PictureAdmin(RecordAdmin):
    """Pictures; the file of one is chosen once."""

    list_display = ("small", "alt", "alt_en", "credit", "taken_on")
    list_display_links = ("alt",)
    list_filter = ("decorative", "on_home")
    search_fields = ("alt_ja", "alt_en", "credit_ja", "credit_en", "source")
    date_hierarchy = "taken_on"

    def get_form(
        self,
        request: HttpRequest,
        obj: Picture | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> type[forms.ModelForm[Picture]]:
        """Ask for the file of a new picture."""
        if obj is None:
            kwargs["form"] = PictureForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(
        self, request: HttpRequest, obj: Model | None = None
    ) -> Fieldsets:
        """Begin with the picture."""
        shown = ("file",) if obj is None else READ_ONLY
        return [(None, {"fields": (*shown, *SAID)})]

    def get_readonly_fields(
        self, request: HttpRequest, obj: Picture | None = None
    ) -> tuple[str, ...]:
        """Show the file of a picture that is kept."""
        return () if obj is None else READ_ONLY

    def save_model(
        self, request: HttpRequest, obj: Picture, form: Any, change: bool
    ) -> None:
        """Keep the file of a new picture before the picture."""
        if change:
            super().save_model(request, obj, form, change)
        else:
            add_picture(picture=obj, encoded=form.cleaned_data["file"])

    @admin.display(description=_("picture"))
    def small(self, picture: Picture) -> str:
        """Show the picture in a list."""
        return self._shown(picture, LIST_SIDE)

    @admin.display(description=_("picture"))
    def large(self, picture: Picture) -> str:
        """Show the picture in its form."""
        return self._shown(picture, FORM_SIDE)

    @admin.display(description=_("size"))
    def size(self, picture: Picture) -> str:
        """Return the size that is kept."""
        return f"{picture.width} × {picture.height}"

    @staticmethod
    def _shown(picture: Picture, side: int) -> str:
        if not picture.is_on_disk:
            return gettext("The file is missing.")
        scale = min(1, side / max(picture.print_width, picture.print_height))
        return format_html(
            '<img src="{}" alt="" width="{}" height="{}" loading="lazy">',
            picture.get_absolute_url(),
            round(picture.print_width * scale),
            round(picture.print_height * scale),
        )
