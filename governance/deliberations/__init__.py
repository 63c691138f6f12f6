"""Deliberation: a topic from a proposal to what became of it; talk before any ballot (8.8)."""
