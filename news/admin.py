"""The secretariat edits articles and publications."""

from django.contrib import admin

from iclei_portal.desk.admin import RecordAdmin
from news.models import Article, Publication


@admin.register(Article)
class ArticleAdmin(RecordAdmin):
    """Articles."""

    list_display = ("title", "title_en", "published_on", "kind", "state")
    list_filter = ("state", "kind")
    search_fields = ("title_ja", "title_en", "body_ja", "body_en", "slug")
    autocomplete_fields = ("picture", "municipalities")
    date_hierarchy = "published_on"


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    """Publications."""

    list_display = ("title", "title_en", "publisher", "fiscal_year")
    list_filter = ("fiscal_year",)
    list_select_related = ("publisher",)
    search_fields = ("title_ja", "title_en")
    autocomplete_fields = ("publisher",)
