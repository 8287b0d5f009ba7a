"""Makes records for tests; every value that a test does not name is plain."""

from tests.factories.about import (
    DatedFigureFactory,
    DocumentFactory,
    HistoryEntryFactory,
    StatementFactory,
)
from tests.factories.events import (
    EventFactory,
    EventOrganisationFactory,
    EventParticipantFactory,
    EventRoleFactory,
    SessionFactory,
    SessionHostFactory,
    SessionLinkFactory,
    SessionPartFactory,
)
from tests.factories.initiatives import (
    CommissionedProjectFactory,
    CooperationFactory,
    InitiativeFactFactory,
    InitiativeFactory,
    ParticipationFactory,
    ReportingRoundFactory,
    RoundEntryFactory,
)
from tests.factories.members import (
    BoardSeatFactory,
    BodyFactory,
    HeadshipFactory,
    MembershipFactory,
    MunicipalityFactory,
    OfficeFactory,
    OrganisationFactory,
    PersonFactory,
    PostHeldFactory,
    SpecialMembershipFactory,
    UserFactory,
)
from tests.factories.news import ArticleFactory, PublicationFactory
from tests.factories.pictures import PictureFactory
from tests.factories.reports import (
    AnnualReportFactory,
    RenderJobFactory,
    SectionTextFactory,
    allow_findings,
)

__all__ = [
    "AnnualReportFactory",
    "ArticleFactory",
    "BoardSeatFactory",
    "BodyFactory",
    "CommissionedProjectFactory",
    "CooperationFactory",
    "DatedFigureFactory",
    "DocumentFactory",
    "EventFactory",
    "EventOrganisationFactory",
    "EventParticipantFactory",
    "EventRoleFactory",
    "HeadshipFactory",
    "HistoryEntryFactory",
    "InitiativeFactFactory",
    "InitiativeFactory",
    "MembershipFactory",
    "MunicipalityFactory",
    "OfficeFactory",
    "OrganisationFactory",
    "ParticipationFactory",
    "PersonFactory",
    "PictureFactory",
    "PostHeldFactory",
    "PublicationFactory",
    "RenderJobFactory",
    "ReportingRoundFactory",
    "RoundEntryFactory",
    "SectionTextFactory",
    "SessionFactory",
    "SessionHostFactory",
    "SessionLinkFactory",
    "SessionPartFactory",
    "SpecialMembershipFactory",
    "StatementFactory",
    "UserFactory",
    "allow_findings",
]
