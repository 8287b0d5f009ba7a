"""Management commands of the datasets app."""
