"""A walk through the portal from its home pages, along every link."""

from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http import Http404
from django.test import Client
from django.urls import resolve

VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
    *("source", "track", "wbr"),
}
SPOKEN = ("alt", "aria-label", "title", "placeholder", "content")
HOST = "http://testserver"
# Addresses of one kind of page with the same questions, in both languages.
FEW = 4


@dataclass
class CrawledPage:
    """What a crawler reads of an answer."""

    path: str
    status: int
    kind: str
    moved_to: str = ""
    language: str = ""
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    switch: dict[str, str] = field(default_factory=dict)
    alternates: dict[str, str] = field(default_factory=dict)
    robots: str = ""
    texts: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_page(self) -> bool:
        """Tell whether it is a page in one of the languages."""
        return self.status == 200 and self.kind.startswith("text/html")


class Reader(HTMLParser):
    """Reads a page: links, names, alternates, and each text with its language."""

    def __init__(self, page: CrawledPage) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.open: list[tuple[str, str]] = []

    @property
    def spoken(self) -> str:
        """Return the language at this point."""
        return self.open[-1][1] if self.open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element says of itself."""
        found = {name: value or "" for name, value in attrs}
        language = found.get("lang", self.spoken)
        if tag == "html":
            self.page.language = language
        if "id" in found:
            self.page.ids.add(found["id"])
        self.read_links(tag, found)
        if tag != "meta" or "description" in found.get("name", ""):
            texts = [found[name] for name in SPOKEN if found.get(name)]
            self.page.texts.extend((language, text) for text in texts)
        if tag not in VOID:
            self.open.append((tag, language))

    def read_links(self, tag: str, found: dict[str, str]) -> None:
        """Note where an element leads."""
        page, href = self.page, found.get("href", found.get("src", ""))
        if tag == "a" and href:
            page.links.append(href)
            if "hreflang" in found:
                page.switch.setdefault(found["hreflang"], href)
        elif tag == "link" and found.get("rel") == "alternate":
            if "hreflang" in found:
                page.alternates[found["hreflang"]] = href
            else:
                page.links.append(href)
        elif tag in {"img", "script"} or found.get("rel") in {"stylesheet", "icon"}:
            page.files.extend([href] if href else [])
        elif tag == "meta" and found.get("name") == "robots":
            page.robots = found["content"]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element without content says: of a drawing, mostly."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        while self.open:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        """Note a text with its language."""
        inside = {tag for tag, _language in self.open}
        if data.strip() and not inside & {"script", "style"}:
            self.page.texts.append((self.spoken, " ".join(data.split())))


def read(client: Client, path: str) -> CrawledPage:
    """Ask for a path and read what comes."""
    answer = client.get(path)
    kind = answer.headers.get("Content-Type", "")
    page = CrawledPage(
        path, answer.status_code, kind, moved_to=answer.headers.get("Location", "")
    )
    if kind.startswith("text/html"):
        Reader(page).feed(answer.content.decode())
    return page


def address(base: str, href: str) -> tuple[str, str] | None:
    """Return path and anchor of a link inside the portal, else nothing."""
    whole, anchor = urldefrag(urljoin(HOST + base, href))
    parts = urlsplit(whole)
    if f"{parts.scheme}://{parts.netloc}" != HOST:
        return None
    return parts.path + (f"?{parts.query}" if parts.query else ""), anchor


def twin(path: str) -> str:
    """Return the path of the same page in the other language."""
    other = {"ja": "en", "en": "ja"}
    language, slash, rest = path.removeprefix("/").partition("/")
    return f"/{other.get(language, language)}{slash}{rest}"


class Crawler:
    """Follows links; of the days and filters of a kind of page it takes a few."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=False)
        self.seen: dict[str, CrawledPage] = {}
        self.chosen: dict[tuple[str, ...], set[str]] = {}

    def wants(self, path: str) -> bool:
        """Tell whether to ask for a path."""
        if path in self.seen or "/admin/" in path:
            return False
        plain, _mark, query = path.partition("?")
        if not query:
            return True
        try:
            kind = resolve(plain).view_name
        except Http404:
            return True
        asked = sorted({part.partition("=")[0] for part in query.split("&")})
        chosen = self.chosen.setdefault((kind, *asked), set())
        if len(chosen) < FEW:
            chosen.update({path, twin(path)})
        return path in chosen

    def crawl(self, *starts: str) -> dict[str, CrawledPage]:
        """Return all that is reached from the starts, by path with query."""
        waiting = deque(starts)
        while waiting:
            path = waiting.popleft()
            if not self.wants(path):
                continue
            page = self.seen[path] = read(self.client, path)
            for href in (*page.links, page.moved_to):
                found = address(path, href)
                if found:
                    waiting.append(found[0])
                    # What is there without its query must be there, too.
                    waiting.append(found[0].partition("?")[0])
        return self.seen
