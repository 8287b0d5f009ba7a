"""Records of the initiatives app."""

from initiatives.models.cooperation import CommissionedProject, Cooperation
from initiatives.models.criteria import CriteriaVersion
from initiatives.models.initiative import Initiative, InitiativeFact, Participation
from initiatives.models.reporting import ReportingRound, RoundEntry

__all__ = [
    "CommissionedProject",
    "Cooperation",
    "CriteriaVersion",
    "Initiative",
    "InitiativeFact",
    "Participation",
    "ReportingRound",
    "RoundEntry",
]
