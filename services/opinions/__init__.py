"""The opinion map: statements put to residents in private, and what all of them say together."""
