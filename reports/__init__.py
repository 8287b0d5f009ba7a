"""The annual report: its texts, contents, rendering and jobs."""
