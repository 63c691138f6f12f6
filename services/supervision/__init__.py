"""Supervision: what lies before it, what it says, and what is answered (F03, A16)."""
