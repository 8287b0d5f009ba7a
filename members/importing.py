"""Files of a data set that hold the members app's records."""

from iclei_portal.importing.sheet import Sheet
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

SHEETS = (
    Sheet("municipalities", Municipality),
    Sheet("populations", Population, key=("municipality", "as_of")),
    Sheet("municipality_documents", MunicipalityDocument, key=("municipality", "url")),
    Sheet("organisations", Organisation),
    Sheet("people", Person),
    Sheet("headships", Headship, key=("municipality", "person", "start")),
    Sheet(
        "memberships",
        Membership,
        key=("municipality", "person", "capacity_ja", "start"),
    ),
    Sheet("bodies", Body),
    Sheet("board_seats", BoardSeat, key=("body", "person", "role", "start")),
    Sheet("offices", Office),
    Sheet("posts_held", PostHeld),
)
