"""Records of the members app."""

from datetime import date

from factory.declarations import Sequence, SubFactory
from factory.django import DjangoModelFactory

from members.choices import Category, Kind, OfficeKind, OrganisationKind, Role
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
from members.validators import check_digit
from tests.factories.periods import SINCE_FY2021

PREFECTURES = 47


def municipality_code(number: int) -> str:
    """Return a municipality code with the right check digit."""
    first = f"{number % PREFECTURES + 1:02d}{number % 1000:03d}"
    return first + check_digit(first)


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    email = Sequence(lambda n: f"user{n}@example.org")


class MunicipalityFactory(DjangoModelFactory[Municipality]):
    class Meta:
        model = Municipality

    slug = Sequence(lambda n: f"town-{n}")
    code = Sequence(municipality_code)
    kind = Kind.CITY
    name_ja = Sequence(lambda n: f"第{n}市")
    name_en = Sequence(lambda n: f"City {n}")
    name_kana = "あいうえおし"


class PopulationFactory(DjangoModelFactory[Population]):
    class Meta:
        model = Population

    municipality = SubFactory(MunicipalityFactory)
    value = 1_400_000
    as_of = date(2020, 10, 1)
    source = "国勢調査"


class MunicipalityDocumentFactory(DjangoModelFactory[MunicipalityDocument]):
    class Meta:
        model = MunicipalityDocument

    municipality = SubFactory(MunicipalityFactory)
    title_ja = "計画"
    title_en = "Plan"
    url = Sequence(lambda n: f"https://example.org/documents/{n}.pdf")


class OrganisationFactory(DjangoModelFactory[Organisation]):
    class Meta:
        model = Organisation

    slug = Sequence(lambda n: f"organisation-{n}")
    name_ja = Sequence(lambda n: f"団体{n}")
    name_en = Sequence(lambda n: f"Organisation {n}")
    kind = OrganisationKind.NPO


class PersonFactory(DjangoModelFactory[Person]):
    class Meta:
        model = Person

    slug = Sequence(lambda n: f"person-{n}")
    family_name_ja = "山田"
    given_name_ja = "花子"
    family_name_en = "Yamada"
    given_name_en = "Hanako"


class HeadshipFactory(DjangoModelFactory[Headship]):
    class Meta:
        model = Headship

    municipality = SubFactory(MunicipalityFactory)
    person = SubFactory(PersonFactory)
    valid = SINCE_FY2021


class MembershipFactory(DjangoModelFactory[Membership]):
    class Meta:
        model = Membership

    municipality = SubFactory(MunicipalityFactory)
    category = Category.FULL
    valid = SINCE_FY2021


class SpecialMembershipFactory(MembershipFactory):
    municipality = None
    person = SubFactory(PersonFactory)
    category = Category.SPECIAL
    capacity_ja = "顧問"
    capacity_en = "Adviser"


class BodyFactory(DjangoModelFactory[Body]):
    class Meta:
        model = Body

    slug = Sequence(lambda n: f"body-{n}")
    name_ja = "理事会"
    name_en = "Board"


class BoardSeatFactory(DjangoModelFactory[BoardSeat]):
    class Meta:
        model = BoardSeat

    body = SubFactory(BodyFactory)
    person = SubFactory(PersonFactory)
    role = Role.DIRECTOR
    order = Sequence(lambda n: n % 1000)
    valid = SINCE_FY2021


class PostHeldFactory(DjangoModelFactory[PostHeld]):
    class Meta:
        model = PostHeld

    slug = Sequence(lambda n: f"post-{n}")
    organisation = SubFactory(OrganisationFactory)
    title_ja = "委員"
    title_en = "Member"
    valid = SINCE_FY2021


class OfficeFactory(DjangoModelFactory[Office]):
    class Meta:
        model = Office

    slug = Sequence(lambda n: f"office-{n}")
    kind = OfficeKind.OFFICE
    name_ja = "事務所"
    name_en = "Office"
    city_ja = "ボン"
    city_en = "Bonn"
    country = "DE"
    valid = SINCE_FY2021
