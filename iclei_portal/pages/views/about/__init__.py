"""Views of the pages about ICLEI."""
