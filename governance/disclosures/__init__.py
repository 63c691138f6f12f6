"""Disclosure: what is due is shown on its day, and where it is not, that is shown (G01 to G18)."""
