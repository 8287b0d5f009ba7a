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
]
