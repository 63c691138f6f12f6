"""Ballots: who may vote, how votes are given, counted and certified (8.9, 8.10)."""
