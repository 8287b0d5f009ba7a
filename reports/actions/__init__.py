"""What people do with annual reports."""

from reports.actions.jobs import cancel_job, request_edition, retry_job, wake_worker
from reports.actions.versions import (
    NotNowError,
    freeze_report,
    keep_as_published,
    publish_report,
    reopen_report,
    return_to_draft,
    send_to_review,
)

__all__ = [
    "NotNowError",
    "cancel_job",
    "freeze_report",
    "keep_as_published",
    "publish_report",
    "reopen_report",
    "request_edition",
    "retry_job",
    "return_to_draft",
    "send_to_review",
    "wake_worker",
]
