"""From HTML to a PDF that is both PDF/UA-1 and PDF/A-3a.

This is the only module that imports WeasyPrint: the renderer's process alone does.
"""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pydyf
import weasyprint.pdf
from weasyprint import HTML, Attachment, Document
from weasyprint.layout import LayoutContext
from weasyprint.pdf.metadata import DocumentMetadata
from weasyprint.urls import URLFetcher, URLFetcherResponse

from reports.rendering.assets import BASE_URL, read_asset
from reports.rendering.finishing import compressed, conform
from reports.rendering.footnotes import set_once
from reports.rendering.tagging import add_tags
from reports.rendering.typography import typeset, without_marks

OPTIONS = {
    "pdf_variant": "pdf/a-3a",
    # Both are the business of what finishes the file, and cost less there.
    "pdf_identifier": False,
    "uncompressed_pdf": True,
    # The resolution of print: what is finer in a picture is not kept.
    "dpi": 300,
}
# Of the data in a document without a date: the same file on every day.
UNDATED = "2000-01-01"

# WeasyPrint's own tags are not enough: see reports.rendering.tagging.
weasyprint.pdf.add_tags = add_tags
LayoutContext.layout_footnote = set_once(LayoutContext.layout_footnote)


class AssetFetcher(URLFetcher):
    """Serves the report's assets and nothing else."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return an asset; WeasyPrint prints on without what is refused."""
        del headers
        content, media_type = read_asset(url)
        return URLFetcherResponse(url, content, {"Content-Type": media_type})


def finish(document: Document, pdf: pydyf.PDF) -> None:
    """Take the marks of typesetting out of a PDF, and complete it."""
    without_marks(document, pdf)
    conform(document, pdf)


def print_pdf(html: str, target: Path, *, data: bytes | None = None) -> int:
    """Write the PDF and return the number of its pages.

    `data` is the report's data as JSON, to be attached under the name that the
    document gives it: <meta name="data" content="….json">.
    """
    source = HTML(string=typeset(html), base_url=BASE_URL, url_fetcher=AssetFetcher())
    document = source.render(**OPTIONS)
    attached = [] if data is None else [attachment(data, document.metadata)]
    content = document.write_pdf(finisher=finish, attachments=attached, **OPTIONS)
    target.write_bytes(compressed(content))
    return len(document.pages)


def attachment(data: bytes, metadata: DocumentMetadata) -> Attachment:
    """Return the report's data as a file of the same title and date."""
    dated = datetime.fromisoformat(metadata.modified or UNDATED)
    return Attachment(
        file_obj=io.BytesIO(data),
        name=metadata.custom.get("data", "data.json"),
        description=metadata.title,
        created=dated,
        modified=dated,
        relationship="Data",
    )
