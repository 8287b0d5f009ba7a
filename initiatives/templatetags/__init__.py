"""Template tags of the initiatives app."""
