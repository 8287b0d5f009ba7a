"""One attempt at a render job, from the claim to the file."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from reports.choices import FailureReason
from reports.contents.snapshots import take_snapshot
from reports.models import RenderJob
from reports.rendering import files
from reports.rendering.claims import AWAY, Claim, SupersededError
from reports.rendering.documents import (
    Document,
    chapter_document,
    current_document,
    frozen_document,
)
from reports.rendering.process import LIMITS, OF_A_PREVIEW, RenderError, print_html

if TYPE_CHECKING:
    from collections.abc import Callable


logger = logging.getLogger(__name__)


def carry_out(job_id: int) -> None:
    """Claim a job and render it; without a claim there is nothing to do."""
    claim = Claim.take(job_id)
    if claim is None:
        logger.info("render job %d is not to be had", job_id)
        return
    try:
        reason = _attempt(claim)
        if reason is not None:
            claim.give_up(reason)
    except SupersededError as ended:
        logger.info("render job %d: %s is over", job_id, ended)


def _attempt(claim: Claim) -> FailureReason | None:
    """Render, or return the reason why not. Raises SupersededError."""
    try:
        _render(claim)
    except SupersededError:
        raise
    except RenderError as error:
        logger.exception("render job %d", claim.job_id)
        return error.reason
    except AWAY:
        logger.exception("render job %d", claim.job_id)
        return FailureReason.WORKER_LOST
    except OSError:
        logger.exception("render job %d", claim.job_id)
        return FailureReason.STORAGE
    except Exception:
        # The boundary of the job: whatever went wrong, the person gets to know.
        logger.exception("render job %d", claim.job_id)
        return FailureReason.CONTENTS
    return None


def _render(claim: Claim) -> None:
    jobs = RenderJob.objects.select_related("report", "snapshot", "version__snapshot")
    job = jobs.get(pk=claim.job_id)

    def progress(done: int, total: int) -> None:
        claim.renew(chapters_done=done, chapters_total=total)

    def laid_out(page: int) -> None:
        claim.renew_if_possible(pages_done=page)

    files.discard_parts(claim.job_id)
    with claim.held():
        document = _document(claim, job, progress)
    part = files.part_path(claim.job_id)
    try:
        pages = print_html(
            document.html,
            part,
            data=document.data,
            sign=laid_out,
            limits=OF_A_PREVIEW if job.chapter else LIMITS,
        )
        kept = files.keep(part)
    finally:
        part.unlink(missing_ok=True)
    claim.finish(
        output=kept.name,
        size=kept.size,
        pages=pages,
        input_hash=hashlib.sha256(document.html.encode() + document.data).hexdigest(),
    )


def _document(
    claim: Claim, job: RenderJob, progress: Callable[[int, int], None]
) -> Document:
    """Return what the job prints. Raises RenderError and SupersededError."""
    if job.version is not None:
        return frozen_document(job.version, job.language)
    if job.snapshot is None:
        job.snapshot = take_snapshot(job.report, job.chapter)
        claim.renew(snapshot=job.snapshot)
    if job.chapter:
        return chapter_document(job.snapshot, job.language, job.chapter)
    return current_document(job.snapshot, job.language, progress)
