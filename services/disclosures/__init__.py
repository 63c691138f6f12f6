"""Disclosures: what is due, by whom and to whom; what is late is itself shown (G07, 8.12)."""
