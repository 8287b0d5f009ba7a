"""The file of a finished rendering, as readers and staff get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404

if TYPE_CHECKING:
    from reports.models import RenderJob


def pdf_response(job: RenderJob) -> FileResponse:
    """Return the file of a finished rendering, under its stable name.

    Raises Http404 where the file is not on the disk.
    """
    try:
        file = job.path.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        file, content_type="application/pdf", filename=job.file_name
    )
    response["ETag"] = f'"{job.path.stem}"'
    response["Content-Language"] = job.language
    return response
