"""The folders of one pair of private servers, and who uses them now."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from machine.account import Account
from machine.refusal import Refusal

# Socket paths may have 103 bytes at most, so sockets do not lie in the project.
SOCKETS = Path("/tmp")  # noqa: S108 - a folder of mode 0700 and of our own in it
# Where the state goes when the servers' account cannot reach the project.
ELSEWHERE = Path("/var/tmp")  # noqa: S108 - likewise


@dataclass(frozen=True)
class Home:
    """Where one PostgreSQL and one Redis keep their data and their sockets."""

    state: Path
    sockets: Path
    account: Account

    @classmethod
    def at(cls, state: Path) -> "Home":
        """Open the home of the servers whose data belong in `state`.

        Root's own folders are often closed to the servers' account: then the
        data lie under /var/tmp, in a folder named after the wanted place.
        """
        account = Account.for_servers(state)
        whose = f"{account.uid} {state}".encode()
        name = f"iclei-portal-{hashlib.sha256(whose).hexdigest()[:12]}"
        account.open_folder(state)
        if not account.may_write(state):
            state = account.open_folder(ELSEWHERE / name)
        return cls(state, account.open_folder(SOCKETS / name), account)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others from starting or stopping the servers while the block lasts."""
        with self._lock("turn.lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def join(self) -> "Use":
        """Count the caller among the users of the servers until the use is left."""
        use = Use(self._lock("users.lock"))
        fcntl.flock(use.lock, fcntl.LOCK_SH)
        return use

    def _lock(self, name: str) -> IO[bytes]:
        """Open a lock; what a link in its place points to stays as it is."""
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        try:
            return os.fdopen(os.open(self.state / name, flags, 0o600), "rb")
        except OSError as error:
            raise Refusal(
                f"{self.state / name} cannot be opened ({error.strerror}): remove it."
            ) from error


@dataclass(frozen=True)
class Use:
    """One user's hold on a home; the system drops it when the process dies."""

    lock: IO[bytes]

    def leave(self) -> bool:
        """End the use, and tell whether it was the last one."""
        with self.lock:
            try:
                fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True
