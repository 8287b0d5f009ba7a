"""Facts about ICLEI: dated figures, statements, history, documents.

They stand below every other app, because texts of all apps print the figures.
"""
