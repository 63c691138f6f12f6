"""Between values and rows: tables hold UTC milliseconds, the code aware datetimes."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def ms(at: datetime) -> int:
    """Return an aware time as UTC milliseconds."""
    return (at - EPOCH) // MILLISECOND


def moment(at: int) -> datetime:
    """Return UTC milliseconds as an aware time."""
    return EPOCH + at * MILLISECOND


def stamp(at: datetime) -> str:
    """Return a UTC time as it stands in the name of a file."""
    return f"{at:%Y%m%dT%H%M%SZ}"
