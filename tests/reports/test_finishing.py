"""The printed file: archival, with the report's data, the same to the byte."""

import io
import json
import os
import subprocess
import sys
import zlib
from pathlib import Path

import page
import pytest
from pikepdf import Name, Pdf, Stream
from PIL import Image
from pytest_django import Settings

from iclei_portal.pictures import files
from machine.places import ROOT
from reports.rendering.finishing import compressed
from reports.rendering.process import print_html
from tests.reports.printing import document
from typefaces.places import environment

DATA = json.dumps({"chapters": ["イクレイについて"]}, ensure_ascii=False).encode()
NAMED = '<meta name="data" content="iclei-japan-annual-report-2021-ja.json">'
LINKED = (
    '<h1 id="x">題</h1><p>文 <a href="#x">リンク</a> <a href="https://a.b">外</a></p>'
)

# Prints standard input, in a process without any of ours in it.
PRINT = """
import sys
from pathlib import Path
from reports.rendering.pdf import print_pdf
print_pdf(sys.stdin.read(), Path(sys.argv[1]), data=b"{}")
"""


def finished(folder: Path, body: str = LINKED, *, head: str = NAMED) -> Path:
    target = folder / "finished.pdf"
    print_html(document(body, head=head), target, data=DATA)
    return target


@pytest.mark.parametrize(("profile", "rules"), [("ua1", 104), ("3a", 156)])
def test_printed_file_keeps_every_rule(
    tmp_path: Path, profile: str, rules: int
) -> None:
    report = page.validate_pdf(finished(tmp_path), profile=profile)

    assert [failure.rule_id for failure in report.failures] == []
    assert report.rules.passed == rules


def test_data_are_attached_under_the_name_in_the_document(tmp_path: Path) -> None:
    with Pdf.open(finished(tmp_path)) as pdf:
        (name,) = pdf.attachments
        attached = pdf.attachments[name]

        assert name == "iclei-japan-annual-report-2021-ja.json"
        assert attached.get_file().read_bytes() == DATA
        assert attached.get_file().mime_type == "application/json"
        assert attached.relationship == Name.Data
        assert attached.description == "試験 Test"
        assert [spec.UF for spec in pdf.Root.AF] == [name]


def test_data_have_the_date_of_the_document(tmp_path: Path) -> None:
    with Pdf.open(finished(tmp_path)) as pdf:
        (attached,) = pdf.attachments.values()
        dates = attached.get_file().creation_date, attached.get_file().mod_date

    assert [f"{date:%Y-%m-%d}" for date in dates if date] == ["2022-03-31"] * 2


def test_document_that_names_and_dates_nothing_has_its_data(tmp_path: Path) -> None:
    target = tmp_path / "bare.pdf"
    print_html("<title>x</title><p>x", target, data=DATA)

    with Pdf.open(target) as pdf:
        assert [*pdf.attachments] == ["data.json"]


def test_metadata_can_be_read_without_a_pdf_library(tmp_path: Path) -> None:
    content = finished(tmp_path).read_bytes()

    assert b'pdfaid:part="3" pdfaid:conformance="A"' in content
    assert b'pdfuaid:part="1"' in content


def test_first_page_comes_first(tmp_path: Path) -> None:
    with Pdf.open(finished(tmp_path)) as pdf:
        assert pdf.is_linearized


def test_two_fresh_processes_print_the_same_bytes(tmp_path: Path) -> None:
    targets = [tmp_path / "first.pdf", tmp_path / "second.pdf"]
    places = [("1", "UTC"), ("2", "Asia/Tokyo")]

    for target, (seed, zone) in zip(targets, places, strict=True):
        subprocess.run(
            [sys.executable, "-c", PRINT, target],
            input=document(LINKED, head=NAMED).encode(),
            env={**os.environ, **environment(), "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=ROOT,
            check=True,
        )

    first, second = (target.read_bytes() for target in targets)
    assert first == second


def ending_in(byte: int) -> bytes:
    """Return the content of a page that ends in a byte when it is compressed."""
    contents = (b"%" + b"1" * length for length in range(256))
    return next(each for each in contents if zlib.compress(each)[-1] == byte)


@pytest.mark.parametrize("byte", [0x0A, 0x0D], ids=["line-feed", "carriage-return"])
def test_no_stream_looks_shorter_than_it_says(byte: int) -> None:
    source = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = Stream(pdf, ending_in(byte))
        pdf.save(source, compress_streams=False)

    content = compressed(source.getvalue())

    report = page.validate_pdf_bytes(content, profile="3a")
    assert "PDFA3A-STREAM-LENGTH-001" not in {each.rule_id for each in report.failures}
    with Pdf.open(io.BytesIO(content)) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == ending_in(byte)


@pytest.fixture
def photo(settings: Settings, tmp_path: Path) -> str:
    """Keep a photo of 1200 by 600 pixels, and return its address."""
    settings.MEDIA_ROOT = tmp_path
    files.folder().mkdir()
    picture = Image.effect_noise((1200, 600), 50).convert("RGB")
    picture.save(files.path_of("0" * 64))
    return f"asset:///pictures/{files.name_of('0' * 64)}"


def test_picture_is_not_smoothed_nor_finer_than_print(
    photo: str, tmp_path: Path
) -> None:
    body = f'<h1>x</h1><img src="{photo}" alt="x" style="width: 2in; display: block">'

    with Pdf.open(finished(tmp_path, body)) as pdf:
        (image,) = (each for each in pdf.objects if is_image(each))

        kept = {key: image.get(key) for key in ("/Width", "/Height", "/Interpolate")}
        assert kept == {"/Width": 600, "/Height": 300, "/Interpolate": False}


def is_image(found: object) -> bool:
    return isinstance(found, Stream) and found.get("/Subtype") == Name.Image
