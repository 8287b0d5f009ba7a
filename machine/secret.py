"""The secret key of the portal on this machine."""

import os
import secrets
import tempfile
from pathlib import Path

LENGTH = 64


def key_in(file: Path) -> str:
    """Return the key that the file holds; the first call makes one.

    Two first calls at once agree: the file appears whole, and only once.
    """
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        opened, draft = tempfile.mkstemp(dir=file.parent)  # readable by its owner only
        with os.fdopen(opened, "w") as writing:
            writing.write(secrets.token_urlsafe(LENGTH))
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            os.unlink(draft)  # noqa: PTH108 - mkstemp gives a text
    return file.read_text()
