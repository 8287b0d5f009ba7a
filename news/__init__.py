"""Articles and publications."""
