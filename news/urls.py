"""Addresses of the news app."""

from django.urls import path

from news import views

app_name = "news"
urlpatterns = [
    path("", views.article_list, name="list"),
    path("<slug:slug>/", views.detail, name="detail"),
]
