"""Records of the initiatives app."""

from factory.declarations import Sequence, SubFactory
from factory.django import DjangoModelFactory

from initiatives.choices import Kind, Scope
from initiatives.models import (
    CommissionedProject,
    Cooperation,
    CriteriaVersion,
    Initiative,
    InitiativeFact,
    Participation,
    ReportingRound,
    RoundEntry,
)
from tests.factories.members import MunicipalityFactory, OrganisationFactory
from tests.factories.periods import SINCE_FY2021


class InitiativeFactory(DjangoModelFactory[Initiative]):
    class Meta:
        model = Initiative

    slug = Sequence(lambda n: f"initiative-{n}")
    name_ja = Sequence(lambda n: f"取組{n}")
    name_en = Sequence(lambda n: f"Initiative {n}")
    kind = Kind.NETWORK
    valid = SINCE_FY2021


class InitiativeFactFactory(DjangoModelFactory[InitiativeFact]):
    class Meta:
        model = InitiativeFact

    initiative = SubFactory(InitiativeFactory)
    text_ja = "事実"
    text_en = "Fact"
    order = Sequence(lambda n: 100 + n % 900)


class CriteriaVersionFactory(DjangoModelFactory[CriteriaVersion]):
    class Meta:
        model = CriteriaVersion

    initiative = SubFactory(InitiativeFactory)
    version = Sequence(str)
    text_ja = "要件"
    text_en = "Criteria"
    valid = SINCE_FY2021


class ParticipationFactory(DjangoModelFactory[Participation]):
    class Meta:
        model = Participation

    initiative = SubFactory(InitiativeFactory)
    municipality = SubFactory(MunicipalityFactory)
    valid = SINCE_FY2021


class ReportingRoundFactory(DjangoModelFactory[ReportingRound]):
    class Meta:
        model = ReportingRound

    slug = Sequence(lambda n: f"round-{n}")
    initiative = SubFactory(InitiativeFactory)
    year = 2021


class RoundEntryFactory(DjangoModelFactory[RoundEntry]):
    class Meta:
        model = RoundEntry

    round = SubFactory(ReportingRoundFactory)
    municipality = SubFactory(MunicipalityFactory)


class CooperationFactory(DjangoModelFactory[Cooperation]):
    class Meta:
        model = Cooperation
        skip_postgeneration_save = True

    slug = Sequence(lambda n: f"cooperation-{n}")
    fiscal_year = 2021
    scope = Scope.DOMESTIC
    title_ja = "連携"
    title_en = "Cooperation"
    text_ja = "内容"
    text_en = "Text"


class CommissionedProjectFactory(DjangoModelFactory[CommissionedProject]):
    class Meta:
        model = CommissionedProject

    slug = Sequence(lambda n: f"project-{n}")
    fiscal_year = 2021
    title_ja = "事業"
    title_en = "Project"
    client = SubFactory(OrganisationFactory)
