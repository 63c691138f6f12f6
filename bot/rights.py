"""By what right a lane is walked: of several copies of the house, one holds its shard."""

from dataclasses import dataclass
from typing import Protocol

from bot.leasing import Leasing
from storage import inbox
from storage.inbox import Arrival
from storage.leases import SHARD, Lease


class Rights(Protocol):
    """Says which lanes are ours, and by which lease."""

    def of(self, lane: str) -> Lease | None:
        """Return the lease of a lane; None where it is not ours, or nothing is shared."""

    def stand(self, lease: Lease | None) -> bool:
        """Say whether what was ours by this very lease still is."""

    def shards(self) -> dict[int, Lease]:
        """Return the shards that are ours."""


class Unshared:
    """There is no other copy: every lane is ours."""

    def of(self, _lane: str) -> Lease | None:
        """Need no lease."""
        return None

    def stand(self, _lease: Lease | None) -> bool:
        """Lose nothing."""
        return True

    def shards(self) -> dict[int, Lease]:
        """Know no shards."""
        return {}


class Shares:
    """The lanes of the shards whose leases we hold."""

    def __init__(self, leasing: Leasing) -> None:
        self._leasing = leasing

    def of(self, lane: str) -> Lease | None:
        """Return the lease of a lane, None where it is somebody else's."""
        shard = 0 if self._leasing.alone else inbox.shard(lane)
        return self._leasing.lease(f"{SHARD}{shard}")

    def stand(self, lease: Lease | None) -> bool:
        """Say whether what was ours by this very lease still is."""
        return lease is not None and self._leasing.stands(lease)

    def shards(self) -> dict[int, Lease]:
        """Return the shards that are ours."""
        return self._leasing.shards()


@dataclass(frozen=True, slots=True)
class Held:
    """An update in its lane, and the lease by which it is ours."""

    arrival: Arrival
    under: Lease | None


UNSHARED = Unshared()
