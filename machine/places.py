"""Where things lie in a checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCAL = ROOT / ".local"
PORTAL_STATE = LOCAL / "portal"
TEST_STATE = LOCAL / "tests"


def program(name: str) -> str:
    """Return the path of a program of the project's own environment."""
    return str(VENV / "bin" / name)


def shown(path: Path) -> str:
    """Return a path as the person would type it from the project's folder."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
