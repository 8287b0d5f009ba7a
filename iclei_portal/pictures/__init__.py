"""Photos of people, places and events: checked, re-encoded, kept under their hash."""
