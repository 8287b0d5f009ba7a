"""The Celery application: the wake-up call of jobs that live in the database."""

import os
from typing import Any

from celery import Celery, Task

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iclei_portal.settings")

app = Celery("iclei_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Nobody waits for a broker that is down: what it would have woken comes otherwise.
PATIENCE = {"max_retries": 0, "socket_connect_timeout": 2, "socket_timeout": 2}


def wake(task: Task[Any, Any], queue: str, **values: Any) -> None:
    """Send the message that wakes a worker. Raises OperationalError."""
    with app.connection_for_write(transport_options=PATIENCE) as broker:
        task.apply_async(
            kwargs=values,
            queue=queue,
            producer=broker.Producer(auto_declare=False),
            retry=False,
        )
