"""Types of fixtures that libraries leave open."""

from collections.abc import Callable
from typing import Any

# django_assert_num_queries: a count in, a context manager out.
Queries = Callable[[int], Any]
