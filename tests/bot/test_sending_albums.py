import pytest
import pytest_asyncio

from bot import rendering
from bot.pacing import Pace, Pacer
from governance.notices import Priority
from tests.bot import doors
from tests.bot.doors import LI, notice


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI)
        yield town


class Noting(Pacer):
    """A pacer that notes what it is told of each that leaves, and of its answer."""

    def __init__(self):
        super().__init__(Pace.unlimited())
        self.sizes, self.answers, self.ended = [], [], []

    def gate(self, chat, now, *, answer, size):
        self.answers.append(answer)
        return super().gate(chat, now, answer=answer, size=size)

    def answered(self, stamp, chat, now):
        self.ended.append((chat, stamp.left <= now))
        super().answered(stamp, chat, now)

    def left(self, chat, now, *, edit, size):
        self.sizes.append((chat, size))
        return super().left(chat, now, edit=edit, size=size)


@pytest.mark.parametrize(
    ("priority", "answer"),
    [(Priority.DANGER, True), (Priority.ANSWER, True), (Priority.BROADCAST, False)],
)
async def test_the_pacer_is_told_of_each_message_of_an_album(town, monkeypatch, priority, answer):
    caller = doors.Caller()
    media = [{"type": "photo", "media": name} for name in ("p1", "p2", "p3")]
    album = ("sendMediaGroup", {"chat_id": LI, "media": media}, False)
    monkeypatch.setattr(rendering, "render", lambda *_: album)

    async with doors.sending(town, caller) as sender:
        sender._pacer = pacer = Noting()
        await town.put(notice(priority=priority))
        await town.settled()

    assert [method for method, _ in caller.calls] == ["sendMediaGroup"]
    assert pacer.sizes == [(LI, 3)]
    assert (pacer.answers, pacer.ended) == ([answer], [(LI, True)])
