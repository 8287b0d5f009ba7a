"""The public pages that belong to no single app: home and about ICLEI."""
