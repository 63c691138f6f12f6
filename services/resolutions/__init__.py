"""Resolutions: drafted, checked, public, carried out, and asked after (8.11)."""
