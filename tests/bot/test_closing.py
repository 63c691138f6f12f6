"""The doors close in order: the one in first, and altogether, before what stands behind it."""

import asyncio
from types import SimpleNamespace

from bot import app

TURNS = 100  # of the event loop: more than all the rest of the closing takes


class Made:
    """A house of which nothing is left to do; `done` says in what order it closed."""

    def __init__(self):
        self.done = []
        shut = SimpleNamespace(close=self._soon("house"))
        self.feed = self.ticks = SimpleNamespace(stop=self._now("stop"), seal=self._soon("seal"))
        self.nights = None
        self.printing = SimpleNamespace(close=self._now("printing"))
        self.lanes = SimpleNamespace(quiet=self._soon("lanes"))
        self.sender = SimpleNamespace(
            stopping=False, wake=self._now("wake"), landed=self._soon("landed")
        )
        self.leasing, self.house = shut, SimpleNamespace(writer=shut, reader=shut)

    def _now(self, name):
        return lambda: self.done.append(name)

    def _soon(self, name):
        async def call():
            self.done.append(name)

        return call


async def test_a_receiver_that_takes_its_time_is_waited_for_before_the_rest_closes():
    made, polls = Made(), asyncio.Event()

    async def receive():
        try:
            polls.set()
            await asyncio.Event().wait()
        finally:
            for _ in range(TURNS):  # as connections close
                await asyncio.sleep(0)
            made.done.append("receiver")

    async with asyncio.TaskGroup() as tasks:
        receiving = tasks.create_task(receive())
        sending = tasks.create_task(asyncio.sleep(0))
        await polls.wait()
        await app._close(made, receiving, sending, [])
        ended = receiving.done()

    assert ended
    assert receiving.cancelled()
    assert made.done[0] == "receiver"
