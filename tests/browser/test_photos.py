"""Photos in a browser: the right file, a fixed place, nothing broken."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response
from pytest_django import DjangoDbBlocker

from tests.factories import ArticleFactory, EventFactory
from tests.factories.pictures import CAMERA, keep_photo

ARTICLE, EVENT, LIST = "news/with-a-photo/", "events/with-a-photo/", "news/"
# Layout shifts since the page began, and the pictures that did not come.
LOOK = """async () => {
  window.scrollTo(0, document.body.scrollHeight);
  const pictures = [...document.querySelectorAll('main img')];
  await Promise.all(pictures.map(each => each.decode().catch(() => null)));
  const shifts = await new Promise(tell => {
    const observer = new PerformanceObserver(list => tell(list.getEntries()));
    observer.observe({type: 'layout-shift', buffered: true});
    setTimeout(() => tell([]), 300);
  });
  return {
    moved: shifts.reduce((sum, shift) => sum + shift.value, 0),
    broken: pictures.filter(each => !each.naturalWidth).map(each => each.outerHTML),
    seen: pictures.map(each => each.currentSrc.split('-').pop()),
    wide: document.documentElement.scrollWidth - window.innerWidth,
  };
}"""


@pytest.fixture(scope="module")
def records(
    django_db_setup: None,  # noqa: ARG001 - the test database must be there
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Make an article and an event with photos of 12 megapixels."""
    with django_db_blocker.unblock():
        landscape = keep_photo(41, CAMERA, credit_ja="京都市")
        upright = keep_photo(42, (3_000, 4_000))
        ArticleFactory(slug="with-a-photo", picture=landscape)
        ArticleFactory.create_batch(12, picture=upright)
        EventFactory(slug="with-a-photo", picture=landscape)


@pytest.fixture
def phone(browser: Browser) -> Any:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=1.5
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("address", "file"),
    [(ARTICLE, "640.avif"), (EVENT, "640.avif"), (LIST, "320.avif")],
)
def test_phone_loads_the_small_light_file_and_nothing_moves(
    phone: Page, portal_url: str, language: str, address: str, file: str
) -> None:
    photos: list[Response] = []

    def hear(answer: Response) -> None:
        if "/pictures/" in answer.url:
            photos.append(answer)

    phone.on("response", hear)

    phone.goto(f"{portal_url}/{language}/{address}")
    found = phone.evaluate(LOOK)

    assert {*found["seen"]} == {file}
    assert {one.headers["content-type"] for one in photos} == {"image/avif"}
    assert max(len(one.body()) for one in photos) <= 60_000
    assert (found["moved"], found["broken"], found["wide"]) == (0, [], 0)


def test_browser_without_new_formats_shows_the_jpeg(
    phone: Page, portal_url: str
) -> None:
    def without_sources(route: Any) -> None:
        page = route.fetch()
        route.fulfill(response=page, body=re.sub("<source[^>]*>", "", page.text()))

    phone.route("**/news/**", without_sources)
    phone.goto(f"{portal_url}/ja/{ARTICLE}")
    found = phone.evaluate(LOOK)

    assert (found["seen"], found["broken"]) == (["640.jpg"], [])


def test_desk_and_sharp_screens_get_a_larger_file(
    browser: Browser, portal_url: str
) -> None:
    sizes = {"width": 1_312, "height": 900}
    context = browser.new_context(viewport=sizes, device_scale_factor=2)  # type: ignore[arg-type]
    page = context.new_page()

    page.goto(f"{portal_url}/en/{EVENT}")
    found = page.evaluate(LOOK)

    context.close()
    assert (found["seen"], found["broken"]) == (["1920.avif"], [])
