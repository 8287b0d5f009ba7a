"""Pictures in a report: read from the records, shown in print and on the web."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest
from cattrs import structure, unstructure
from django.template import Context, Template
from django.utils import translation

from iclei_portal.bilingual.texts import Text
from iclei_portal.pictures import files
from machine.places import ROOT
from members.models import Headship, Membership
from reports.contents.pictures import PictureRead, picture_read
from reports.contents.year import ReportYear
from reports.rendering.assets import PICTURE_FOLDER, RefusedError, read_asset
from reports.rendering.html import PRINT, WEB
from reports.rendering.process import print_html
from tests.factories import HeadshipFactory, PictureFactory
from tests.factories.pictures import CAMERA, illustrate, keep_photo
from tests.reports.conftest import read_pdf

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Report</title><style>{style}</style></head>
<body><h1>Report</h1>{body}</body></html>"""
READ = PictureRead(
    file="a" * 64 + ".jpg",
    width=1_200,
    height=900,
    alt=Text("A mayor", "en", missing=False),
    credit=None,
)
# Prints a document, and says how many megabytes the process had at most.
PEAK = """
import re, sys
from pathlib import Path
from reports.rendering.pdf import print_pdf
print_pdf(sys.stdin.read(), Path(sys.argv[1]))
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s*(\\d+) kB", status)[1]) // 1024)
"""
PHOTOS, MOST_PHOTOS = 6, 60
MOST_MEGABYTES, LARGEST_PDF = 400, 8_000_000


def shown(read: PictureRead | None, medium: str) -> str:
    template = Template('{% load pictures %}{% picture it medium "portrait" of %}')
    of = SimpleNamespace(year=2021)
    with translation.override("en"):
        return str(template.render(Context({"it": read, "medium": medium, "of": of})))


def on_a_page(pictures: Sequence[PictureRead], width: str = "60mm") -> str:
    body = "".join(f"<p>{shown(picture, PRINT)}</p>" for picture in pictures)
    return PAGE.format(style=f"img {{ width: {width} }}", body=body)


def resolutions(path: Path) -> Iterator[float]:
    """Yield the pixels an inch of each picture in a PDF."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
            metadata = item.get_metadata()
            yield from (metadata.horizontal_dpi, metadata.vertical_dpi)
    document.close()


@pytest.mark.django_db
def test_picture_is_read_with_its_words(year: ReportYear) -> None:
    picture = PictureFactory(credit_ja="鎌倉市", credit_en="Kamakura City")

    read = picture_read(year, picture)

    assert read == PictureRead(
        file=picture.print_name,
        width=1_200,
        height=900,
        alt=Text("A mayor in a conference hall", "en", missing=False),
        credit=Text("Kamakura City", "en", missing=False),
    )
    assert read.alt.source == f"pictures.picture:{picture.pk}.alt"
    assert structure(json.loads(json.dumps(unstructure(read))), PictureRead) == read


@pytest.mark.django_db
def test_words_that_are_missing_are_those_of_the_other_language(
    year: ReportYear,
) -> None:
    read = picture_read(year, PictureFactory(alt_en=None))

    assert read is not None
    assert read.alt == Text("会議場に立つ市長", "ja", missing=True)
    assert read.credit is None


@pytest.mark.django_db
def test_decoration_is_left_out(year: ReportYear) -> None:
    decoration = PictureFactory(decorative=True, alt_ja=None, alt_en=None)

    assert picture_read(year, decoration) is None
    assert picture_read(year, None) is None


@pytest.mark.django_db
def test_picture_has_an_address_in_print_and_one_on_the_web(year: ReportYear) -> None:
    picture = keep_photo()
    read = picture_read(year, picture)

    printed = shown(read, PRINT)

    name = picture.print_name
    assert printed == (
        f'<img class="portrait" src="asset:///pictures/{name}" '
        'width="640" height="480" alt="A mayor in a conference hall">'
    )
    assert shown(read, WEB) == printed.replace(
        "asset:///pictures/", "/en/reports/2021/pictures/"
    )


@pytest.mark.django_db
def test_words_of_a_picture_are_marked_and_harmless(year: ReportYear) -> None:
    read = picture_read(year, keep_photo(alt_ja='"><script>', alt_en=None))

    assert shown(read, PRINT).endswith('alt="&quot;&gt;&lt;script&gt;" lang="ja">')


@pytest.mark.parametrize("read", [None, READ], ids=["none", "lost file"])
def test_nothing_is_shown_where_there_is_no_file(read: PictureRead | None) -> None:
    assert shown(read, PRINT) == ""


def test_picture_is_an_asset_of_its_folder_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for path in (folder / READ.file, folder / "other.jpg", tmp_path / READ.file):
        path.write_bytes(path.name.encode())

    with pytest.raises(RefusedError):
        read_asset(READ.address)
    monkeypatch.setenv(PICTURE_FOLDER, str(folder))

    assert read_asset(READ.address) == (READ.file.encode(), "image/jpeg")
    for name in ("other.jpg", f"../{READ.file}", "b" * 64 + ".jpg", ""):
        with pytest.raises(RefusedError):
            read_asset(f"asset:///pictures/{name}")


@pytest.mark.django_db
def test_renderer_prints_a_picture(year: ReportYear, tmp_path: Path) -> None:
    read = picture_read(year, keep_photo(5))
    assert read is not None

    print_html(on_a_page([read]), tmp_path / "report.pdf")

    found = list(resolutions(tmp_path / "report.pdf"))
    assert len(found) == 2
    assert all(200 <= one <= 301 for one in found)


def test_renderer_prints_on_where_a_file_is_lost(tmp_path: Path) -> None:
    lost = f'<p><img src="{READ.address}" alt="A mayor"> spoke.</p>'

    print_html(PAGE.format(style="", body=lost), tmp_path / "report.pdf")

    assert "Amayorspoke." in read_pdf(tmp_path / "report.pdf", "en").text
    assert list(resolutions(tmp_path / "report.pdf")) == []


@pytest.mark.django_db
def test_photos_of_cameras_are_light_in_print(year: ReportYear, tmp_path: Path) -> None:
    reads = [picture_read(year, keep_photo(seed, CAMERA)) for seed in range(PHOTOS)]
    document = on_a_page([read for read in reads if read])

    done = subprocess.run(
        [sys.executable, "-c", PEAK, tmp_path / "report.pdf"],
        cwd=ROOT,
        env={PICTURE_FOLDER: str(files.folder())},
        input=document,
        capture_output=True,
        text=True,
        check=True,
    )

    found = list(resolutions(tmp_path / "report.pdf"))
    assert len(found) == 2 * PHOTOS
    assert all(200 <= one <= 301 for one in found)
    size = (tmp_path / "report.pdf").stat().st_size
    assert size * MOST_PHOTOS / PHOTOS < LARGEST_PDF
    assert int(done.stdout) < MOST_MEGABYTES / 2


@pytest.mark.django_db
def test_heads_are_given_portraits_and_made_where_there_are_none() -> None:
    head = HeadshipFactory().person

    illustrate(2)

    portraits = Headship.objects.order_by("pk").values_list("person__portrait__width")
    assert list(portraits) == [(2_400,), (2_400,)]
    head.refresh_from_db()
    assert head.portrait != Headship.objects.latest("pk").person.portrait
    assert Membership.objects.full().count() == 1
