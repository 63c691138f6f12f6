"""What is left of a secret ballot that is over: its key is destroyed, and where rows stood.

It is owed from the commit that closed the ballot, and done again until it is written down as
done: a crash at any point leaves no more than the same to do once more.
"""

import asyncio
from collections.abc import Callable
from functools import partial

import structlog
from sqlalchemy import Connection

from bot.envelopes import Envelopes
from bot.house import House
from governance.directory import THE_OPERATOR
from storage.rows import ms
from storage.sealed import Sealed
from storage.shredding import Later, rewrite

log = structlog.get_logger(__name__)
LOOK_SECONDS = 5


class Shredding:
    """Looks for ballots that closed; of several copies only the one that may send does it."""

    def __init__(
        self,
        house: House,
        database: str,
        envelopes: Envelopes,
        *,
        ours: Callable[[], bool] = lambda: True,
    ) -> None:
        self._house = house
        self._database = database
        self._envelopes = envelopes
        self._ours = ours

    async def look(self) -> None:
        """Destroy the keys that are owed, write the database anew, and write down that it is."""
        if not self._ours():
            return
        owed = await self._house.reader.run(lambda c: Sealed(c).owed())
        if not owed:
            return
        for _, public in owed:
            await asyncio.to_thread(self._envelopes.destroy, public)
        try:
            await rewrite(self._database)
        except Later as reason:
            log.warning("ballot.unshredded", reason=str(reason))  # the next look tries on
            return
        for ballot, _ in owed:
            await self._house.writer.submit(partial(self._done, ballot=ballot))
        log.info("ballot.shredded", count=len(owed))

    def _done(self, connection: Connection, ballot: int) -> None:
        now = self._house.clock.now()
        work = self._house.work(connection, f"shred-{ballot}-{ms(now)}", THE_OPERATOR.id, now)
        work.sealed.shredded(ballot)
        work.note("shred-key", f"ballot:{ballot}", {})
