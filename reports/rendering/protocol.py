"""What a worker and its renderer say to each other about a document."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

LONGEST_REQUEST = 65_536
# How a child of the renderer ends.
DONE, FAULT, OUT_OF_MEMORY, ORPHANED, NOT_SAVED = 0, 1, 3, 4, 5


@dataclass(frozen=True)
class Request:
    """What to print, where to, with whose pictures, and how much it may take.

    Three files go with it: the document, which is the HTML and after it the data to
    attach; a socket to talk about it; and where complaints go.
    """

    target: str
    pictures: str
    html_bytes: int
    memory_bytes: int
    cpu_seconds: int

    def written(self) -> bytes:
        """Return the message to send."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def read(cls, message: bytes) -> Request:
        """Return the request in a message."""
        return cls(**json.loads(message))


@dataclass
class Heard:
    """What the renderer has said about a document so far.

    It says `page 3` of each page that it lays out, beginning with `page 0`, then
    `printed 28`, and `ended 0` when the child has ended with that status.
    """

    begun: bool = False
    page: int = 0
    printed: int = 0
    ended: int | None = None
    rest: bytes = b""

    def take(self, piece: bytes) -> None:
        """Add what came; its last line may be unfinished."""
        *lines, self.rest = (self.rest + piece).split(b"\n")
        for line in lines:
            word, number = line.decode().split()
            self.begun = True
            if word == "page":
                # Laying out begins again where the pages turn out to be others.
                self.page = max(self.page, int(number))
            elif word == "printed":
                self.printed = int(number)
            else:
                self.ended = int(number)
