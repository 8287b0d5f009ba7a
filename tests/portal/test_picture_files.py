"""Pictures lie under their hash, and are shown to whom their records are."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from iclei_portal.fiscal_year import today_in_japan
from iclei_portal.pictures import files
from iclei_portal.pictures.encoding import Jpeg, encode
from iclei_portal.pictures.models import Picture
from members.models import User
from tests.factories import (
    ArticleFactory,
    BoardSeatFactory,
    EventFactory,
    HeadshipFactory,
    MunicipalityFactory,
    PersonFactory,
    PictureFactory,
    SpecialMembershipFactory,
    UserFactory,
)
from tests.factories.pictures import SMALL, keep_photo, photograph

ONE_DAY = timedelta(days=1)
FOR_GOOD = "public, max-age=31536000, immutable"


# The records that may show a picture, each made with it.
SHOWN_BY: dict[str, Callable[[Picture], object]] = {
    "nothing": lambda _picture: None,
    "municipality": lambda picture: MunicipalityFactory(picture=picture),
    "event": lambda picture: EventFactory(picture=picture),
    "article": lambda picture: ArticleFactory(picture=picture),
    "draft": lambda picture: ArticleFactory(picture=picture, state="draft"),
    "withdrawn": lambda picture: ArticleFactory(picture=picture, state="withdrawn"),
    "home page": lambda _picture: Picture.objects.update(on_home=True),
    "person": lambda picture: PersonFactory(portrait=picture),
    "head": lambda picture: HeadshipFactory(person__portrait=picture),
    "former head": lambda picture: HeadshipFactory(
        person__portrait=picture, valid=DateRange(date(2000, 1, 1), date(2004, 1, 1))
    ),
    "elected head": lambda picture: HeadshipFactory(
        person__portrait=picture, valid=DateRange(today_in_japan() + ONE_DAY, None)
    ),
    "officer": lambda picture: BoardSeatFactory(person__portrait=picture),
    "special member": lambda picture: SpecialMembershipFactory(
        person__portrait=picture
    ),
}


def shown_by(record: str, picture: Picture) -> None:
    """Make a record that shows the picture."""
    SHOWN_BY[record](picture)


def address(picture: Picture, language: str = "ja") -> str:
    return f"/{language}/pictures/{picture.print_name}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("record", "public"),
    [
        ("nothing", False),
        ("person", False),
        ("elected head", False),
        ("head", True),
        ("former head", True),
        ("officer", True),
        ("special member", True),
        ("municipality", True),
        ("event", True),
        ("article", True),
        ("draft", False),
        ("withdrawn", False),
        ("home page", True),
    ],
)
def test_visitors_see_what_public_records_show(
    client: Client, record: str, public: bool
) -> None:
    picture = keep_photo()
    shown_by(record, picture)

    answer = client.get(address(picture))

    if public:
        assert answer.content == files.path_of(picture.print_digest).read_bytes()
        assert answer["Cache-Control"] == FOR_GOOD
    else:
        unknown = PictureFactory.build()
        page = client.get(address(unknown)).content.decode()
        page = page.replace(unknown.print_digest, picture.print_digest)
        assert (answer.status_code, answer.content.decode()) == (404, page)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "rights", "seen"),
    [
        ({"is_staff": True}, ["view_picture"], True),
        ({"is_staff": True}, ["view_person"], False),
        ({"is_staff": False}, ["view_picture"], False),
        ({"is_staff": True, "is_active": False}, ["view_picture"], False),
    ],
    ids=["keeper", "other staff", "no staff", "disabled"],
)
def test_staff_see_pictures_before_they_are_public(
    client: Client, values: dict[str, bool], rights: list[str], seen: bool
) -> None:
    picture = keep_photo()
    person: User = UserFactory(**values)
    person.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(person)

    answer = client.get(address(picture))

    assert (answer.status_code == 200) is seen
    assert (answer.headers.get("Cache-Control") == "private, no-store") is seen


@pytest.mark.django_db
def test_picture_is_sent_as_a_picture_and_nothing_else(client: Client) -> None:
    picture = keep_photo()
    shown_by("event", picture)

    answer = client.get(f"/en/pictures/{picture.digest}.jpg")

    assert answer.content == files.path_of(picture.digest).read_bytes()
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


@pytest.mark.django_db
def test_picture_that_a_reader_has_is_not_sent_again(client: Client) -> None:
    picture = keep_photo()
    shown_by("event", picture)

    answer = client.get(
        address(picture), headers={"if-none-match": f'"{picture.print_digest}"'}
    )

    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.django_db
def test_lost_file_is_a_missing_page(client: Client) -> None:
    picture = PictureFactory()
    shown_by("event", picture)

    answer = client.get(address(picture))

    assert answer.status_code == 404
    assert "text/html" in answer["Content-Type"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["x.jpg", "../settings.py", f"{'A' * 64}.jpg", f"{'a' * 64}.png"]
)
def test_only_hashes_are_addresses(client: Client, name: str) -> None:
    client.force_login(User.objects.create_superuser("staff@example.org"))

    answer = client.get(f"/ja/pictures/{name}")

    assert answer.status_code == 404
    assert "text/html" in answer["Content-Type"]


def test_file_is_written_once() -> None:
    jpeg = Jpeg(b"content", 1, 1)
    files.keep(jpeg)
    first = files.path_of(jpeg.digest).stat()

    files.keep(jpeg)

    again = files.path_of(jpeg.digest).stat()
    assert (again.st_ino, again.st_mtime_ns) == (first.st_ino, first.st_mtime_ns)


def test_damaged_file_is_mended_by_the_same_upload() -> None:
    jpeg = encode(photograph(3, SMALL), 1).full
    files.keep(jpeg)
    files.path_of(jpeg.digest).write_bytes(jpeg.content[:100])

    files.keep(jpeg)

    assert files.path_of(jpeg.digest).read_bytes() == jpeg.content


def test_file_that_cannot_be_put_in_place_leaves_nothing_behind() -> None:
    jpeg = Jpeg(b"in the way", 1, 1)
    (files.path_of(jpeg.digest) / "folder").mkdir(parents=True)

    with pytest.raises(OSError, match="irectory"):
        files.keep(jpeg)

    assert list(files.folder().glob("*.part")) == []
    (files.path_of(jpeg.digest) / "folder").rmdir()
    files.path_of(jpeg.digest).rmdir()
