"""A new picture is there at once; what pages show of it is made meanwhile."""

import json
import os
import socket
import time
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import redis
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks

from iclei_portal.celery import app
from iclei_portal.pictures.models import Picture
from members.models import User
from tests.factories import EventFactory, PictureFactory
from tests.factories.pictures import SMALL, keep_photo, photograph, rendition
from tests.reports.test_worker import own_redis

pytestmark = pytest.mark.django_db

ADD = "/ja/admin/pictures/picture/add/"


@pytest.fixture
def broker() -> Iterator[redis.Redis]:
    """Give the queues of this test process, empty, as the application's broker."""
    address = own_redis(os.environ["REDIS_URL"])
    before = app.conf.broker_url
    with redis.Redis.from_url(address) as queues:
        queues.flushdb()
        address = address.replace("unix://", "redis+socket://", 1)
        app.conf.update(broker_url=address.replace("?db=", "?virtual_host="))
        yield queues
        app.conf.update(broker_url=before)
        queues.flushdb()


@pytest.fixture(params=["missing", "silent"])
def dead_broker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """Have no broker, or one that never answers."""
    before = app.conf.broker_url
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "silent"))
        listening.listen()
        app.conf.update(broker_url=f"redis+socket://{tmp_path}/{request.param}")
        yield
        app.conf.update(broker_url=before)


@pytest.fixture
def secretariat(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("staff@example.org"))
    return client


def bring_in(secretariat: Client, **values: str) -> Picture:
    """Bring a picture in as staff do."""
    photo = photograph(11, SMALL)
    photo.name = "photo.jpg"
    answer = secretariat.post(ADD, {"file": photo, "alt_ja": "会議場", **values})
    assert answer.status_code == 302
    return Picture.objects.get()


def test_upload_wakes_the_worker_of_short_work(
    secretariat: Client,
    broker: redis.Redis,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        picture = bring_in(secretariat)

    (message,) = broker.lrange("previews", 0, -1)
    headers = json.loads(message)["headers"]
    assert headers["task"] == "iclei_portal.pictures.tasks.make_renditions"
    assert headers["kwargsrepr"] == f"{{'picture_id': {picture.pk}}}"
    assert headers["task"] in app.tasks


@pytest.mark.usefixtures("dead_broker")
def test_picture_shows_though_no_worker_heard_of_it(
    secretariat: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    start = time.monotonic()

    with django_capture_on_commit_callbacks(execute=True):
        picture = bring_in(secretariat)

    assert time.monotonic() - start < 5
    EventFactory(picture=picture)
    answer = Client().get(rendition(picture, 320, "avif"))
    assert Image.open(BytesIO(answer.content)).size == (320, 240)


def test_upload_that_is_taken_back_wakes_nobody(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        keep_photo()
        transaction.set_rollback(True)

    assert (callbacks, Picture.objects.count()) == ([], 0)


def test_staff_choose_the_picture_of_the_home_page(secretariat: Client) -> None:
    PictureFactory()
    chosen = keep_photo(12)
    page = f"/ja/admin/pictures/picture/{chosen.pk}/change/"

    secretariat.post(page, {"alt_ja": "会議場", "on_home": "on"})

    assert [*Picture.objects.for_home()] == [chosen]
    assert [*Picture.objects.public(date(2022, 4, 1))] == [chosen]


def test_second_picture_of_the_home_page_is_refused_with_a_sentence() -> None:
    PictureFactory(on_home=True)
    second = PictureFactory.build(on_home=True)

    with pytest.raises(ValidationError, match="トップページ"):
        second.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()
