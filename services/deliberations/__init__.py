"""Deliberations: from a neighbour's idea to what was agreed (8.8)."""
