"""Addresses of the members app."""

from django.urls import path, re_path

from members import views
from members.feeds import MunicipalityFeed

app_name = "members"
urlpatterns = [
    path("", views.member_list, name="list"),
    re_path(r"^(?P<code>[0-9]{6})/$", views.by_code, name="by_code"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/feed.atom", MunicipalityFeed(), name="feed"),
]
