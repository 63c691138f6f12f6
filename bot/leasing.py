"""This copy of the house among others: what it holds, for how long, and its fair share of it."""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

import structlog
from sqlalchemy import Connection

from storage import leases
from storage.inbox import SHARDS
from storage.leases import COPY, SHARD, Lease
from storage.onserver import LEASES, wake
from storage.waits import came

log = structlog.get_logger(__name__)
SECONDS = 15.0
SOON = 0.2  # seconds until what is to be given back is given: what is under way may end
Apart = Callable[[Callable[[Connection], "Held"]], Awaitable["Held"]]


class Life(Protocol):
    """Shows the others that we live, and us that they do not."""

    @property
    def lives(self) -> bool:
        """Whether the others can know that we live."""

    async def start(self) -> None:
        """Begin."""

    async def run(self) -> None:
        """Go on, until stopped."""

    async def stop(self) -> None:
        """End."""

    def dead(self, connection: Connection, holders: Collection[str]) -> set[str]:
        """Return those that surely live no more."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a beat brought: what we hold, and how many copies live."""

    leases: Mapping[str, Lease] = field(default_factory=dict)
    copies: int = 1


def boottime() -> float:
    """Return seconds that go on while a process is stopped, and where it can be, a machine."""
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime(clock)


class Leasing:
    """Holds leases by a heartbeat; by its own clock it gives them up no later than the others do.

    A lease that was ours, and for a moment was not, is never ours again: the next has a new epoch.
    `alone`: one shard holds all lanes, and who has it has everything (SQLite).
    """

    def __init__(  # noqa: PLR0913 -- parts, each by its name
        self,
        apart: Apart,
        life: Life,
        *,
        holder: str,
        roles: tuple[str, ...],
        alone: bool,
        seconds: float = SECONDS,
        fell: Callable[[Connection], None] = lambda _: None,
        closed: Callable[[], Awaitable[None]] | None = None,
        clock: Callable[[], float] = boottime,
    ) -> None:
        self.holder = holder
        self.alone = alone
        self.copies = 1
        self.changed: list[Callable[[], None]] = []
        self.woken: list[Callable[[], None]] = []
        self._fell = fell  # told, in the same commit, of each copy that ended without a word
        self._on_close = closed
        self._apart = apart
        self._life = life
        self._roles = roles
        self._shards = tuple(f"{SHARD}{n}" for n in range(1 if alone else SHARDS))
        self._seconds = seconds
        self._ms = int(seconds * 1000)
        self._clock = clock
        self._held: Mapping[str, Lease] = {}
        self._until = float("-inf")
        self._given_up = 0  # times
        self._leaving: frozenset[str] = frozenset()
        self._hurry = asyncio.Event()
        self._beating = asyncio.Lock()
        self._closed = False

    def lease(self, name: str) -> Lease | None:
        """Return the lease of that name, if it is ours now."""
        if self._clock() >= self._until or name in self._leaving:
            return None
        return self._held.get(name)

    def of(self, kind: str, number: int) -> Callable[[], Lease | None]:
        """Return the question whether the lease of that kind and number is ours now."""
        return partial(self.lease, f"{kind}{number}")

    def shards(self) -> dict[int, Lease]:
        """Return the leases of the shards that are ours now, by number."""
        found = ((n, self.lease(name)) for n, name in enumerate(self._shards))
        return {n: lease for n, lease in found if lease is not None}

    def stands(self, lease: Lease) -> bool:
        """Say whether this very lease is ours now."""
        return self.lease(lease.name) == lease

    def hear(self, what: str) -> None:
        """Pass on that another copy has committed."""
        if what == LEASES:
            self.hurry()
        for listener in self.woken:
            listener()

    def give_up(self) -> None:
        """Hold nothing any more: the others count us as dead and may take it; ask for it anew."""
        self._until = float("-inf")
        self._given_up += 1
        self.hurry()

    def hurry(self) -> None:
        """Beat at once."""
        self._hurry.set()

    async def start(self) -> None:
        """Show that we live, and take what is free."""
        await self._life.start()
        await self.beat()

    async def live(self) -> None:
        """Show that we live, until closed."""
        await self._life.run()

    async def run(self) -> None:
        """Beat until closed."""
        while not self._closed:
            self._hurry.clear()
            pause = min(SOON, self._seconds / 3) if self._leaving else self._seconds / 3
            await came(self._hurry, pause)
            if not self._closed:
                await self.beat()

    async def beat(self) -> None:
        """Renew what we hold, take our share of what is free, give back what is too much.

        Who cannot show that he lives would be taken for dead, and takes nothing.
        """
        async with self._beating:
            if not self._life.lives:
                return
            began, given_up = self._clock(), self._given_up
            lapsed = began >= self._until
            try:
                brought = await self._apart(lambda c: self._beat(c, lapsed=lapsed))
            except Exception as error:  # noqa: BLE001 -- whatever it is, leases run out by themselves
                log.warning("lease.unrenewed", error=type(error).__name__)
                return
            late = not lapsed and self._clock() >= self._until
            if late or given_up != self._given_up:
                # it ran out while we asked; what was given up once is never taken up as the same
                self.give_up()
                return
            self._take_over(brought, began)

    def _take_over(self, brought: Held, began: float) -> None:
        before = {name: lease for name in self._held if (lease := self.lease(name))}
        self._held, self._until = brought.leases, began + self._seconds
        alone, self.copies = self.copies, brought.copies
        share = self._share(brought.copies)
        mine = [name for name in self._shards if name in self._held]
        self._leaving = frozenset(mine[share:])
        after = {name: lease for name in self._held if (lease := self.lease(name))}
        if before != after or alone != self.copies:
            log.info(
                "lease.changed",
                holder=self.holder,
                copies=self.copies,
                shards=len(self.shards()),
                roles=[name for name in self._roles if name in after],
            )
            for listener in self.changed:
                listener()

    def _share(self, copies: int) -> int:
        return -(-len(self._shards) // max(copies, 1))

    def _beat(self, connection: Connection, *, lapsed: bool) -> Held:
        holder, ms = self.holder, self._ms
        if lapsed:
            leases.drop(connection, holder)
        dead = self._life.dead(connection, leases.others(connection, holder))
        mine = {each.name: each for each in leases.renew(connection, holder, ms)}
        if given := [mine.pop(name) for name in self._leaving if name in mine]:
            leases.release(connection, given)
            wake(connection, LEASES)
        if leases.reap(connection, holder, dead):
            self._fell(connection)
        if COPY + holder not in mine:
            leases.take(connection, [COPY + holder], holder, ms)
        copies = leases.copies(connection, dead)

        def take(names: Collection[str], most: int) -> None:
            wanted = [name for name in names if name not in mine]
            found = leases.take(connection, wanted, holder, ms, dead=dead, most=most)
            mine.update({each.name: each for each in found})

        take(self._shards, self._share(copies) - sum(name in mine for name in self._shards))
        if not self.alone or self._shards[0] in mine:
            take(self._roles, len(self._roles))
        else:
            # one copy does all of it: what follows the shard goes with it
            leases.release(connection, [mine.pop(name) for name in self._roles if name in mine])
        mine.pop(COPY + holder, None)
        return Held(mine, copies)

    async def close(self) -> None:
        """Give everything back, and end."""
        self._closed = True
        self.hurry()
        async with self._beating:
            held, self._held = self._held, {}
            try:
                await self._apart(lambda c: self._leave(c, held))
            except Exception as error:  # noqa: BLE001 -- as above
                log.warning("lease.unreturned", error=type(error).__name__)
        await self._life.stop()
        if self._on_close is not None:
            await self._on_close()

    def _leave(self, connection: Connection, held: Mapping[str, Lease]) -> Held:
        leases.release(connection, list(held.values()))
        leases.leave(connection, self.holder)
        wake(connection, LEASES)
        return Held()


def fresh() -> str:
    """Return a name for a copy that no other has, nor ever had."""
    return secrets.token_hex(8)
