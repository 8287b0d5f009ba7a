"""The addresses of the annual reports."""

from __future__ import annotations

from django.urls import path

from reports import views

app_name = "reports"

urlpatterns = [
    path("", views.report_list, name="list"),
    path("<int:fiscal_year>/", views.report_page, name="detail"),
    path(
        "<int:fiscal_year>/iclei-japan-annual-report-<int:named_year>-<slug:language>.pdf",
        views.download,
        name="download",
    ),
    path("<int:fiscal_year>/corrections/", views.corrections_page, name="corrections"),
    path("<int:fiscal_year>/pictures/<slug:digest>.jpg", views.picture, name="picture"),
    path("<int:fiscal_year>/<slug:key>/", views.chapter_page, name="chapter"),
    path("<int:fiscal_year>/<slug:key>/<slug:slug>/", views.event_page, name="event"),
]
