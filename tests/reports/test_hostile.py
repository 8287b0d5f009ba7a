"""Hostile texts of a report, printed by the real renderer."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from django.conf import settings

from reports.choices import JobState, Section
from reports.models import AnnualReport
from reports.rendering.work import carry_out
from tests.factories import EventFactory, RenderJobFactory, SectionTextFactory
from tests.reports.conftest import read_pdf, squeezed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("report_root")]

# One printable character and the ends of each plane; surrogates are no characters.
PLANES = "".join(
    f"{plane}:" + "".join(chr(plane * 0x10000 + low) for low in (0x21, 0xFFFE, 0xFFFF))
    for plane in range(17)
)
BIDI = "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C]))

Printed = Callable[[str], Path]


@pytest.fixture
def printed(report: AnnualReport) -> Printed:
    """Return what prints a text as a section, a title and a name of a report."""

    def print_text(text: str) -> Path:
        SectionTextFactory(report=report, section=Section.CAFE, text_en=text)
        EventFactory(title_ja=text[:100], title_en=text[:100])
        job = RenderJobFactory(report=report, language="en")
        carry_out(job.pk)
        job.refresh_from_db()
        assert job.state == JobState.READY
        return Path(job.path)

    return print_text


def images(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    found = sum(len(list(page.get_objects(filter=kinds))) for page in document)
    document.close()
    return found


def test_texts_reach_neither_the_network_nor_a_file(
    printed: Printed, visits: tuple[str, list[bytes]], tmp_path: Path
) -> None:
    address, seen = visits
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret")
    lines = [
        f"<img src={address}/x>",
        f"![x]({address}/y)",
        f"<style>@import url({address}/z.css);</style>",
        f"@import url({address}/z.css);",
        f"<img src=file://{secret}><object data=file://{secret}></object>",
        f"[x](file://{secret})",
        "<link rel=attachment href=file:///etc/passwd>",
        "<img src=file:///etc/passwd>",
    ]

    path = printed("\n\n".join(lines))

    text = read_pdf(path, "en").text
    assert seen == []
    assert images(path) == 0
    with pikepdf.open(path) as pdf:
        assert [name.endswith(".json") for name in pdf.attachments] == [True]
    assert "the-secret" not in text
    assert "root:x:" not in text
    assert squeezed(lines[0]) in text


def test_template_language_prints_as_typed(printed: Printed) -> None:
    path = printed("{{ settings.SECRET_KEY }} {% debug %}")

    text = read_pdf(path, "en").text
    assert text.count("{{settings.SECRET_KEY}}{%debug%}") == 2
    assert squeezed(settings.SECRET_KEY) not in text


def test_every_plane_of_unicode_is_printed(printed: Printed) -> None:
    text = read_pdf(printed(f"before {PLANES} after"), "en").text

    assert "before" in text
    assert "after" in text


def test_bidi_controls_turn_their_own_text_only(printed: Printed) -> None:
    text = read_pdf(printed(f"before {BIDI} gpj.exe"), "en").text

    assert "before" in text
    assert "ICLEIJapan" in text


@pytest.mark.parametrize("piece", ["[", "<div>", "> "])
def test_longest_hostile_text_is_printed(printed: Printed, piece: str) -> None:
    path = printed((piece * 20_000)[:20_000])

    assert read_pdf(path, "en").pages > 5
