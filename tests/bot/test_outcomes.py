"""What becomes of a send that fails: one table over bot.errors.Outcome."""

from contextlib import suppress
from dataclasses import dataclass, field, replace

import pytest
import pytest_asyncio
from sqlalchemy import select, update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
)

from bot.errors import NeverLeft, Outcome, OutcomeUnknown, classify
from governance.notices import Address, Policy
from storage.cards import CARDS
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, LI, SHEET, STAFF, WANG, ZHANG, notice, sheet

ONCE = Policy.ONCE


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, ZHANG, WANG)
        yield town


@pytest_asyncio.fixture
async def caller():
    return doors.Caller()


@dataclass(frozen=True, kw_only=True)
class Fails:
    """A send that fails once, and what its row and its card say afterwards."""

    outcome: Outcome
    error: Exception
    row: tuple = ("undeliverable", 1, LI)
    what: object = field(default_factory=notice)
    tries: int = 0
    card: tuple = ()
    then: tuple = ()  # what the next calls meet


UNKNOWN = OutcomeUnknown("HTTP 502")
BLOCKED = Forbidden("Forbidden: bot was blocked by the user")
LATER = RetryAfter(30)
KICKED = Forbidden("Forbidden: bot was kicked from the supergroup chat")
MUTED = BadRequest("Not enough rights to send text messages to the chat")
NOT_FOUND = BadRequest("Chat not found")
STRANGE = -1001000000099
TABLE = {
    "again": Fails(outcome=Outcome.AGAIN, error=NeverLeft("DNS"), row=("waiting", 1, LI)),
    "again-however-often": Fails(
        outcome=Outcome.AGAIN, error=NeverLeft("DNS"), tries=9, row=("waiting", 10, LI)
    ),
    "again-once": Fails(
        outcome=Outcome.AGAIN,
        error=NeverLeft("DNS"),
        what=notice(policy=ONCE),
        row=("waiting", 1, LI),
    ),
    "later": Fails(outcome=Outcome.LATER, error=LATER, row=("waiting", 1, LI)),
    "unknown": Fails(outcome=Outcome.UNKNOWN, error=UNKNOWN, row=("waiting", 1, LI)),
    "unknown-once": Fails(
        outcome=Outcome.UNKNOWN,
        error=UNKNOWN,
        what=notice(policy=ONCE),
        row=("uncertain", 1, LI),
    ),
    "unknown-after-an-outage": Fails(
        outcome=Outcome.UNKNOWN, error=UNKNOWN, tries=9, row=("waiting", 10, LI)
    ),
    "ok-anyway": Fails(
        outcome=Outcome.OK_ANYWAY,
        error=BadRequest("Message is not modified"),
        what=sheet(),
        row=("sent", 1, WANG),
        card=(SHEET, WANG, 77),
    ),
    "gone": Fails(
        outcome=Outcome.GONE,
        error=BadRequest("Message to edit not found"),
        what=sheet(),
        row=("waiting", 1, WANG),
        card=(SHEET, WANG, None),
    ),
    "no-dm": Fails(outcome=Outcome.NO_DM, error=BLOCKED),
    "no-dm-instead": Fails(
        outcome=Outcome.NO_DM,
        error=BLOCKED,
        what=doors.elsewhere(notice(), LI, GROUP),
        row=("sent", 1, GROUP),
    ),
    "no-dm-card": Fails(
        outcome=Outcome.NO_DM,
        error=BLOCKED,
        what=sheet(),
        row=("sent", 1, STAFF),
        card=(SHEET, STAFF, 101),
    ),
    "no-dm-not-found": Fails(outcome=Outcome.NO_DM, error=NOT_FOUND),
    "readdress": Fails(
        outcome=Outcome.READDRESS,
        error=ChatMigrated(-1009),
        what=notice(address=Address(chat=-9, reply_to=7)),
        row=("sent", 2, -1009),
    ),
    "out": Fails(
        outcome=Outcome.OUT,
        error=KICKED,
        what=doors.elsewhere(notice(), GROUP),
        row=("waiting", 1, GROUP),
    ),
    "out-stranger": Fails(
        outcome=Outcome.OUT,
        error=KICKED,
        what=doors.elsewhere(notice(), STRANGE),
        row=("undeliverable", 1, STRANGE),
    ),
    "out-not-found": Fails(
        outcome=Outcome.OUT,
        error=NOT_FOUND,
        what=doors.elsewhere(notice(), GROUP),
        row=("waiting", 1, GROUP),
    ),
    "out-not-found-stranger": Fails(
        outcome=Outcome.OUT,
        error=NOT_FOUND,
        what=doors.elsewhere(notice(), STRANGE),
        row=("undeliverable", 1, STRANGE),
    ),
    "muted": Fails(
        outcome=Outcome.MUTED,
        error=MUTED,
        what=doors.elsewhere(notice(), GROUP),
        row=("waiting", 1, GROUP),
    ),
    "muted-stranger": Fails(
        outcome=Outcome.MUTED,
        error=MUTED,
        what=doors.elsewhere(notice(), STRANGE),
        row=("undeliverable", 1, STRANGE),
    ),
    "muted-instead": Fails(
        outcome=Outcome.MUTED,
        error=MUTED,
        what=doors.elsewhere(notice(), GROUP, LI),
        row=("sent", 1, LI),
    ),
    "muted-topic": Fails(
        outcome=Outcome.MUTED,
        error=BadRequest("TOPIC_CLOSED"),
        what=notice(address=Address(chat=GROUP, topic=42)),
        row=("sent", 1, GROUP),
    ),
    "refused": Fails(outcome=Outcome.REFUSED, error=BadRequest("Message is too long")),
    "refused-card": Fails(
        outcome=Outcome.REFUSED,
        error=BadRequest("Message is too long"),
        what=sheet(),
        row=("undeliverable", 1, WANG),
        card=(SHEET, WANG, 77),
    ),
    "no-thread-topic": Fails(
        outcome=Outcome.NO_THREAD,
        error=BadRequest("Message thread not found"),
        what=notice(address=Address(chat=GROUP, topic=42)),
        row=("sent", 1, GROUP),
    ),
    "no-thread": Fails(outcome=Outcome.NO_THREAD, error=BadRequest("Message thread not found")),
    "stop": Fails(
        outcome=Outcome.STOP,
        error=Conflict("terminated by other getUpdates request"),
        tries=9,
        row=("waiting", 10, LI),
    ),
    "stop-401": Fails(
        outcome=Outcome.STOP,
        error=InvalidToken("Unauthorized"),
        then=(InvalidToken("Unauthorized"),),  # getMe as well: it is the token
        tries=9,
        row=("waiting", 10, LI),
    ),
    "stop-404": Fails(  # getMe is answered: it is the method, and fails again
        outcome=Outcome.STOP, error=InvalidToken("Not Found")
    ),
    "bad-markup": Fails(
        outcome=Outcome.BAD_MARKUP,
        error=BadRequest("Can't parse entities: unclosed start tag"),
        row=("sent", 1, LI),
    ),
    "too-late": Fails(outcome=Outcome.TOO_LATE, error=BadRequest("Query is too old")),
}


def test_every_outcome_stands_in_the_table():
    assert {each.outcome for each in TABLE.values()} == set(Outcome)


@pytest.mark.parametrize("fails", TABLE.values(), ids=TABLE)
async def test_an_outcome_is_written_down(town, caller, fails):
    await town.report()
    await town.alter(OUTBOX, status="sent")
    await town.alter(CARDS, message=77)
    await town.put(fails.what)
    mine = OUTBOX.c.status == "waiting"
    await town.unit(lambda c: c.execute(update(OUTBOX).where(mine).values(tries=fails.tries)))
    [number] = [
        n for n, status in await town.rows(OUTBOX.c.id, OUTBOX.c.status) if status == "waiting"
    ]
    caller.script.extend((fails.error, *fails.then))

    question = select(OUTBOX.c.status, OUTBOX.c.tries, OUTBOX.c.chat).where(OUTBOX.c.id == number)

    async with doors.sending(town, caller):
        with suppress(TimeoutError):  # then it is not as it should be, and told below
            await town.until(lambda c: c.execute(question).one() == fails.row)

    assert tuple(await town.house.reader.first(question)) == fails.row
    assert classify(fails.error, private=fails.what.address.chat > 0).outcome is fails.outcome
    if fails.card:
        assert [card for card in await town.cards() if card[0] == SHEET] == [fails.card]


async def stray(town, stands, address):
    """Let a worksheet stand in one chat, and have it drawn anew by a row for another."""
    await town.report()
    await town.alter(OUTBOX, status="sent")
    await town.alter(CARDS, chat=stands, message=77)
    await town.put(replace(sheet(), address=address))


async def where(town):
    """Return the fate and the chat of that row, and where the card stands."""
    last = select(OUTBOX.c.status, OUTBOX.c.chat).where(OUTBOX.c.dedupe.startswith("t"))
    [card] = [card for card in await town.cards() if card[0] == SHEET]
    return *(await town.house.reader.first(last)), *card[1:]


@pytest.mark.parametrize(
    ("stands", "error"),
    [(STAFF, KICKED), (STAFF, MUTED), (STRANGE, KICKED), (STRANGE, MUTED), (LI, BLOCKED)],
    ids=["out", "muted", "out-stranger", "muted-stranger", "no-dm"],
)
@pytest.mark.parametrize(
    "address", [Address(chat=WANG, instead=Address(chat=STAFF)), Address(chat=GROUP, topic=42)]
)
async def test_a_card_refused_where_it_stands_is_shown_anew_where_its_row_goes(
    town, caller, stands, error, address
):
    await stray(town, stands, address)
    caller.script.append(error)

    async with doors.sending(town, caller):
        await town.settled()

    (first, edited), *others = caller.calls
    assert (first, edited["chat_id"]) == ("editMessageText", stands)
    [sent] = [p for method, p in others if p["chat_id"] == address.chat and "三号楼" in p["text"]]
    assert sent.get("message_thread_id") == address.topic
    status, chat, *card = await where(town)
    assert (status, chat, card[0], card[1] > 100) == ("sent", address.chat, address.chat, True)


class Muted(doors.Caller):
    """Lets the bot say nothing in any group."""

    async def call(self, method, params):
        if params["chat_id"] < 0:
            self.script.append(MUTED)
        return await super().call(method, params)


async def test_a_card_refused_there_as_well_waits_there_and_is_tried_no_more(town):
    await stray(town, STAFF, Address(chat=GROUP))

    async with doors.sending(town, caller := Muted()):
        await town.settled()

    tried = [(method, p["chat_id"]) for method, p in caller.calls if p["chat_id"] < 0]
    assert tried == [("editMessageText", STAFF), ("sendMessage", GROUP)]
    assert await where(town) == ("waiting", GROUP, GROUP, None)
