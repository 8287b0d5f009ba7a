"""How fast, how large: the figures of docs/performance.md, and how to repeat them."""
