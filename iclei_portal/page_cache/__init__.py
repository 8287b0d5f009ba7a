"""Whole public pages in Redis, dropped by what changed."""
