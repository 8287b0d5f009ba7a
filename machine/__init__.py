"""Sets this machine up for the portal and runs it: `python3 -m machine WORD`.

Needs nothing but Python 3.11, because it runs before anything is installed.
"""
