"""Template tags of the bilingual app."""
