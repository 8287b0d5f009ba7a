"""Documents, printed or refused with a reason, and the same to the byte."""

import sys
from pathlib import Path

import pypdfium2
import pytest
from django.conf import settings

from machine.places import ROOT
from reports.choices import FailureReason
from reports.rendering.assets import RefusedError, read_asset
from reports.rendering.process import (
    LIMITS,
    OF_A_PREVIEW,
    Limits,
    RenderError,
    print_html,
)
from reports.rendering.warm import RENDERER
from tests.reports.conftest import read_pdf

PAGE = """<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">
<title>報告</title><meta name="dcterms.created" content="2022-03-31">
<meta name="dcterms.modified" content="2022-03-31">
<link rel="stylesheet" href="asset:///page.css">
<link rel="stylesheet" href="asset:///text.css">{head}</head>
<body><h1>イクレイ日本</h1>{body}</body></html>"""
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux has this file")


def page(body: str = "", head: str = "") -> str:
    return PAGE.format(body=body, head=head)


def fonts(path: Path) -> set[str]:
    """Return the names of the embedded fonts, without the tag of the subset."""
    document = pypdfium2.PdfDocument(path)
    texts = [
        item
        for printed in document
        for item in printed.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    ]
    names = {item.get_font().get_base_name().partition("+")[2] for item in texts}
    document.close()
    return names


def test_document_is_printed_with_its_text_and_fonts(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"

    pages = print_html(page("<p>髙﨑市 São Paulo</p>"), target)

    assert pages == 1
    assert read_pdf(target, "ja").text == "イクレイ日本髙﨑市SãoPaulo1"
    assert fonts(target) == {"Report-Gothic-Bold", "Report-Mincho"}


def test_document_longer_than_any_pipe_is_printed_whole(tmp_path: Path) -> None:
    text = "".join(f"<p>{number}</p>" for number in range(1_500))

    pages = print_html(page(f"<!--{' ' * 300_000}-->{text}"), tmp_path / "report.pdf")

    assert pages > 20


def test_two_renderers_print_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"

    for target in (first, second):
        print_html(page("<p>同じ</p><p>the same</p>"), target)
        RENDERER.end()

    assert first.read_bytes() == second.read_bytes()


def test_renderer_reaches_neither_network_nor_files(
    tmp_path: Path, visits: tuple[str, list[bytes]]
) -> None:
    address, seen = visits
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    head = f"""<style>@import url("{address}/a.css");
      @import url("file://{secret}");
      @font-face {{ font-family: x; src: url("{address}/x.ttf"); }}
      p {{ font-family: x; background: url("{address}/b.png"); }}</style>
      <link rel="stylesheet" href="{address}/c.css">
      <link rel="attachment" href="file://{secret}">
      <base href="file:///etc/">"""
    body = f"""<p>x</p><img alt="x" src="{address}/d.png">
      <img alt="x" src="file:///etc/passwd"><img alt="x" src="passwd">
      <object data="{address}/e.svg"></object>
      <a rel="attachment" href="file:///etc/passwd">x</a>"""
    target = tmp_path / "report.pdf"

    print_html(page(body, head), target)

    assert seen == []
    assert b"/EmbeddedFile" not in target.read_bytes()
    assert "root:" not in read_pdf(target, "ja").text


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "asset:///../settings.css",
        "asset:///%2e%2e/page.css",
        "asset:///missing.css",
        "http://127.0.0.1/page.css",
        "asset://host/page.css",
        "data:text/css,x",
    ],
)
def test_only_assets_are_read(url: str) -> None:
    with pytest.raises(RefusedError):
        read_asset(url)


def test_nest_too_deep_is_refused_with_a_reason(tmp_path: Path) -> None:
    nest = "<div>" * 2_000

    with pytest.raises(RenderError) as failure:
        print_html(page(nest), tmp_path / "report.pdf", limits=Limits(seconds=60))

    assert failure.value.reason == FailureReason.PRINTING


def test_slow_document_is_stopped_with_the_reason(tmp_path: Path) -> None:
    table = "<table>" + "<tr><td colspan=1000>x</td></tr>" * 3_000 + "</table>"

    with pytest.raises(RenderError) as failure:
        print_html(page(table * 5), tmp_path / "report.pdf", limits=Limits(seconds=1))

    assert failure.value.reason == FailureReason.TIME


LONG_TABLE = "<table>" + "<tr><td>x</td></tr>" * 20_000 + "</table>"


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(cpu_seconds=3), FailureReason.TIME),
        (Limits(memory_bytes=600 * 1024**2), FailureReason.MEMORY),
    ],
    ids=["processor", "memory"],
)
def test_renderer_that_takes_too_much_ends_with_the_reason(
    tmp_path: Path, limits: Limits, reason: FailureReason
) -> None:
    with pytest.raises(RenderError) as failure:
        print_html(page(LONG_TABLE), tmp_path / "report.pdf", limits=limits)

    assert failure.value.reason == reason


def test_signs_tell_how_many_pages_are_laid_out(tmp_path: Path) -> None:
    signs: list[int] = []
    text = "".join(f"<p>{number}</p>" for number in range(4_000))

    pages = print_html(page(text), tmp_path / "report.pdf", sign=signs.append)

    assert signs == sorted(signs)
    assert 0 < signs[-1] <= pages


def test_data_are_no_part_of_the_text(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"

    print_html(page("<p>text</p>"), target, data=b'{"value": "secret"}')

    assert read_pdf(target, "ja").text == "イクレイ日本text1"


@on_linux
def test_full_disk_is_the_reason() -> None:
    with pytest.raises(RenderError) as failure:
        print_html(page(), Path("/dev/full"))

    assert failure.value.reason == FailureReason.STORAGE
    assert "No space left on device" in str(failure.value)


def test_document_larger_than_the_memory_is_the_reason(tmp_path: Path) -> None:
    limits = Limits(memory_bytes=600 * 1024**2)
    target = tmp_path / "report.pdf"

    with pytest.raises(RenderError) as failure:
        print_html(page(f"<!--{' ' * 150_000_000}-->"), target, limits=limits)

    assert failure.value.reason == FailureReason.MEMORY
    assert not target.exists()


def test_limits_stand_one_within_the_other() -> None:
    hard = settings.CELERY_TASK_TIME_LIMIT
    given_away = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]

    assert OF_A_PREVIEW.seconds <= LIMITS.cpu_seconds <= LIMITS.seconds
    assert LIMITS.seconds < hard < given_away


def test_asset_is_read_with_its_type() -> None:
    content, media_type = read_asset("asset:///page.css")

    assert content == (ROOT / "static" / "reports" / "page.css").read_bytes()
    assert media_type == "text/css"
