"""A frozen report prints to the same bytes, whatever happens to the records."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from members.models import Headship, Person, User
from reports.actions import (
    freeze_report,
    publish_report,
    reopen_report,
    send_to_review,
)
from reports.choices import FindingKind
from reports.models import Allowance, AnnualReport, Version
from reports.rendering.documents import frozen_document
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

# Prints a document in a process of its own, with a renderer of its own.
PRINT = """
import sys
from pathlib import Path
import django
django.setup()
from reports.rendering.process import print_html
html, data, target = map(Path, sys.argv[1:])
print(print_html(html.read_text(), target, data=data.read_bytes()))
"""


def printed(version: Version, language: str, folder: Path, name: str) -> str:
    """Print an edition in a fresh process; return the SHA-256 of the file."""
    document = frozen_document(version, language)
    paths = [folder / f"{name}.{kind}" for kind in ("html", "json", "pdf")]
    paths[0].write_text(document.html)
    paths[1].write_bytes(document.data)
    subprocess.run([sys.executable, "-c", PRINT, *paths], check=True)
    return hashlib.sha256(paths[2].read_bytes()).hexdigest()


def rename(person_of: str) -> tuple[str, str]:
    """Give the head of a municipality another name; return both, in English."""
    person = Headship.objects.get(municipality__slug=person_of).person
    before = person.name_in("en")
    Person.objects.filter(pk=person.pk).update(
        given_name_ja="一郎", given_name_en="Ichiro"
    )
    person.refresh_from_db()
    return before, person.name_in("en")


def test_frozen_report_prints_the_same_bytes_after_an_edit(
    published: AnnualReport, tmp_path: Path
) -> None:
    version = published.versions.get(number=1)
    first = printed(version, "ja", tmp_path, "first")

    rename("kyoto")
    second = printed(published.versions.get(number=1), "ja", tmp_path, "second")

    assert first == second


@pytest.fixture
def corrected(published: AnnualReport) -> tuple[AnnualReport, tuple[str, str]]:
    """Return the report opened again, corrected in one name, and published."""
    editor: User = UserFactory(is_staff=True)
    reopen_report(
        report=published,
        by=editor,
        reason_ja="氏名の訂正",
        reason_en="A name corrected",
    )
    names = rename("kyoto")
    for kind in FindingKind:
        Allowance.objects.update_or_create(
            report=published, kind=kind, defaults={"most": 500}
        )
    for step in (send_to_review, freeze_report, publish_report):
        step(report=published, by=editor)
    published.refresh_from_db()
    return published, names


@pytest.mark.parametrize("language", ["ja", "en", "ja-en"])
def test_next_version_tells_what_it_corrects(
    corrected: tuple[AnnualReport, tuple[str, str]], language: str
) -> None:
    report, (before, after) = corrected
    versions = {each.number: each for each in report.versions.all()}
    pages = {
        number: version.documents[language] for number, version in versions.items()
    }

    assert [html.count('class="errata"') for html in pages.values()] == [
        len(language.split("-")),
        0,
    ]
    errata = pages[2].split('class="errata"')[-1].split("</table>")[0]
    assert errata.count('<th scope="row">') == 1
    if language != "ja":
        assert before in errata
        assert after in errata
