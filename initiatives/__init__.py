"""International initiatives, who takes part, reporting rounds, cooperation."""
