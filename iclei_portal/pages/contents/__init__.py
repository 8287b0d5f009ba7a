"""What the pages about ICLEI show, read from the records."""
