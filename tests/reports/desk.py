"""The desk as a person at a browser has it: addresses, words, forms filled in."""

import re

from django.test import Client

from reports.models import AnnualReport


def address(report: AnnualReport, place: str = "desk/", language: str = "en") -> str:
    """Return the address of a page of the desk."""
    return f"/{language}/admin/reports/annualreport/{report.pk}/{place}"


def in_words(html: str) -> str:
    """Return what a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def words(client: Client, url: str) -> str:
    """Open a page, and return what it says."""
    return in_words(client.get(url, follow=True).content.decode())


def typed(report: AnnualReport, client: Client, **texts: str) -> dict[str, str]:
    """Fill in the form of the Café as a person who has just opened it."""
    page = client.get(address(report, "texts/cafe/")).content.decode()
    seen = re.search(r'name="cafe-seen" value="([^"]+)"', page)
    assert seen is not None
    return {"cafe-seen": seen[1]} | {
        f"cafe-{name}": text for name, text in texts.items()
    }
