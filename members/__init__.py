"""Municipalities, their heads and memberships, persons, bodies, offices, partners."""
