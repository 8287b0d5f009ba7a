"""Pictures as a report prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iclei_portal.bilingual.texts import Text, text_of

if TYPE_CHECKING:
    from iclei_portal.pictures.models import Picture
    from reports.contents.year import ReportYear


@dataclass(frozen=True)
class PictureRead:
    """A picture: the name of its file for print, that file's pixels, and its words.

    The name is the SHA-256 of the file: the picture is the same on every day.
    """

    file: str
    width: int
    height: int
    alt: Text
    credit: Text | None

    @property
    def address(self) -> str:
        """Where a printed document finds the file (reports.rendering.assets)."""
        return f"asset:///pictures/{self.file}"


def picture_read(year: ReportYear, picture: Picture | None) -> PictureRead | None:
    """Return a picture; None for a decoration, which says nothing."""
    if picture is None or picture.decorative:
        return None
    credit = text_of(picture, "credit", year.language)
    return PictureRead(
        file=picture.print_name,
        width=picture.print_width,
        height=picture.print_height,
        alt=text_of(picture, "alt", year.language),
        credit=credit if credit.content else None,
    )
