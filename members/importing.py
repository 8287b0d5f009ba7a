"""Files of a data set that hold the members app's records."""

from iclei_portal.importing.sheet import Sheet
from members.models import (
    BoardSeat,
    Body,
    Headship,
    Membership,
    Municipality,
    Office,
    Organisation,
    Person,
    PostHeld,
)

SHEETS = (
    Sheet("municipalities", Municipality),
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
