"""Pictures in fitting widths and formats: made once, whole, for whom they are."""

import multiprocessing
import os
import shutil
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from PIL import Image

from iclei_portal.pictures import files, tasks
from iclei_portal.pictures.models import Picture
from iclei_portal.pictures.rendering import (
    FORMATS,
    WIDTHS,
    content_of,
    height_at,
    make_all,
    name_at,
    renditions_of,
    widths_of,
)
from members.models import User
from tests.factories import EventFactory, PictureFactory
from tests.factories.pictures import CAMERA, SMALL, keep_photo, rendition
from tests.types import Queries

FOR_GOOD = "public, max-age=31536000, immutable"
KILOBYTE = 1_000


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give the folder of the renditions, empty before and after."""
    folder = Path(settings.MEDIA_ROOT) / "renditions"
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def shown(folder: Path, db: None) -> Picture:  # noqa: ARG001 - both must be there
    """Return a picture that an event shows."""
    picture = keep_photo()
    EventFactory(picture=picture)
    return picture


def opened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


@pytest.mark.parametrize(
    ("own", "widths"),
    [
        (2_400, (320, 640, 960, 1_280, 1_920)),
        (1_921, (320, 640, 960, 1_280, 1_920)),
        (1_500, (320, 640, 960, 1_280, 1_500)),
        (640, (320, 640)),
        (200, (200,)),
    ],
)
def test_picture_is_shown_in_widths_up_to_its_own(
    own: int, widths: tuple[int, ...]
) -> None:
    assert widths_of(PictureFactory.build(width=own)) == widths


def test_thinnest_picture_keeps_a_row_of_pixels() -> None:
    assert height_at(PictureFactory.build(width=2_400, height=1), 320) == 1


@pytest.mark.django_db
def test_photo_of_a_camera_is_whole_in_every_width_and_format(folder: Path) -> None:
    picture = keep_photo(1, CAMERA)

    made = make_all(picture)

    assert made == len(WIDTHS) * len(FORMATS)
    for width, suffix in renditions_of(picture):
        content = (folder / name_at(picture.digest, width, suffix)).read_bytes()
        photo = opened(content)
        assert (photo.format, photo.size) == (
            FORMATS[suffix].name,
            (width, width * 3 // 4),
        )
        assert not set(photo.info) & {"exif", "xmp", "icc_profile", "comment"}
        assert not photo.getexif()
    assert make_all(picture) == 0


@pytest.mark.django_db
def test_photo_on_a_phone_weighs_little() -> None:
    picture = keep_photo(2, CAMERA)

    weights = [len(content_of(picture, 640, suffix)) for suffix in FORMATS]

    assert max(weights) <= 60 * KILOBYTE
    assert weights == sorted(weights)


@pytest.mark.django_db
def test_rendition_shows_the_picture() -> None:
    picture = keep_photo(3, CAMERA)
    full = Image.open(files.path_of(picture.digest)).resize((320, 240))

    for suffix in FORMATS:
        photo = opened(content_of(picture, 320, suffix)).convert("RGB")
        for place in ((20, 20), (160, 120), (300, 200)):
            box = (*place, place[0] + 8, place[1] + 8)
            one, other = (each.crop(box).resize((1, 1)) for each in (photo, full))
            pairs = zip(one.tobytes(), other.tobytes(), strict=True)
            assert all(abs(a - b) < 24 for a, b in pairs)


@pytest.mark.parametrize("suffix", ["avif", "webp", "jpg"])
def test_first_reader_has_it_made_and_keeps_it_for_good(
    client: Client, shown: Picture, folder: Path, suffix: str
) -> None:
    address = rendition(shown, 320, suffix)

    answer = client.get(address)

    assert opened(answer.content).size == (320, 240)
    assert answer["Content-Type"] == FORMATS[suffix].content_type
    assert answer["Cache-Control"] == FOR_GOOD
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Vary" not in answer.headers
    assert not answer.cookies
    assert [file.name for file in folder.iterdir()] == [address.rpartition("/")[2]]
    assert client.get(address).content == answer.content


def test_reader_who_has_it_is_told_so(client: Client, shown: Picture) -> None:
    address = rendition(shown, 320)
    etag = client.get(address)["ETag"]

    again = client.get(address, headers={"if-none-match": etag})
    other = client.get(rendition(shown, 640), headers={"if-none-match": etag})

    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == FOR_GOOD
    assert opened(other.content).size == SMALL


def test_head_names_type_and_length(client: Client, shown: Picture) -> None:
    whole = client.get(rendition(shown, 320, "webp"))

    head = client.head(rendition(shown, 320, "webp"))

    assert head.content == b""
    assert head["Content-Length"] == str(len(whole.content))
    assert head["Content-Type"] == "image/webp"


def test_kept_rendition_needs_one_query(
    client: Client, shown: Picture, django_assert_num_queries: Queries
) -> None:
    with django_assert_num_queries(1):
        assert client.get(rendition(shown, 320)).content


@pytest.mark.parametrize(
    ("width", "suffix"),
    [
        ("0", "jpg"),
        ("321", "jpg"),
        ("0320", "jpg"),
        ("960", "jpg"),
        ("2400", "avif"),
        ("9999", "webp"),
        ("99999999999999999999", "jpg"),
        ("-320", "jpg"),
        ("320", "png"),
        ("320", "jpeg"),
        ("320", "JPG"),
        ("320", "avif/../../x"),
        ("320%00", "jpg"),
        ("٣٢٠", "jpg"),
    ],
)
def test_nobody_can_ask_for_other_work(
    client: Client, shown: Picture, folder: Path, width: str, suffix: str
) -> None:
    answer = client.get(f"/pictures/{shown.digest}-{width}.{suffix}")

    assert answer.status_code == 404
    assert "text/html" in answer["Content-Type"]
    assert list(folder.glob("*")) == []


def test_pictures_are_only_read(client: Client, shown: Picture) -> None:
    answer = client.post(rendition(shown, 320))

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


@pytest.mark.django_db
@pytest.mark.parametrize("suffix", ["avif", "webp", "jpg"])
def test_picture_that_nothing_shows_is_for_its_keepers(
    client: Client, folder: Path, suffix: str
) -> None:
    picture = keep_photo()
    address = rendition(picture, 320, suffix)

    hidden = client.get(address)
    nothing = list(folder.glob("*"))
    client.force_login(User.objects.create_superuser("staff@example.org"))
    seen = client.get(address)

    assert (hidden.status_code, nothing) == (404, [])
    assert "text/html" in hidden["Content-Type"]
    assert opened(seen.content).size == (320, 240)
    assert seen["Cache-Control"] == "private, no-store"


def test_rendition_of_a_withdrawn_picture_is_hidden_again(
    client: Client, shown: Picture
) -> None:
    before = client.get(rendition(shown, 320))
    shown.events.update(picture=None)

    after = client.get(rendition(shown, 320), headers={"if-none-match": before["ETag"]})

    assert (before.status_code, after.status_code) == (200, 404)


@pytest.mark.parametrize("harm", ["lost", "cut short", "empty", "no picture"])
def test_lost_or_damaged_picture_is_a_missing_page(
    client: Client, shown: Picture, folder: Path, harm: str
) -> None:
    full = files.path_of(shown.digest)
    whole = full.read_bytes()
    full.unlink()
    if harm != "lost":
        harmed = {"cut short": whole[:9_000], "empty": b"", "no picture": b"<svg/>"}
        full.write_bytes(harmed[harm])

    answer = client.get(rendition(shown, 320))

    full.write_bytes(whole)
    assert answer.status_code == 404
    assert list(folder.glob("*")) == []
    assert opened(client.get(rendition(shown, 320)).content).size == (320, 240)


def test_removed_renditions_come_again_the_same(
    client: Client, shown: Picture, folder: Path
) -> None:
    before = client.get(rendition(shown, 320, "avif")).content
    shutil.rmtree(folder)

    assert client.get(rendition(shown, 320, "avif")).content == before


def test_reader_sees_what_could_not_be_kept(
    client: Client, shown: Picture, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder.symlink_to("/nowhere/mounted")

    answer = client.get(rendition(shown, 320))

    assert opened(answer.content).size == (320, 240)
    assert "a rendition could not be kept" in caplog.text


def ask_at_once(picture: Picture, times: int) -> list[bytes]:
    """Return what those get who ask for a rendition at the same moment."""
    together = threading.Barrier(times)

    def ask() -> bytes:
        together.wait()
        return content_of(picture, 1_280, "avif")

    with ThreadPoolExecutor(times) as crowd:
        return [one.result() for one in [crowd.submit(ask) for _ in range(times)]]


@pytest.mark.django_db
def test_many_who_ask_at_once_get_the_same_whole_file(folder: Path) -> None:
    picture = keep_photo(4, CAMERA)

    answers = ask_at_once(picture, 8)

    (kept,) = folder.iterdir()
    assert {*answers} == {kept.read_bytes()}
    assert opened(answers[0]).size == (1_280, 960)


def make_and_tell(picture: Picture, made: "multiprocessing.Queue[int]") -> None:
    """Make the renditions of a picture, and tell the file's number on the disk."""
    content_of(picture, 640, "avif")
    path = files.rendition_path(name_at(picture.digest, 640, "avif"))
    made.put(path.stat().st_ino)


@pytest.mark.django_db
def test_processes_that_ask_at_once_make_it_once(folder: Path) -> None:
    picture = keep_photo(5, CAMERA)
    context = multiprocessing.get_context("fork")
    made = context.Queue()

    workers = [
        context.Process(target=make_and_tell, args=(picture, made)) for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    numbers = {made.get(timeout=30) for _ in workers}
    for worker in workers:
        worker.join()

    (kept,) = folder.iterdir()
    assert numbers == {kept.stat().st_ino}


@pytest.mark.django_db
def test_half_a_file_of_a_killed_process_is_never_served(folder: Path) -> None:
    picture = keep_photo()
    child = os.fork()
    if child == 0:  # pragma: no cover - the process that is killed
        os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        content_of(picture, 320, "webp")
        os._exit(1)
    _pid, status = os.waitpid(child, 0)
    left = [file.suffix for file in folder.iterdir()]

    content = content_of(picture, 320, "webp")

    assert (os.WTERMSIG(status), left) == (signal.SIGKILL, [".part"])
    assert opened(content).size == (320, 240)


@pytest.mark.django_db
def test_task_makes_what_pages_show(folder: Path) -> None:
    picture = keep_photo()

    tasks.make_renditions(picture_id=picture.pk, later_field="is passed over")
    tasks.make_renditions(picture_id=0)

    names = {name_at(picture.digest, *one) for one in renditions_of(picture)}
    assert {file.name for file in folder.iterdir()} == names
    assert len(names) == 6


@pytest.mark.django_db
def test_command_makes_what_is_missing_and_names_what_is_lost(folder: Path) -> None:
    keep_photo()
    lost = PictureFactory(digest="ab" * 32)
    said, failed = StringIO(), StringIO()

    call_command("make_renditions", stdout=said, stderr=failed)
    call_command("make_renditions", stdout=said, stderr=failed)

    assert said.getvalue() == "6 files made.\n0 files made.\n"
    assert failed.getvalue().count(f"Picture {lost.pk}:") == 2
    assert len(list(folder.iterdir())) == 6


def test_picture_has_one_address_and_no_second_one(
    client: Client, shown: Picture
) -> None:
    """A cache would keep each further one for good."""
    address = f"/pictures/{shown.digest}-320.jpg"

    assert client.get(address).status_code == 200
    for other in (
        f"{address}%0A",
        address.replace("-320", "-0320"),
        address.replace("-320", "-٣٢٠"),
        address.replace(".jpg", ".JPG"),
        f"/ja/pictures/{shown.print_digest}.jpg%0A",
    ):
        assert client.get(other).status_code == 404
