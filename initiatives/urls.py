"""Addresses of the initiatives app."""

from django.urls import path

from initiatives import views

app_name = "initiatives"
urlpatterns = [
    path("", views.initiative_list, name="list"),
    # An initiative cannot have one of these words as its slug: see validators.py.
    path("matrix/", views.matrix_page, name="matrix"),
    path("networks/", views.network_list, name="networks"),
    path("cooperation/", views.cooperation_list, name="cooperations"),
    path("cooperation/<slug:slug>/", views.cooperation, name="cooperation"),
    path("<slug:slug>/", views.detail, name="detail"),
]
