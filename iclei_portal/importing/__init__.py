"""Reads rows of files into records: what is new, changed, same or refused."""
