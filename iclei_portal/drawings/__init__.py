"""Drawings of the portal: values in, SVG out; for pages and for the report."""
