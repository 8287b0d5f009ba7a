"""Debian's package manager, used without starting any server of the system's."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from machine.refusal import Refusal

SECONDS_FOR_THE_LOCK = 600
# Read by Debian's PostgreSQL: it then makes no cluster of the system's.
CLUSTERS = Path("/etc/postgresql-common/createcluster.d/iclei-portal.conf")
# Asked by Debian's packages before they start a service: 101 says no.
SERVICES = Path("/usr/sbin/policy-rc.d")
# Our name in them: nothing that a person wrote is ever taken for ours.
OURS = {
    CLUSTERS: "# iclei-portal, while it installs\ncreate_main_cluster = false\n",
    SERVICES: "#!/bin/sh\n# iclei-portal, while it installs\nexit 101\n",
}


def rights() -> list[str] | None:
    """Return what goes before a command of root's, None without the right to it."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asks = [] if sys.stdin.isatty() else ["--non-interactive"]
    allowed = subprocess.run(
        ["sudo", *asks, "--validate"], check=False, stderr=subprocess.DEVNULL
    )
    return ["sudo", *asks] if allowed.returncode == 0 else None


def is_allowed() -> bool:
    """Tell whether Debian packages can be installed here by this person."""
    return shutil.which("apt-get") is not None and rights() is not None


def install(names: list[str]) -> None:
    """Install packages and only what they depend on."""
    print("Installing system packages:", *names, flush=True)
    with (
        a_while(CLUSTERS, OURS[CLUSTERS], wanted="postgresql" in names),
        a_while(SERVICES, OURS[SERVICES], wanted="redis-server" in names),
    ):
        # An old list often suffices, so only the installation's failure counts.
        as_root("apt-get", "update", "--quiet")
        done = as_root(
            *("apt-get", "install", "--quiet", "--yes", "--no-install-recommends"),
            *("-o", f"DPkg::Lock::Timeout={SECONDS_FOR_THE_LOCK}", *names),
        )
    if done.returncode:
        raise Refusal(f"apt-get could not install {' '.join(names)}:\n{done.stdout}")


def clear_up(left: Mapping[Path, str] = OURS) -> None:
    """Remove the files that an installation left when it was killed."""
    for file, text in left.items():
        if holds(file, text) and rights() is not None:
            must("rm", "-f", str(file))


def holds(file: Path, text: str) -> bool:
    """Tell whether the file consists of exactly this text."""
    try:
        return file.read_bytes() == text.encode()
    except OSError:
        return False


def must(*command: str, text: str = "") -> None:
    """Run a command with root's rights; refuse to go on if it fails."""
    done = as_root(*command, text=text)
    if done.returncode:
        raise Refusal(f"`{' '.join(command)}` failed: {done.stdout.strip()}")


def as_root(*command: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command with root's rights and keep what it prints."""
    return subprocess.run(
        [*(rights() or []), "env", "DEBIAN_FRONTEND=noninteractive", *command],
        check=False,
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def a_while(file: Path, text: str, *, wanted: bool) -> Iterator[None]:
    """Let an executable file of the system's exist while the block lasts."""
    if not wanted or file.exists():
        yield
        return
    try:
        must("install", "-D", "-m", "755", "/dev/stdin", str(file), text=text)
        yield
    finally:
        must("rm", "-f", str(file))
