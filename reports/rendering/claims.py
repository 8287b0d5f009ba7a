"""Who works on a render job: one conditional UPDATE decides, its count is the word."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import F
from django.utils import timezone

from reports.choices import FailureReason, JobState
from reports.models import RenderJob
from reports.rendering.files import discard_parts

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
# What a database says that is stopped, killed or started again.
AWAY = (OperationalError, InterfaceError)
SECONDS_BETWEEN_TRIES = 0.5


class SupersededError(Exception):
    """The job was cancelled, or another worker has it."""


def _lease() -> datetime:
    return timezone.now() + timedelta(seconds=settings.RENDER_LEASE_SECONDS)


@dataclass(frozen=True)
class Claim:
    """A worker's hold on a job; `attempt` is the fencing token.

    Every write is conditional on the attempt: a worker that was taken for dead and
    wakes up again changes nothing.
    """

    job_id: int
    attempt: int

    @classmethod
    def take(cls, job_id: int) -> Claim | None:
        """Claim a job that nobody holds, or return None."""
        now = timezone.now()
        with transaction.atomic():
            claimed = (
                RenderJob.objects.claimable(now)
                .filter(pk=job_id, attempt__lt=MOST_ATTEMPTS)
                .update(
                    state=JobState.RENDERING,
                    attempt=F("attempt") + 1,
                    lease_until=_lease(),
                    started_at=now,
                    chapters_done=0,
                    pages_done=0,
                )
            )
            if not claimed:
                return None
            # The row stays locked until the transaction ends: this is our attempt.
            attempt = RenderJob.objects.values_list("attempt", flat=True).get(pk=job_id)
        return cls(job_id, attempt)

    def renew(self, **progress: Any) -> None:
        """Extend the lease. Raises SupersededError where it is no longer ours."""
        self._write(lease_until=_lease(), **progress)

    def renew_if_possible(self, **progress: Any) -> None:
        """Renew, but let a database that is away for a while stop nothing.

        Its worker is then taken for dead by nobody but the database, whose word
        counts at the end. Raises SupersededError.
        """
        try:
            self.renew(**progress)
        except AWAY as error:
            logger.warning("render job %d is not renewed: %s", self.job_id, error)
            connection.close()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Renew the lease all along, however long the work inside is silent."""
        ended = Event()
        renewals = Thread(
            target=self._renew_until, args=(ended,), name=str(self), daemon=True
        )
        renewals.start()
        try:
            yield
        finally:
            ended.set()
            renewals.join()

    def _renew_until(self, ended: Event) -> None:
        try:
            while not ended.wait(settings.RENDER_LEASE_SECONDS / 3):
                self.renew_if_possible()
        except SupersededError as error:
            # The next renewal by the work itself meets the same, and ends it.
            logger.info("render job %d: no further renewals: %s", self.job_id, error)
        finally:
            # The thread's own connection.
            connection.close()

    def finish(self, *, output: str, size: int, pages: int, input_hash: str) -> None:
        """Hand in the file. Raises SupersededError where the job is not ours."""
        self._write_patiently(
            state=JobState.READY,
            lease_until=None,
            finished_at=timezone.now(),
            output=output,
            size=size,
            pages=pages,
            input_hash=input_hash,
        )

    def give_up(self, reason: FailureReason) -> None:
        """Give the job back for another attempt, or fail after the last one.

        Raises SupersededError where the job is not ours.
        """
        if self.attempt < MOST_ATTEMPTS:
            self._write_patiently(state=JobState.QUEUED, lease_until=None)
        else:
            self._write_patiently(
                state=JobState.FAILED,
                lease_until=None,
                finished_at=timezone.now(),
                failure_reason=reason,
            )

    def _write_patiently(self, **values: Any) -> None:
        """Write, and again while the database is away, as long as a lease is."""
        deadline = time.monotonic() + settings.RENDER_LEASE_SECONDS
        while True:
            try:
                self._write(**values)
            except AWAY:
                connection.close()
                if time.monotonic() > deadline:
                    raise
                time.sleep(SECONDS_BETWEEN_TRIES)
            else:
                return

    def _write(self, **values: Any) -> None:
        held = RenderJob.objects.filter(
            pk=self.job_id, attempt=self.attempt, state=JobState.RENDERING
        )
        if held.update(**values) != 1:
            raise SupersededError(f"attempt {self.attempt} at job {self.job_id}")


def fail_the_interrupted() -> None:
    """Fail the jobs whose last attempt ended without a word."""
    now = timezone.now()
    lost = RenderJob.objects.claimable(now).filter(attempt__gte=MOST_ATTEMPTS)
    for job_id in lost.values_list("pk", flat=True):
        lost.filter(pk=job_id).update(
            state=JobState.FAILED,
            lease_until=None,
            finished_at=now,
            failure_reason=FailureReason.WORKER_LOST,
        )
        discard_parts(job_id)
