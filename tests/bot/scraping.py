"""What /metrics answers, looked through for secrets as it is read."""

from bot import metrics
from tests import leaks


async def scraped(house):
    """Return the lines of what Prometheus would read."""
    told, _ = await metrics.measured(house)
    leaks.look("/metrics", told)
    return told.decode().splitlines()
