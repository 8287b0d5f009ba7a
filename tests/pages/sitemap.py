"""The sitemap as crawlers read it."""

from xml.etree.ElementTree import Element, fromstring

from django.test import Client

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"

Pages = dict[str, dict[str, str]]


def tree(client: Client, address: str) -> Element:
    """Return a file of the sitemap."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    return fromstring(response.content)  # noqa: S314 - our own


def files(client: Client) -> list[str]:
    """Return the paths of the files that the sitemap names."""
    found = tree(client, "/sitemap.xml").iter(f"{MAP}loc")
    return [str(one.text).removeprefix("http://testserver") for one in found]


def listed(client: Client, address: str) -> Pages:
    """Return the pages of a file, and the alternates of each by language."""
    return {
        str(one.findtext(f"{MAP}loc")): {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in one.iter(f"{XHTML}link")
        }
        for one in tree(client, address).iter(f"{MAP}url")
    }
