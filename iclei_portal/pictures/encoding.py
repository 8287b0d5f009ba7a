"""From an uploaded file to clean JPEGs: upright, in sRGB, without metadata.

Nothing of the upload but its pixels is kept: no position, no comment, no profile,
and nothing that stands before, behind or between the parts of the picture.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image, ImageCms, ImageFile, UnidentifiedImageError

logger = logging.getLogger(__name__)

FORMATS = ("JPEG", "PNG", "WEBP")
BEGINNING = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|RIFF.{4}WEBP", re.DOTALL)
MOST_BYTES = 50 * 1024**2
MOST_PIXELS = 50_000_000
# The longest side in pixels. The full one is what web sizes are made from; the one
# for print fills 150 mm at 200 ppi, and the renderer resamples it to its place.
FULL_SIDE, FULL_QUALITY = 2_400, 90
PRINT_SIDE, PRINT_QUALITY = 1_200, 80
# Of 16 bits a pixel, the upper eight.
UPPER_BYTE = 1 / 256
PAPER = (255, 255, 255, 255)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
# How a camera was held (Exif 2.3, tag 274), and what turns its picture upright.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
TOO_LARGE = _(
    "The file is larger than %(most)d MB. Save the photo at a smaller size and try "
    "again."
)
TOO_MANY_PIXELS = _(
    "The picture has more than %(most)d megapixels. Save it at a smaller size and try "
    "again."
)
NO_PICTURE = _(
    "The file is not a JPEG, PNG or WebP picture. Save a photo of another kind, such "
    "as HEIC, as JPEG first."
)
DAMAGED = _(
    "The picture is damaged or not complete. Copy the file again from where it is "
    "whole."
)


@dataclass(frozen=True)
class Jpeg:
    """An encoded picture."""

    content: bytes
    width: int
    height: int

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the content, under which it is kept."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Encoded:
    """A picture in its two sizes."""

    full: Jpeg
    printed: Jpeg


def encode(file: IO[bytes], size: int) -> Encoded:
    """Read an uploaded picture of `size` bytes. Raises ValidationError."""
    if size > MOST_BYTES:
        raise ValidationError(TOO_LARGE, params={"most": MOST_BYTES // 1024**2})
    try:
        with _only_whole_files():
            return _encoded(file)
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        file.seek(0)
        begins = BEGINNING.match(file.read(16))
        raise ValidationError(DAMAGED if begins else NO_PICTURE) from error
    except Exception as error:
        # The decoders meet a stranger's bytes, and fail in ways that nobody listed.
        logger.info("an uploaded picture was refused", exc_info=True)
        raise ValidationError(DAMAGED) from error


@contextmanager
def _only_whole_files() -> Iterator[None]:
    """Refuse half a file, whatever another library of the process has set."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _too_many_pixels() -> ValidationError:
    return ValidationError(TOO_MANY_PIXELS, params={"most": MOST_PIXELS // 1_000_000})


def _encoded(file: IO[bytes]) -> Encoded:
    with Image.open(file, formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise _too_many_pixels()
        picture = _in_srgb(_decoded(opened), opened.info.get("icc_profile"))
        turn = TURNS.get(opened.getexif().get(ExifTags.Base.Orientation, 1))
    upright = picture if turn is None else picture.transpose(turn)
    return Encoded(
        full=_jpeg(upright, FULL_SIDE, FULL_QUALITY),
        printed=_jpeg(upright, PRINT_SIDE, PRINT_QUALITY),
    )


def _decoded(opened: ImageFile.ImageFile) -> Image.Image:
    """Return the picture in its own colours, opaque, no larger than is kept."""
    # A JPEG can be decoded at a half or a quarter of its size.
    opened.draft(None, (2 * FULL_SIDE, 2 * FULL_SIDE))
    picture: Image.Image = opened
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value * UPPER_BYTE).convert("L")
    elif picture.mode in ("1", "P"):
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((FULL_SIDE, FULL_SIDE), Image.Resampling.LANCZOS, 3.0)
    if not picture.has_transparency_data:
        return picture
    paper = Image.new("RGBA", picture.size, PAPER)
    paper.alpha_composite(picture.convert("RGBA"))
    return paper.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in the colours that screens and print take for granted."""
    if profile:
        try:
            found = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                SRGB,
                outputMode="RGB",
            )
        except (ImageCms.PyCMSError, OSError):
            logger.info("an unreadable colour profile was left out", exc_info=True)
        else:
            return found or picture.convert("RGB")
    return picture.convert("RGB")


def _jpeg(picture: Image.Image, side: int, quality: int) -> Jpeg:
    # Pixels only: what stood around them would be written again.
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    bare.thumbnail((side, side), Image.Resampling.LANCZOS, 3.0)
    file = BytesIO()
    bare.save(file, "JPEG", quality=quality, optimize=True)
    return Jpeg(file.getvalue(), bare.width, bare.height)
