"""Who runs the portal's own programs, and with which variables."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from machine.account import Account
from machine.places import LOCAL, PORTAL_STATE, ROOT, VENV
from machine.variables import data_folder

SCHEDULE = LOCAL / "beat" / "schedule"
HOME = LOCAL / "home"
# Names the first file or folder among its arguments that it cannot read.
READ_ALL = """
import os, sys
def stop(error):
    sys.exit(error.filename)
for top in sys.argv[1:]:
    for folder, folders, names in os.walk(top, onerror=stop):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for path in (os.path.join(folder, name) for name in names):
            if not os.path.islink(path) and not os.access(path, os.R_OK):
                sys.exit(path)
"""


@dataclass(frozen=True)
class Role:
    """An account and the variables that its programs read."""

    account: Account
    variables: dict[str, str]

    @classmethod
    def of_caller(cls, variables: dict[str, str]) -> "Role":
        """Return the role of programs that run as whoever started this one."""
        return cls(Account.of_caller(), variables)

    @classmethod
    def for_portal(cls, variables: dict[str, str]) -> "Role":
        """Choose who runs the portal: for root the servers' account, if it can.

        The folders that the portal writes to are then that account's, but for one
        that a person made and named: it may hold anything.
        """
        caller, account = Account.of_caller(), Account.for_servers(PORTAL_STATE)
        data = Path(variables["DATA_DIR"]).absolute()
        own = [SCHEDULE.parent, data] if is_own(data) else [SCHEDULE.parent]
        for folder in (*own, data):
            folder.mkdir(parents=True, exist_ok=True)
        if account == caller:
            return cls(caller, variables)
        lack = unreadable(account) or unwritable(account, own, data)
        if lack:
            print(f"The portal runs as root: {account.name} cannot {lack}.", flush=True)
            return cls(caller, variables)
        return cls(account, variables_of(account, variables))

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """Lend a folder where this role's programs may write."""
        with tempfile.TemporaryDirectory(dir=data_folder(self.variables)) as folder:
            self.account.take_over(Path(folder))
            yield Path(folder)


def is_own(data: Path) -> bool:
    """Tell whether nobody but the portal has anything in this folder."""
    return data.is_relative_to(LOCAL) or not data.exists()


def unreadable(account: Account) -> str:
    """Say what of the project the account cannot read, if anything."""
    folders = [path for path in ROOT.iterdir() if path.is_dir()]
    tops = [VENV, *(path for path in folders if not path.name.startswith("."))]
    done = account.run("env", VENV / "bin/python", "-IS", "-c", READ_ALL, *tops)
    if done.returncode == 0:
        return ""
    return f"read {done.stdout.strip()}" if done.returncode == 1 else f"run {VENV}"


def unwritable(account: Account, own: list[Path], data: Path) -> str:
    """Hand the portal's own folders over; say where the account still cannot write."""
    for folder in own:
        account.take_over(folder)
    closed = [folder for folder in (*own, data) if not account.may_write(folder)]
    return f"write {closed[0]}" if closed else ""


def variables_of(account: Account, variables: dict[str, str]) -> dict[str, str]:
    """Return the variables less root's own folders, with a home for the account."""
    kept = {name: variables[name] for name in variables if name[:4] != "XDG_"}
    home = str(account.open_folder(HOME))
    return kept | {"HOME": home, "USER": account.name, "LOGNAME": account.name}
