"""Addresses of pictures."""

from django.urls import re_path

from iclei_portal.pictures import views

app_name = "pictures"
urlpatterns = [
    re_path(r"^(?P<digest>[0-9a-f]{64})\.jpg$", views.file, name="file"),
]
