"""Addresses of pictures."""

from django.urls import re_path

from iclei_portal.pictures import views

app_name = "pictures"
urlpatterns = [
    re_path(r"^(?P<digest>[0-9a-f]{64})\.jpg\Z", views.file, name="file"),
]

# The same for readers of every language, outside the language paths.
rendition_urls = [
    re_path(
        r"^(?P<digest>[0-9a-f]{64})-(?P<width>[1-9][0-9]{0,3})"
        r"\.(?P<suffix>avif|webp|jpg)\Z",
        views.rendition,
        name="file",
    ),
]
