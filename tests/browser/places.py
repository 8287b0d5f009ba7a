"""Every kind of public page, and an address of each, below `/ja/` and `/en/`.

A public URL pattern without an entry here fails `tests/site/test_places.py`: no page
is built that nobody looks at.
"""

from dataclasses import dataclass

# By the name of the URL: one address or more, the first one plain.
PLACES: dict[str, tuple[str, ...]] = {
    "pages:home": ("",),
    "pages:accessibility": ("accessibility/",),
    "about:overview": ("about/",),
    "about:benefits": ("about/benefits/",),
    "about:officers": ("about/officers/", "about/officers/?as_of=2022-03-31"),
    "about:councils": ("about/councils/?as_of=2022-03-31",),
    "about:offices": ("about/offices/",),
    "about:history": ("about/history/",),
    "about:documents": ("about/documents/",),
    "about:un": ("about/un/",),
    "about:facts": ("about/facts/",),
    "about:contact": ("about/contact/",),
    "members:list": (
        "members/",
        "members/?as_of=2000-01-01",
        "members/?view=region",
        "members/?view=map",
        "members/?kind=city&initiative=tap",
    ),
    "members:detail": (
        "members/kyoto/",
        "members/niigata/",
        "members/kyoto/?as_of=2022-03-31",
    ),
    "initiatives:list": ("initiatives/",),
    "initiatives:matrix": ("initiatives/matrix/",),
    "initiatives:networks": ("initiatives/networks/",),
    "initiatives:cooperations": ("initiatives/cooperation/",),
    "initiatives:cooperation": ("initiatives/cooperation/saitama-matsuyama/",),
    "initiatives:detail": ("initiatives/cdp-iclei/", "initiatives/tap/"),
    "events:year": ("events/2021/",),
    "events:month": ("events/2021/10/",),
    "events:meetings": ("events/2021/meetings/",),
    "events:cafe": ("events/2021/cafe/",),
    "events:detail": ("events/cop26/",),
    "events:programme": ("events/cop29-pavilion/programme/",),
    "news:list": ("news/",),
    "news:detail": ("news/fy2021-activity-record/",),
    "reports:list": ("reports/",),
    "reports:detail": ("reports/2021/",),
    "reports:chapter": (
        "reports/2021/about/",
        "reports/2021/members/",
        "reports/2021/calendar/",
    ),
    "reports:event": ("reports/2021/highlights/cop26/",),
    "reports:corrections": ("reports/2021/corrections/",),
}
# URLs that show no page of their own: what they give instead.
NO_PAGES = {
    "iclei_portal.pages.views.home.choose_language": "a home page",
    "machines:robots": "a text for machines",
    "machines:security": "a text for machines",
    "machines:sitemap": "a list for machines",
    "machines:sitemap-section": "a list for machines",
    "members:feed": "a feed",
    "renditions:file": "a picture",
    "pages:components": "the components, in development alone",
    "events:list": "the newest fiscal year",
    "members:by_code": "the member's profile",
    "pictures:file": "a picture",
    "reports:download": "a PDF",
    "reports:picture": "a picture",
}
# What a reader sees when something is wrong, and its status.
FAULTS = {
    "members/?as_of=x": 400,
    "refused/": 403,
    "nowhere/": 404,
    "broken/": 500,
}
LANGUAGES = ("ja", "en")


@dataclass(frozen=True)
class Place:
    """One address below a language, the name of its URL and its status."""

    name: str
    address: str
    status: int = 200


def places() -> list[Place]:
    """Return every address, pages first, then faults."""
    pages = [
        Place(name, address)
        for name, addresses in PLACES.items()
        for address in addresses
    ]
    faults = [Place(str(code), address, code) for address, code in FAULTS.items()]
    return pages + faults
