"""How soon whom to call where somebody may come to harm (C02); the numbers are proposals."""

from datetime import timedelta

UNDECLARED = timedelta(minutes=3)  # so long the alarm waits to learn who is a party
AGAIN = timedelta(minutes=10)
HOURLY = timedelta(hours=1)
OFTEN = 12  # after so many rounds an alarm comes back by the hour


def pause(rounds: int) -> timedelta:
    """Return how long after this round an alarm comes back."""
    return AGAIN if rounds < OFTEN else HOURLY
