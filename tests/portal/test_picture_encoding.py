"""Uploaded photos become clean JPEGs."""

from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageCms, ImageOps, PngImagePlugin

from iclei_portal.pictures.encoding import Encoded, Jpeg, encode
from tests.factories.pictures import SMALL, photograph

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
SCRIPT = b"<script>alert(document.domain)</script>"
Pixel = tuple[int, int, int]


def encoded(file: BytesIO) -> Encoded:
    return encode(file, file.getbuffer().nbytes)


def opened(jpeg: Jpeg) -> Image.Image:
    return Image.open(BytesIO(jpeg.content))


def is_like(picture: Image.Image, place: tuple[int, int], colour: Pixel) -> bool:
    """Tell whether a pixel has the colour, as far as JPEG keeps it."""
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return all(abs(one - other) < 24 for one, other in zip(found, colour, strict=True))


def plain(mode: str, colour: object, kind: str = "PNG", **saved: object) -> BytesIO:
    file = BytesIO()
    Image.new(mode, (64, 32), colour).save(file, kind, **saved)  # type: ignore[arg-type]
    file.seek(0)
    return file


def test_photo_is_kept_in_two_sizes() -> None:
    found = encoded(photograph())

    assert (found.full.width, found.full.height) == (2_400, 1_800)
    assert (found.printed.width, found.printed.height) == (1_200, 900)
    assert opened(found.full).size == (2_400, 1_800)
    assert opened(found.printed).size == (1_200, 900)
    assert len(found.printed.content) < 400_000


def test_small_picture_is_not_blown_up() -> None:
    found = encoded(photograph(size=SMALL))

    assert (found.full.width, found.full.height) == SMALL
    assert (found.printed.width, found.printed.height) == SMALL


def test_same_photo_becomes_the_same_bytes() -> None:
    assert encoded(photograph(7, SMALL)) == encoded(photograph(7, SMALL))


@pytest.mark.parametrize("held", range(1, 9))
def test_photo_stands_upright_however_the_camera_was_held(held: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = held
    corners = Image.new("RGB", (64, 32), WHITE)
    corners.paste(RED, (0, 0, 32, 16))
    corners.paste(BLUE, (0, 16, 32, 32))
    file = BytesIO()
    corners.save(file, "JPEG", exif=exif, quality=95)

    found = opened(encoded(file).full)

    expected = ImageOps.exif_transpose(Image.open(file))
    assert found.size == expected.size
    for place in ((8, 8), (8, 24), (24, 8), (found.width - 8, found.height - 8)):
        pixel = expected.getpixel(place)
        assert isinstance(pixel, tuple)
        assert is_like(found, place, (pixel[0], pixel[1], pixel[2]))


def test_nothing_but_the_pixels_is_kept() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "photographer"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (35.0, 0.0, 41.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = photograph(
        size=SMALL,
        exif=exif,
        comment=SCRIPT,
        xmp=b"<x:xmpmeta>photographer</x:xmpmeta>",
        icc_profile=profile,
        dpi=(300, 300),
    )
    file.seek(0, 2)
    file.write(SCRIPT)
    assert Image.open(file).getexif().get_ifd(ExifTags.IFD.GPSInfo)

    found = encoded(file)

    for jpeg in (found.full, found.printed):
        picture = opened(jpeg)
        assert set(picture.info) == {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
        }
        assert not picture.getexif()
        assert b"photographer" not in jpeg.content
        assert b"script" not in jpeg.content


def test_text_of_a_png_is_not_kept() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", SCRIPT.decode())

    found = encoded(plain("RGB", RED, pnginfo=texts))

    assert b"script" not in found.full.content
    assert is_like(opened(found.full), (32, 16), RED)


@pytest.mark.parametrize(
    ("mode", "colour", "kind", "seen"),
    [
        ("RGB", BLUE, "WEBP", BLUE),
        ("RGBA", (0, 0, 255, 0), "PNG", WHITE),
        ("RGBA", (0, 0, 255, 255), "WEBP", BLUE),
        ("LA", (0, 0), "PNG", WHITE),
        ("L", 128, "JPEG", (128, 128, 128)),
        ("1", 1, "PNG", WHITE),
        ("I;16", 32_768, "PNG", (128, 128, 128)),
        ("CMYK", (0, 255, 255, 0), "JPEG", RED),
    ],
)
def test_every_kind_of_colours_is_read(
    mode: str, colour: object, kind: str, seen: Pixel
) -> None:
    found = opened(encoded(plain(mode, colour, kind)).full)

    assert found.mode == "RGB"
    assert is_like(found, (32, 16), seen)


def test_palette_with_a_hole_is_put_on_white_paper() -> None:
    palette = Image.new("P", (64, 32), 1)
    palette.putpalette([*RED, *BLUE])
    palette.paste(0, (0, 0, 32, 32))
    file = BytesIO()
    palette.save(file, "PNG", transparency=0)

    found = opened(encoded(file).full)

    assert is_like(found, (8, 16), WHITE)
    assert is_like(found, (56, 16), BLUE)


def test_colours_of_another_profile_are_converted() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # A profile in which what others call red is green.
    swapped = srgb.replace(b"rXYZ", b"held").replace(b"gXYZ", b"rXYZ")
    swapped = swapped.replace(b"held", b"gXYZ")

    found = opened(encoded(plain("RGB", RED, icc_profile=swapped)).full)

    assert is_like(found, (32, 16), GREEN)


def test_unreadable_profile_is_left_out() -> None:
    found = opened(encoded(plain("RGB", RED, icc_profile=b"none")).full)

    assert is_like(found, (32, 16), RED)


def test_first_of_the_pictures_of_a_phone_is_read() -> None:
    file = BytesIO()
    second = Image.new("RGB", (64, 32), BLUE)
    first = Image.new("RGB", (64, 32), RED)
    first.save(file, "MPO", save_all=True, append_images=[second])

    assert is_like(opened(encoded(file).full), (32, 16), RED)
