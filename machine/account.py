"""The system user that the private servers and, for root, the portal run as."""

import os
import platform
import pwd
import stat
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from machine.refusal import Refusal

CANDIDATES = ("postgres", "nobody")
# A link in the last place is an error, and so is anything but a folder.
FOLDER_ITSELF = os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY


class Switch(TypedDict, total=False):
    """How `subprocess` starts a program as somebody else."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """The caller's own account, or an unprivileged one when the caller is root."""

    uid: int
    gid: int

    @classmethod
    def of_caller(cls) -> "Account":
        """Return the account that this process runs as."""
        return cls(os.geteuid(), os.getegid())

    @classmethod
    def for_servers(cls, state: Path) -> "Account":
        """Choose the account: PostgreSQL does not run as root.

        Root takes over the account that `state` already belongs to.
        """
        if os.geteuid() != 0:
            return cls.of_caller()
        if state.exists() and state.stat().st_uid != 0:
            return cls(state.stat().st_uid, state.stat().st_gid)
        for name in CANDIDATES:
            try:
                entry = pwd.getpwnam(name)
            except KeyError:
                continue
            return cls(entry.pw_uid, entry.pw_gid)
        raise Refusal(f"Root needs one of the users {', '.join(CANDIDATES)}.")

    @property
    def name(self) -> str:
        """The name that a person knows the account by."""
        try:
            return pwd.getpwuid(self.uid).pw_name
        except KeyError:
            return str(self.uid)

    @property
    def switch(self) -> Switch:
        """What starts a program as this account: nothing when it is the caller's."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command as this account, outside any folder it may not enter.

        The caller's environment stays behind: PGPORT and its like would
        change what the private servers do.
        """
        return subprocess.run(
            [str(part) for part in command],
            check=False,
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": encoding_locale()},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            **self.switch,
        )

    def may_write(self, folder: Path) -> bool:
        """Tell whether this account reaches the folder and may write there."""
        return self.run("test", "-w", folder).returncode == 0

    def open_folder(self, folder: Path) -> Path:
        """Make a folder that this account alone enters, or take the one it has.

        Others may write beside it, so only what was opened is changed.
        """
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700, parents=True)
        refusal = Refusal(f"{folder} belongs to another user: run as that, or move it.")
        try:
            opened = os.open(folder, FOLDER_ITSELF)
        except OSError:
            raise refusal from None
        try:
            if os.fstat(opened).st_uid not in {self.uid, os.geteuid()}:
                raise refusal
            os.fchown(opened, self.uid, self.gid)
            os.fchmod(opened, 0o700)
        finally:
            os.close(opened)
        return folder

    def take_over(self, folder: Path) -> None:
        """Become the owner of a folder and all in it, of no link and nothing linked."""
        for _, _, names, inside in os.fwalk(folder):
            os.fchown(inside, self.uid, self.gid)
            for name in names:
                with suppress(OSError):  # a link, or gone by now
                    self._take_over_file(name, inside)

    def _take_over_file(self, name: str, inside: int) -> None:
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        opened = os.open(name, flags, dir_fd=inside)
        try:
            found = os.fstat(opened)
            if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
                os.fchown(opened, self.uid, self.gid)
        finally:
            os.close(opened)


def encoding_locale() -> str:
    """Return the locale that is UTF-8 and there without any package."""
    return "C" if platform.system() == "Darwin" else "C.UTF-8"
