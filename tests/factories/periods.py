"""Periods in which the records of tests hold."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

SINCE_FY2021 = DateRange(date(2021, 4, 1), None)
