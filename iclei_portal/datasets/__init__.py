"""Loads a folder of reviewed files into all apps at once."""
