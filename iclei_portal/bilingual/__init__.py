"""Two languages on every page: fallback texts, links between them, formats."""
