"""The addresses of the portal; the language is the first part of the path."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from iclei_portal.pages.urls import about_urls, machine_urls
from iclei_portal.pages.views.home import choose_language
from iclei_portal.pictures.urls import rendition_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", choose_language),
    path("", include((machine_urls, "machines"))),
    path("pictures/", include((rendition_urls, "renditions"))),
    *i18n_patterns(
        path("", include("iclei_portal.pages.urls")),
        path("about/", include((about_urls, "about"))),
        path("members/", include("members.urls")),
        path("initiatives/", include("initiatives.urls")),
        path("events/", include("events.urls")),
        path("news/", include("news.urls")),
        path("reports/", include("reports.urls")),
        path("pictures/", include("iclei_portal.pictures.urls")),
        path("admin/", admin.site.urls),
    ),
]

handler400 = "iclei_portal.pages.views.errors.bad_request"
handler403 = "iclei_portal.pages.views.errors.forbidden"
handler404 = "iclei_portal.pages.views.errors.not_found"
handler500 = "iclei_portal.pages.views.errors.server_error"
handler429 = "iclei_portal.pages.views.errors.too_many_requests"
