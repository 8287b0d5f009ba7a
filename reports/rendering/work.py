"""One attempt at a render job, from the claim to the file."""

from __future__ import annotations

import hashlib
import logging

from reports.choices import FailureReason
from reports.models import RenderJob
from reports.rendering import files
from reports.rendering.claims import Claim, SupersededError
from reports.rendering.html import edition_html
from reports.rendering.process import RenderError, print_html

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
    except OSError:
        logger.exception("render job %d", claim.job_id)
        return FailureReason.STORAGE
    except Exception:
        # The boundary of the job: whatever went wrong, the person gets to know.
        logger.exception("render job %d", claim.job_id)
        return FailureReason.CONTENTS
    return None


def _render(claim: Claim) -> None:
    job = RenderJob.objects.select_related("report").get(pk=claim.job_id)

    def progress(done: int, total: int) -> None:
        claim.renew(chapters_done=done, chapters_total=total)

    files.discard_parts(claim.job_id)
    with claim.held():
        html = edition_html(job.report, job.language, progress)
    part = files.part_path(claim.job_id)
    try:
        pages = print_html(html, part, sign=claim.renew)
        kept = files.keep(part)
    finally:
        part.unlink(missing_ok=True)
    claim.finish(
        output=kept.name,
        size=kept.size,
        pages=pages,
        input_hash=hashlib.sha256(html.encode()).hexdigest(),
    )
