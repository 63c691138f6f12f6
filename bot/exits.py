"""How a process ends, for whoever starts it again: docs/operations.md has the table."""

OK = 0  # told to end, and ended in order
FAILED = 1  # a look found something wrong; or `run` met what nobody foresaw
MISTAKE = 2  # in the settings, the community file or the command line
UNAVAILABLE = 69  # something outside stands in the way, such as a second copy
DISK = 74  # the database is damaged or cannot be written; starting again makes it no better
LATER = 75  # no room, or held by another: starting again later may do
UNFIT = 78  # the token is unknown, or a newer version wrote the database
NOT_AGAIN = frozenset({MISTAKE, DISK, UNFIT})
"""Ends after which a supervisor leaves it: a human must change something first."""
