"""What the pages of the initiatives app show, read from the records."""

from initiatives.contents.detail import (
    DatedFact,
    Version,
    counts_of,
    dated_facts,
    day_shown,
    rounds_until,
    versions,
)
from initiatives.contents.listing import Listing, listing
from initiatives.contents.matrix import Matrix, matrix
from initiatives.contents.networks import Network, networks
from initiatives.contents.taking_part import (
    Audience,
    Group,
    TakingPart,
    member_keys,
    taking_part,
)

__all__ = [
    "Audience",
    "DatedFact",
    "Group",
    "Listing",
    "Matrix",
    "Network",
    "TakingPart",
    "Version",
    "counts_of",
    "dated_facts",
    "day_shown",
    "listing",
    "matrix",
    "member_keys",
    "networks",
    "rounds_until",
    "taking_part",
    "versions",
]
