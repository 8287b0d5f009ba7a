"""What is no photo, or half of one, is refused with a sentence."""

import struct
import zlib
from io import BytesIO
from random import Random

import pytest
from django.core.exceptions import ValidationError
from PIL import ImageFile

from iclei_portal.pictures.encoding import (
    DAMAGED,
    NO_PICTURE,
    TOO_LARGE,
    TOO_MANY_PIXELS,
    encode,
)
from tests.factories.pictures import SMALL, photograph

SCRIPT = b"<script>alert(document.domain)</script>"


def claiming(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that claims a size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checked = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + checked

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"")), chunk(b"IEND", b"")]
    )


def refusal(content: bytes) -> ValidationError:
    with pytest.raises(ValidationError) as refused:
        encode(BytesIO(content), len(content))
    return refused.value


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.5, 0.9, 0.999])
def test_part_of_a_file_is_refused(
    kind: str, part: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint does
    content = photograph(size=SMALL, kind=kind).getvalue()

    assert refusal(content[: int(len(content) * part)]).message == DAMAGED
    assert ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"<html>" + SCRIPT + b"</html>",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"%PDF-1.7\n",
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
        b"BM" + bytes(100),
        b"\xff\xd8",
        bytes(100),
        "写真".encode(),
    ],
    ids=["svg", "html", "gif", "pdf", "heic", "bmp", "jpeg mark", "zeros", "text"],
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    assert refusal(content).message == NO_PICTURE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_file_that_only_begins_like_a_photo_is_damaged(kind: str) -> None:
    content = photograph(size=SMALL, kind=kind).getvalue()

    assert refusal(content[:20] + bytes(1_000)).message == DAMAGED


def test_page_with_a_photo_behind_it_is_refused() -> None:
    content = b"<html>" + SCRIPT + photograph(size=SMALL).getvalue()

    assert refusal(content).message == NO_PICTURE


@pytest.mark.parametrize("side", [7_072, 10_000, 60_000])
def test_too_many_pixels_are_refused_before_they_are_decoded(side: int) -> None:
    found = refusal(claiming(side, side))

    # There are no pixels in it: whoever decodes it finds it damaged.
    assert (found.message, found.params) == (TOO_MANY_PIXELS, {"most": 50})
    assert refusal(claiming(100, 100)).message == DAMAGED


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(ValidationError) as refused:
        encode(photograph(size=SMALL), 50 * 1024**2 + 1)

    assert (refused.value.message, refused.value.params) == (TOO_LARGE, {"most": 50})


def outcome(content: bytes) -> object:
    try:
        found = encode(BytesIO(content), len(content))
    except ValidationError as refused:
        return refused.message
    return (found.full.width, found.full.height)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_damaged_file_is_read_or_refused(kind: str) -> None:
    random = Random(3)  # noqa: S311 - damage keeps no secret
    whole = photograph(size=SMALL, kind=kind).getvalue()
    outcomes = set()

    for _time in range(60):
        content = bytearray(whole)
        for _byte in range(random.randint(1, 20)):
            content[random.randrange(random.choice([100, 1_000, len(whole)]))] ^= 0xFF
        outcomes.add(outcome(bytes(content)))

    assert DAMAGED in outcomes
    assert outcomes <= {DAMAGED, NO_PICTURE, TOO_MANY_PIXELS, SMALL}
