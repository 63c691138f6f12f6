"""Resolutions: what was agreed, as promises with a name, a date and a proof each (8.11)."""
