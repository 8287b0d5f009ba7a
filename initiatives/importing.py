"""Files of a data set that hold the initiatives app's records."""

from iclei_portal.importing.sheet import Sheet
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

SHEETS = (
    Sheet("initiatives", Initiative),
    Sheet("initiative_facts", InitiativeFact, key=("initiative", "order")),
    Sheet("criteria_versions", CriteriaVersion, key=("initiative", "version")),
    Sheet(
        "participations",
        Participation,
        key=("initiative", "municipality", "organisation", "role", "start"),
    ),
    Sheet("reporting_rounds", ReportingRound),
    Sheet("round_entries", RoundEntry, key=("round", "municipality")),
    Sheet("cooperations", Cooperation),
    Sheet("commissioned_projects", CommissionedProject),
)
