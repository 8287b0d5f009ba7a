"""The admin site: Django's, and the list of facts to confirm."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import gettext_lazy as _

from iclei_portal.bilingual.typed import Typed, typed_texts
from iclei_portal.confirmation import Fact

_View = TypeVar("_View", bound=Callable[..., HttpResponseBase])

# What a fact may belong to, in the words of the records.
OWNERS = ("event", "initiative", "body")


class Desk(admin.AdminSite):
    """The secretariat's desk."""

    site_header = _("ICLEI Japan portal: secretariat")
    site_title = _("Secretariat")
    index_title = _("Records")
    index_template = "admin/desk.html"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Add the desk's own pages to Django's."""
        return [
            path("unconfirmed/", self.admin_view(self.unconfirmed), name="unconfirmed"),
            *super().get_urls(),
        ]

    def admin_view(self, view: _View, cacheable: bool = False) -> _View:
        """Show what was typed to a person who was logged out before sending it."""
        guarded = super().admin_view(view, cacheable)

        def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method == "POST" and request.user.is_anonymous:
                typed = list(typed_texts(request.POST))
                if typed:
                    return self.signed_out(request, typed)
            return guarded(request, *args, **kwargs)

        return cast("_View", update_wrapper(kept, guarded))

    def signed_out(self, request: HttpRequest, typed: list[Typed]) -> TemplateResponse:
        """Say that nothing was saved, and offer the log-in and what was typed."""
        log_in = f"{reverse('admin:login')}?{urlencode({'next': request.path})}"
        context = {"typed": typed, "log_in": log_in}
        response = TemplateResponse(
            request, "admin/signed_out.html", context, status=403
        )
        response["Cache-Control"] = "private, no-store"
        return response

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Show the records and how many facts wait to be confirmed."""
        waiting = sum(
            one.get_queryset(request).filter(confirmed=False).count()
            for one in self.of_facts(request)
        )
        return super().index(request, {**(extra_context or {}), "waiting": waiting})

    def of_facts(self, request: HttpRequest) -> list[admin.ModelAdmin[Any]]:
        """Return the admins of facts that the person may see."""
        return [
            self.get_model_admin(model)
            for model in apps.get_models()
            if issubclass(model, Fact)
            and self.is_registered(model)
            and self.get_model_admin(model).has_view_permission(request)
        ]

    def unconfirmed(self, request: HttpRequest) -> TemplateResponse:
        """List every fact that a person has still to confirm, by kind.

        Raises PermissionDenied for staff who may see no facts at all.
        """
        groups: list[tuple[Any, list[tuple[Fact, Any]]]] = []
        visible = self.of_facts(request)
        if not visible:
            raise PermissionDenied
        for model_admin in visible:
            model = model_admin.model
            related = [one.name for one in model._meta.fields if one.is_relation]
            owners = [name for name in OWNERS if name in related]
            records = [
                (fact, next((getattr(fact, name) for name in owners), None))
                for fact in model_admin.get_queryset(request)
                .filter(confirmed=False)
                .select_related(*related)
            ]
            if records:
                groups.append((model._meta, records))
        context = {
            **self.each_context(request),
            "title": _("Facts to confirm"),
            "groups": groups,
            "total": sum(len(records) for _options, records in groups),
        }
        return TemplateResponse(request, "admin/unconfirmed.html", context)
