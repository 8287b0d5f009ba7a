"""Views of the home page, the pages about ICLEI and the error pages."""
