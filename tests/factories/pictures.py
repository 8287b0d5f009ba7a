"""Pictures, and photos as a camera makes them."""

from io import BytesIO
from random import Random
from typing import Any

from factory.declarations import Sequence
from factory.django import DjangoModelFactory
from PIL import Image

from iclei_portal.pictures.actions import add_picture
from iclei_portal.pictures.encoding import encode
from iclei_portal.pictures.models import Picture
from members.models import Person
from tests.factories.members import HeadshipFactory, MembershipFactory

# 12 megapixels.
CAMERA, SMALL = (4_000, 3_000), (640, 480)
# How many patches of light and shade there are, and how many hairs and leaves.
COARSE, FINE = (32, 24), (2_000, 1_500)


class PictureFactory(DjangoModelFactory[Picture]):
    """A picture without files."""

    class Meta:
        model = Picture

    digest = Sequence(lambda n: f"{n:064x}")
    width, height = 2_400, 1_800
    print_digest = Sequence(lambda n: f"{n:x}".rjust(64, "f"))
    print_width, print_height = 1_200, 900
    alt_ja = "会議場に立つ市長"
    alt_en = "A mayor in a conference hall"


def photograph(
    seed: int = 0, size: tuple[int, int] = CAMERA, kind: str = "JPEG", **saved: Any
) -> BytesIO:
    """Return a photo file, another one for each seed."""
    random = Random(seed)  # noqa: S311 - light and shade keep no secret
    light = Image.frombytes("RGB", COARSE, random.randbytes(3 * COARSE[0] * COARSE[1]))
    detail = Image.frombytes("L", FINE, random.randbytes(FINE[0] * FINE[1]))
    photo = Image.blend(light.resize(size), detail.resize(size).convert("RGB"), 0.2)
    file = BytesIO()
    photo.save(file, kind, **saved)
    file.seek(0)
    return file


def keep_photo(seed: int = 0, size: tuple[int, int] = SMALL, **values: Any) -> Picture:
    """Keep a photo as a picture with its files."""
    file = photograph(seed, size)
    encoded = encode(file, file.getbuffer().nbytes)
    return add_picture(picture=PictureFactory.build(**values), encoded=encoded)


def rendition(picture: Picture, width: int, suffix: str = "jpg") -> str:
    """Return the address of a picture in a width and a format."""
    return f"/pictures/{picture.digest}-{width}.{suffix}"


def illustrate(most: int) -> None:
    """Give heads of municipalities portraits of 12 megapixels, `most` in all.

    Where there are fewer heads, members with heads are made.
    """
    heads = Person.objects.filter(headships__isnull=False).distinct().order_by("slug")
    for number in range(most):
        portrait = keep_photo(number, CAMERA)
        if number < len(heads):
            heads[number].portrait = portrait
            heads[number].save()
        else:
            member = MembershipFactory().municipality
            HeadshipFactory(municipality=member, person__portrait=portrait)
