"""The Celery application: the wake-up call of jobs that live in the database."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iclei_portal.settings")

app = Celery("iclei_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
