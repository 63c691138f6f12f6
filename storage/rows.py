"""Between values and rows: tables hold UTC milliseconds, the code aware datetimes."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import TypeVar

T = TypeVar("T")

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


def padded(values: Collection[T]) -> list[T]:
    """Return a list for IN or NOT IN, its last repeated up to the next power of two.

    A list of each length is a statement of its own, and hundreds of them are kept prepared.
    """
    found = list(values)
    return found + found[-1:] * ((1 << max(len(found) - 1, 0).bit_length()) - len(found))
