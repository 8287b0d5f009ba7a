"""Records of the members app."""

from members.models.body import BoardSeat, Body, PostHeld
from members.models.facts import MunicipalityDocument, Population
from members.models.membership import Headship, Membership
from members.models.municipality import Municipality
from members.models.office import Office
from members.models.organisation import Organisation, Party
from members.models.person import Person
from members.models.user import User

__all__ = [
    "BoardSeat",
    "Body",
    "Headship",
    "Membership",
    "Municipality",
    "MunicipalityDocument",
    "Office",
    "Organisation",
    "Party",
    "Person",
    "Population",
    "PostHeld",
    "User",
]
