"""Addresses of the events app."""

from django.urls import path, register_converter

from events import views
from iclei_portal.fiscal_year import FiscalYearConverter

register_converter(FiscalYearConverter, "fiscal_year")

app_name = "events"
urlpatterns = [
    path("", views.newest_year, name="list"),
    path("<fiscal_year:year>/", views.year, name="year"),
    path("<fiscal_year:year>/meetings/", views.meetings, name="meetings"),
    path("<fiscal_year:year>/cafe/", views.cafe, name="cafe"),
    path("<fiscal_year:year>/<int:month>/", views.month, name="month"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/programme/", views.programme, name="programme"),
]
