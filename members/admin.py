"""The secretariat edits municipalities, people, bodies and offices."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from iclei_portal.desk.admin import (
    PlainRecordAdmin,
    PlainRowInline,
    RecordAdmin,
    RecordInline,
    RowInline,
)
from members.models import (
    BoardSeat,
    Body,
    Headship,
    Membership,
    Municipality,
    MunicipalityDocument,
    Office,
    Organisation,
    Person,
    Population,
    PostHeld,
    User,
)

PARTY_SEARCH = (
    "municipality__name_ja",
    "municipality__name_en",
    "municipality__name_kana",
    "municipality__code",
)
PERSON_SEARCH = (
    "person__family_name_ja",
    "person__given_name_ja",
    "person__family_name_kana",
    "person__given_name_kana",
    "person__family_name_en",
    "person__given_name_en",
)


class HeadshipInline(PlainRowInline):
    """The heads of a municipality over time."""

    model = Headship
    autocomplete_fields = ("person",)


class MembershipInline(RecordInline):
    """The memberships of a municipality over time."""

    model = Membership
    autocomplete_fields = ("person",)


class PopulationInline(PlainRowInline):
    """The population of a municipality over time."""

    model = Population


class DocumentInline(RowInline):
    """The documents of a municipality."""

    model = MunicipalityDocument


class BoardSeatInline(RecordInline):
    """The seats of a body."""

    model = BoardSeat
    autocomplete_fields = ("person",)


@admin.register(Municipality)
class MunicipalityAdmin(RecordAdmin):
    """Municipalities with their heads and memberships."""

    list_display = ("name", "name_kana", "name_en", "code", "kind")
    list_filter = ("kind", "country")
    search_fields = ("name_ja", "name_en", "name_kana", "code", "slug")
    autocomplete_fields = ("picture",)
    inlines = (HeadshipInline, MembershipInline, PopulationInline, DocumentInline)


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    """Partner organisations."""

    list_display = ("name", "name_en", "abbreviation", "kind")
    list_filter = ("kind",)
    search_fields = ("name_ja", "name_en", "name_kana", "abbreviation", "slug")


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    """Persons in office."""

    list_display = ("name", "latin_name", "family_name_kana", "confirmed")
    search_fields = tuple(name.removeprefix("person__") for name in PERSON_SEARCH)
    autocomplete_fields = ("portrait",)

    @admin.display(description=_("name in Latin letters"), ordering="family_name_en")
    def latin_name(self, person: Person) -> str:
        """Return the name as English pages print it."""
        return person.name_in("en")


@admin.register(Headship)
class HeadshipAdmin(PlainRecordAdmin):
    """Heads of municipalities."""

    list_display = ("municipality", "person", "period", "attested_on")
    list_select_related = ("municipality", "person")
    search_fields = (*PARTY_SEARCH, *PERSON_SEARCH)
    autocomplete_fields = ("municipality", "person")


@admin.register(Membership)
class MembershipAdmin(RecordAdmin):
    """Memberships."""

    list_display = ("__str__", "category", "capacity", "period", "attested_on")
    list_filter = ("category",)
    list_select_related = ("municipality", "person")
    search_fields = (*PARTY_SEARCH, *PERSON_SEARCH)
    autocomplete_fields = ("municipality", "person")


@admin.register(Body)
class BodyAdmin(RecordAdmin):
    """Boards and councils with their seats."""

    list_display = ("name", "name_en", "order")
    search_fields = ("name_ja", "name_en", "slug")
    inlines = (BoardSeatInline,)


@admin.register(BoardSeat)
class BoardSeatAdmin(RecordAdmin):
    """Seats in bodies."""

    list_display = ("person", "role", "body", "post", "period", "confirmed")
    list_filter = ("body", "role")
    list_select_related = ("person", "body")
    search_fields = (*PERSON_SEARCH, "post_ja", "post_en")
    autocomplete_fields = ("person", "body")


@admin.register(PostHeld)
class PostHeldAdmin(RecordAdmin):
    """Posts that ICLEI Japan holds."""

    list_display = ("title", "title_en", "organisation", "period")
    list_select_related = ("organisation",)
    search_fields = ("title_ja", "title_en")
    autocomplete_fields = ("organisation", "municipality")


@admin.register(Office)
class OfficeAdmin(RecordAdmin):
    """ICLEI's offices."""

    list_display = ("name", "name_en", "city", "country", "period")
    list_filter = ("kind",)
    search_fields = ("name_ja", "name_en", "city_ja", "city_en")


@admin.register(User)
class AccountAdmin(UserAdmin[User]):
    """Accounts, which log in by e-mail address."""

    ordering = ("email",)
    list_display = ("email", "first_name", "last_name", "is_staff", "is_active")
    search_fields = ("email", "first_name", "last_name")
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        (_("Name"), {"fields": ("last_name", "first_name")}),
        (
            _("Rights"),
            {"fields": ("is_active", "is_staff", "is_superuser", "groups")},
        ),
    )
    add_fieldsets = (
        (
            None,
            {"fields": ("email", "usable_password", "password1", "password2")},
        ),
    )
