"""What the pages and feeds of the members app show, read from the records.

Records of upper apps are reached through the municipality; the words of their query
sets are unknown to the type checker there.
"""
