"""Commands of the pictures app."""
