"""Days and months in the sentences of findings, in whichever language is active."""

from __future__ import annotations

from django.utils.functional import lazy

from iclei_portal.bilingual.formats import day_text, month_text

day_words = lazy(day_text, str)
month_words = lazy(month_text, str)
