"""What the portal needs from the machine's package manager."""

import ctypes.util
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from machine import apt, redis
from machine.installation import installations
from machine.refusal import Refusal

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER_ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
DEBIAN_PYTHON = Path("/usr/bin")


@dataclass(frozen=True)
class Package:
    """One need: its names in Debian and Homebrew, and how to see that it is met."""

    debian: str
    brew: str
    is_met: Callable[[], bool]


def has_program(*names: str) -> bool:
    """Tell whether one of these programs is on the PATH."""
    return any(map(shutil.which, names))


def has_library(name: str) -> bool:
    """Tell whether the dynamic linker finds the library."""
    return ctypes.util.find_library(name) is not None


def has_font(file: str) -> bool:
    """Tell whether the font file lies in one of the folders for fonts."""
    folders = (*FONT_FOLDERS, str(Path.home() / "Library/Fonts"))
    return any(file in names for top in folders for _, _, names in os.walk(top))


def browser() -> str | None:
    """Return the path of a Chromium for the browser tests, if one is there."""
    return next(filter(None, map(shutil.which, (*BROWSERS, BROWSER_ON_MACOS))), None)


def can_make_environment() -> bool:
    """Tell whether this Python makes virtual environments; Debian's alone may not."""
    is_debian = Path(sys.executable).resolve().parent == DEBIAN_PYTHON
    return not is_debian or importlib.util.find_spec("ensurepip") is not None


def library(debian: str, brew: str, name: str) -> Package:
    """Describe a package that is needed for one library."""
    return Package(debian, brew, partial(has_library, name))


SERVERS = (
    Package("postgresql", "postgresql@15", lambda: bool(installations())),
    Package("redis-server", "redis", lambda: redis.installed() is not None),
)
PORTAL = (
    Package("python3-venv", "python@3.11", can_make_environment),
    library("libpango-1.0-0", "pango", "pango-1.0"),
    library("libpangoft2-1.0-0", "pango", "pangoft2-1.0"),
    library("libharfbuzz-subset0", "harfbuzz", "harfbuzz-subset"),
    Package("gettext", "gettext", partial(has_program, "msgfmt")),
)
WITH_SERVERS = (*PORTAL, *SERVERS)
TESTS = (
    *WITH_SERVERS,
    Package("chromium", "chromium", lambda: browser() is not None),
    # The report has its own typefaces; the browser of the tests needs one.
    Package(
        "fonts-morisawa-bizud-gothic",
        "font-biz-udgothic",
        partial(has_font, "BIZUDGothic-Regular.ttf"),
    ),
    Package("git", "git", partial(has_program, "git")),
    # Linux alone has it, and the tests that ask for it.
    Package(
        "strace", "strace", lambda: sys.platform != "linux" or has_program("strace")
    ),
)


def missing(packages: Iterable[Package]) -> list[Package]:
    """Return the packages whose need is not met."""
    return [package for package in packages if not package.is_met()]


def provide(packages: Iterable[Package]) -> None:
    """Install what is missing, or say in one sentence what the person installs."""
    apt.clear_up()
    needed = missing(packages)
    if needed and apt.is_allowed():
        apt.install([package.debian for package in needed])
        needed = missing(needed)
    if needed:
        debian = " ".join(package.debian for package in needed)
        brew = " ".join(dict.fromkeys(package.brew for package in needed))
        raise Refusal(
            f"Install what is missing with `apt-get install {debian}` (Debian) "
            f"or `brew install {brew}` (macOS)."
        )
