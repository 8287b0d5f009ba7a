"""What the renderer opens and whom it calls, as the kernel saw it."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from iclei_portal.pictures.files import folder
from machine.places import ROOT
from reports.choices import JobState, Section
from reports.models import AnnualReport
from reports.rendering.process import print_html
from reports.rendering.warm import RENDERER
from reports.rendering.work import carry_out
from tests.factories import EventFactory, RenderJobFactory, SectionTextFactory
from typefaces.places import FONTS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")

TRACED = "connect,sendto,open,openat,openat2,execve,clone,clone3"
STRACE = """#!/bin/sh
exec {strace} -f -qq -e trace={traced} -o "{log}" "{python}" "$@"
"""
# The child that prints a document; the library's own helpers are not forked so.
FORKED = re.compile(r"clone\(child_stack=NULL, flags=CLONE_CHILD_CLEARTID.*\) = \d")
OPENED = re.compile(r'open(?:at2?)?\((?:AT_FDCWD, )?"([^"]*)".*\) = \d')
# The font library's own: descriptions of rules, and what it knows of fonts already.
ITS_OWN = ("/usr/share/fontconfig", str(Path.home() / ".cache/fontconfig"))
PROGRAMS = (sys.prefix, sys.base_prefix, "/usr/lib", "/lib", "/etc/ld.so.cache")
KNOWN = (str(ROOT / "static/reports"), str(ROOT / "reports"), "/dev/null", str(FONTS))


def hostile(address: str, secret: Path) -> list[str]:
    return [
        f"<img src={address}/x><img src=file://{secret}>",
        f"![x]({address}/y) ![x](file://{secret}) ![x](/etc/passwd)",
        f"<style>@import url({address}/z.css); @import url(file://{secret});</style>",
        f"<object data=file://{secret}></object><embed src={address}/e.svg>",
        f"<link rel=attachment href=file://{secret}>",
        f"<svg><image href=file://{secret} /><use href={address}/u.svg#u /></svg>",
        "<img src=asset:///../../manage.py><img src=asset:///pictures/../x.jpg>",
        "<img src=//127.0.0.1/x><img src=unix:///run/x><img src=ftp://127.0.0.1/x>",
    ]


@pytest.fixture
def trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Have the kernel's calls of a new renderer and its children written down."""
    strace = shutil.which("strace")
    log, traced = tmp_path / "trace", tmp_path / "python"
    words = {"strace": strace, "log": log, "python": sys.executable, "traced": TRACED}
    traced.write_text(STRACE.format(**words))
    traced.chmod(0o755)
    RENDERER.end()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", str(traced))
        yield log
    RENDERER.end()


def of_the_document(log: Path) -> list[str]:
    """Return the calls since the first document was begun."""
    lines = log.read_text().splitlines()
    begun = [index for index, line in enumerate(lines) if FORKED.search(line)]
    return lines[begun[0] + 1 :]


def opened(calls: list[str], *also: Path) -> list[str]:
    """Return what was opened of the files that no document has to do with."""
    expected = (*ITS_OWN, *PROGRAMS, *KNOWN, str(folder()), *map(str, also))
    paths = [found[1] for call in calls if (found := OPENED.search(call))]
    assert [path for path in paths if path.startswith(KNOWN[0])] != []
    return [path for path in paths if not path.startswith(expected)]


def calls_out(calls: list[str]) -> list[str]:
    return [call for call in calls if re.search(r" (connect|sendto|execve)\(", call)]


def test_hostile_document_opens_its_assets_and_calls_nobody(
    trace: Path, tmp_path: Path, visits: tuple[str, list[bytes]]
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    target = tmp_path / "report.pdf"
    lines = "".join(hostile(visits[0], secret))
    head = '<title>x</title><link rel="stylesheet" href="asset:///page.css">'

    print_html(f'<html lang="en">{head}<base href="file:///etc/">{lines}', target)

    calls = of_the_document(trace)
    assert calls_out(calls) == []
    assert opened(calls, target) == []
    assert visits[1] == []


@pytest.mark.django_db
def test_hostile_texts_of_a_report_open_its_assets_and_call_nobody(
    trace: Path,
    tmp_path: Path,
    report: AnnualReport,
    report_root: Path,
    visits: tuple[str, list[bytes]],
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    lines = hostile(visits[0], secret)
    SectionTextFactory(report=report, section=Section.CAFE, text_en="\n\n".join(lines))
    for line in lines:
        EventFactory(title_ja=line[:100], title_en=line[:100])
    job = RenderJobFactory(report=report, language="en")

    carry_out(job.pk)

    calls = of_the_document(trace)
    job.refresh_from_db()
    assert job.state == JobState.READY
    assert calls_out(calls) == []
    assert opened(calls, report_root) == []
    assert visits[1] == []
