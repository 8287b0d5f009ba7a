"""Which texts of the members app stand in two languages, and its history."""

from modeltranslation.translator import TranslationOptions, register

from iclei_portal.bilingual.history import keep_history
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
)


@register(Municipality)
class MunicipalityTranslation(TranslationOptions):
    """Name and profile."""

    fields = ("name", "profile")
    required_languages = {"ja": ("name",)}
    empty_values = None


@register(MunicipalityDocument)
class MunicipalityDocumentTranslation(TranslationOptions):
    """Title."""

    fields = ("title",)
    required_languages = ("ja",)
    empty_values = None


@register(Organisation)
class OrganisationTranslation(TranslationOptions):
    """Name."""

    fields = ("name",)
    required_languages = ("ja",)
    empty_values = None


@register(Person)
class PersonTranslation(TranslationOptions):
    """The name in Japanese and in Latin letters."""

    fields = ("family_name", "given_name")
    empty_values = None


@register(Membership)
class MembershipTranslation(TranslationOptions):
    """The capacity of a special member."""

    fields = ("capacity",)
    empty_values = None


@register(Body)
class BodyTranslation(TranslationOptions):
    """Name and text."""

    fields = ("name", "text")
    required_languages = {"ja": ("name",)}
    empty_values = None


@register(BoardSeat)
class BoardSeatTranslation(TranslationOptions):
    """The post held meanwhile, and the portfolio."""

    fields = ("post", "portfolio")
    empty_values = None


@register(PostHeld)
class PostHeldTranslation(TranslationOptions):
    """Title."""

    fields = ("title",)
    required_languages = ("ja",)
    empty_values = None


@register(Office)
class OfficeTranslation(TranslationOptions):
    """Name, city and address."""

    fields = ("name", "city", "address")
    required_languages = {"ja": ("name", "city")}
    empty_values = None


for record in (
    Municipality,
    Population,
    MunicipalityDocument,
    Organisation,
    Person,
    Headship,
    Membership,
    Body,
    BoardSeat,
    PostHeld,
    Office,
):
    keep_history(record)
