"""Addresses of the home page, the pages about ICLEI, and the files for machines."""

from django.urls import path

from iclei_portal.pages.sitemaps import SECTIONS
from iclei_portal.pages.views import accessibility, components, home, machines
from iclei_portal.pages.views.about import bodies, places, records, texts

about_urls = [
    path("", texts.overview, name="overview"),
    path("benefits/", texts.benefits, name="benefits"),
    path("documents/", records.documents, name="documents"),
    path("councils/", bodies.councils, name="councils"),
    path("officers/", bodies.officers, name="officers"),
    path("offices/", places.offices, name="offices"),
    path("un/", texts.un, name="un"),
    path("history/", texts.history, name="history"),
    path("facts/", records.facts, name="facts"),
    path("contact/", places.contact, name="contact"),
]

machine_urls = [
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap_index, {"sections": SECTIONS}, name="sitemap"),
    path(
        "sitemap-<slug:section>.xml",
        machines.sitemap_section,
        {"sections": SECTIONS},
        name="sitemap-section",
    ),
    path(".well-known/security.txt", machines.security, name="security"),
]

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("accessibility/", accessibility.statement, name="accessibility"),
    path("components/", components.components, name="components"),
]
