"""Addresses of the initiatives app."""

from django.urls import path

from initiatives import views

app_name = "initiatives"
urlpatterns = [
    path("", views.initiative_list, name="list"),
    path("<slug:slug>/", views.detail, name="detail"),
]
