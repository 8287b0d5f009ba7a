"""The fonts of the printed report, what they cover, and how they are built."""
