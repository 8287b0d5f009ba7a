"""Addresses of the home page and the pages about ICLEI."""

from django.urls import path

from iclei_portal.pages.views import about, home

about_urls = [
    path("", about.overview, name="overview"),
    path("benefits/", about.benefits, name="benefits"),
    path("officers/", about.officers, name="officers"),
    path("councils/", about.councils, name="councils"),
    path("offices/", about.offices, name="offices"),
    path("history/", about.history, name="history"),
]

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
]
