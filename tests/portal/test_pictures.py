"""Pictures come in through the admin, and are kept under their hash."""

import hashlib
from io import BytesIO
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.db.models import ProtectedError
from django.test import Client
from django.utils import translation
from PIL import Image

from iclei_portal.importing.cells import Reference
from iclei_portal.pictures import encoding, files
from iclei_portal.pictures.models import ALT_MISSING, ALT_OF_DECORATION, Picture
from members.models import User
from tests.factories import EventFactory, PictureFactory
from tests.factories.pictures import SMALL, keep_photo, photograph

pytestmark = pytest.mark.django_db

LIST = "/{}/admin/pictures/picture/"
ADD = LIST + "add/"
SAID = {"alt_ja": "会議場に立つ市長", "alt_en": "A mayor in a conference hall"}
# A name that climbs, one that reads backwards, one as a phone in Japan writes it.
NAMES = [
    "../../x.png",
    "a\u202egpj.exe",
    "写真　１.JPG",
    "a\0b.jpg",
    "x" * 300 + ".jpg",
]


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("staff@example.org"))
    return client


def upload(content: bytes | None = None, name: str = "photo.jpg") -> SimpleUploadedFile:
    photo = photograph(size=SMALL).getvalue() if content is None else content
    return SimpleUploadedFile(name, photo)


def sentences(page: Any) -> list[str]:
    return [str(error) for errors in page.context["errors"] for error in errors]


def test_uploaded_picture_is_kept_in_two_files(desk: Client) -> None:
    desk.post(ADD.format("ja"), {"file": upload(), **SAID})

    picture = Picture.objects.get()
    assert (picture.width, picture.height) == SMALL
    assert (picture.print_width, picture.print_height) == SMALL
    assert (picture.alt, picture.credit, picture.decorative) == (
        "会議場に立つ市長",
        None,
        False,
    )
    for digest in (picture.digest, picture.print_digest):
        content = files.path_of(digest).read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest
        assert Image.open(BytesIO(content)).size == SMALL


def test_history_says_who_brought_a_picture_in(desk: Client) -> None:
    desk.post(ADD.format("ja"), {"file": upload(), **SAID})

    record = Picture.objects.get().history.get()  # type: ignore[attr-defined]
    assert record.history_user == User.objects.get(email="staff@example.org")
    assert record.alt_ja == "会議場に立つ市長"


@pytest.mark.parametrize("name", NAMES)
def test_name_of_an_upload_never_reaches_the_disk(desk: Client, name: str) -> None:
    files.folder().mkdir(exist_ok=True)
    before = set(files.folder().iterdir())

    desk.post(ADD.format("ja"), {"file": upload(name=name), **SAID})

    picture = Picture.objects.get()
    kept = {files.path_of(picture.digest), files.path_of(picture.print_digest)}
    assert set(files.folder().iterdir()) == before | kept


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<svg><script>alert(1)</script></svg>", encoding.NO_PICTURE),
        (photograph(size=SMALL).getvalue()[:9_000], encoding.DAMAGED),
    ],
    ids=["svg", "half"],
)
def test_refusal_is_told_in_the_language_of_the_page(
    desk: Client, language: str, content: bytes, sentence: str
) -> None:
    page = desk.post(ADD.format(language), {"file": upload(content), **SAID})

    with translation.override(language):
        assert sentences(page) == [str(sentence)]
    assert not Picture.objects.exists()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({}, "alt_ja", ALT_MISSING),
        ({"alt_en": "A mayor"}, "alt_ja", ALT_MISSING),
        ({**SAID, "decorative": "on"}, "decorative", ALT_OF_DECORATION),
    ],
    ids=["no words", "English alone", "described decoration"],
)
def test_picture_has_a_description_or_is_a_decoration(
    desk: Client, language: str, values: Any, field: str, sentence: str
) -> None:
    page = desk.post(ADD.format(language), {"file": upload(), **values})

    with translation.override(language):
        assert page.context["adminform"].form.errors == {field: [str(sentence)]}
    assert not Picture.objects.exists()


def test_decoration_needs_no_words(desk: Client) -> None:
    desk.post(ADD.format("en"), {"file": upload(), "decorative": "on"})

    picture = Picture.objects.get()
    assert (picture.decorative, picture.alt) == (True, None)
    assert str(picture).endswith(picture.digest[:8])


def test_same_picture_is_kept_once(desk: Client) -> None:
    desk.post(ADD.format("en"), {"file": upload(), **SAID})

    page = desk.post(ADD.format("en"), {"file": upload(), "alt_ja": "別の説明"})

    assert sentences(page) == [
        "The picture is here already: “A mayor in a conference hall”."
    ]
    assert Picture.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_double_click_keeps_a_picture_once(client: Client) -> None:
    client.force_login(User.objects.create_superuser("staff@example.org"))
    together, statuses = Barrier(2), []

    def click() -> None:
        one = Client()
        one.cookies = client.cookies
        together.wait()
        page = one.post(ADD.format("en"), {"file": upload(), **SAID})
        statuses.append(page.status_code)
        connection.close()

    clicks = [Thread(target=click) for _click in range(2)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()

    assert sorted(statuses) == [200, 302]
    assert Picture.objects.count() == 1


def test_kept_picture_is_shown_and_its_words_are_edited(desk: Client) -> None:
    picture = keep_photo()
    address = LIST.format("en") + f"{picture.pk}/change/"

    page = desk.get(address)
    desk.post(address, {"alt_ja": "別の説明", "alt_en": ""})

    assert f'src="/en/pictures/{picture.print_name}"' in page.content.decode()
    form = page.context["adminform"]
    rows = [list(line.fields) for fieldset in form for line in fieldset]
    assert ["alt_ja", "alt_en"] in rows
    assert ["file"] not in rows
    changed = Picture.objects.get()
    assert (changed.alt, changed.digest) == ("別の説明", picture.digest)


def test_lost_file_is_named_in_the_list(desk: Client) -> None:
    kept, lost = keep_photo(1), PictureFactory()

    page = desk.get(LIST.format("en")).content.decode()

    assert page.count("The file is missing.") == 1
    assert kept.print_name in page
    assert lost.print_name not in page


def test_picture_is_there_with_both_of_its_files() -> None:
    kept, half, lost = keep_photo(1), keep_photo(2), PictureFactory()
    files.path_of(half.print_digest).unlink()

    assert [each.is_on_disk for each in (kept, half, lost)] == [True, False, False]


@pytest.mark.parametrize(
    "values",
    [
        {"alt_ja": None},
        {"alt_ja": ""},
        {"decorative": True},
        {"digest": "../../etc/passwd"},
        {"digest": "A" * 64},
        {"print_digest": ""},
    ],
)
def test_database_refuses_a_picture_that_is_none(values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        PictureFactory(**values)


def test_picture_that_a_record_shows_stays() -> None:
    picture = PictureFactory()
    EventFactory(picture=picture)

    with pytest.raises(ProtectedError):
        picture.delete()


def test_file_outlives_its_record() -> None:
    picture = keep_photo()

    picture.delete()

    assert files.path_of(picture.digest).is_file()
    assert files.path_of(picture.print_digest).is_file()


def test_files_of_data_name_a_picture_by_its_hash() -> None:
    picture = PictureFactory()

    assert Reference(Picture, required=False).find(picture.digest) == picture
