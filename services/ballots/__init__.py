"""Ballots: from a draft in private to a result in public, and the votes between (8.9, 8.10)."""
