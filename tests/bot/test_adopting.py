"""Of a card that may stand in its chat twice the one pressed is kept, the other is deleted."""

from dataclasses import replace

import pytest
import pytest_asyncio
from telegram.error import BadRequest

from bot import failing
from bot.adopting import BEARS, Double, Doubles
from bot.errors import OutcomeUnknown
from governance.notices import Address, Delivery, Kind
from handlers.buttons import LETTERS
from handlers.views import CARDS
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import LI, SHEET, WANG, ZHANG, press

LISTS = frozenset({"mine", "desk", "tasks", "watch", "screening", "consent", "privacy", "pointer"})
FIRST = 90  # the message as which the first sending arrived, and nobody knew


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, ZHANG, WANG)
        await town.report()
        yield town


@pytest_asyncio.fixture
async def caller():
    return doors.Caller()


@pytest.fixture(autouse=True)
def briskly(monkeypatch):
    monkeypatch.setattr(failing, "PAUSES", (0,))


async def carried(town, caller):
    async with doors.sending(town, caller):
        await town.settled()


async def uncertain(town, caller):
    caller.script.append(OutcomeUnknown("HTTP 502"))
    await carried(town, caller)


def restarted(town):
    """Return the town as a new process finds it: it knows what is in the database alone."""
    return replace(town, house=replace(town.house, doubles=Doubles()))


async def pressed(town, caller, message):
    """Press the button of a message; return where the card stands then, and what was deleted."""
    caller.calls.clear()
    update = press("c:1:accept", chat=WANG, sender=WANG, card=message)
    await doors.walk(town, doors.arrival(1, update, str(WANG)))
    await carried(town, caller)
    return await sheet(town), [
        p["message_id"] for method, p in caller.calls if method == "deleteMessage"
    ]


async def sheet(town):
    [found] = [message for subject, _, message in await town.cards() if subject == SHEET]
    return found


async def test_the_one_that_is_pressed_is_kept(town, caller):
    await uncertain(town, caller)
    second = await sheet(town)

    assert await pressed(town, caller, FIRST) == (FIRST, [second])

    edits = [p["message_id"] for method, p in caller.calls if method == "editMessageText"]
    assert set(edits) == {FIRST}


async def test_a_press_on_the_card_that_is_known_adopts_nothing(town, caller):
    await uncertain(town, caller)
    second = await sheet(town)

    assert await pressed(town, caller, second) == (second, [])


async def test_an_edit_that_was_on_its_way_does_not_undo_what_was_kept(town, caller):
    await uncertain(town, caller)
    second = await sheet(town)
    kept = press("c:1:accept", chat=WANG, sender=WANG, card=FIRST)
    caller.calls.clear()
    caller.open.clear()
    async with doors.sending(town, caller):
        await town.put(doors.sheet())
        await caller.asked(1)  # the other is being drawn anew just now
        await doors.walk(town, doors.arrival(1, kept, str(WANG)))
        caller.open.set()
        await town.settled()

    assert await sheet(town) == FIRST
    drawn = [p["message_id"] for method, p in caller.calls if method == "editMessageText"]
    assert (drawn[0], drawn[-1]) == (second, FIRST)


async def test_nor_does_one_that_finds_its_message_gone(town, caller):
    await uncertain(town, caller)
    kept = press("c:1:accept", chat=WANG, sender=WANG, card=FIRST)
    caller.calls.clear()
    caller.open.clear()
    caller.script.append(BadRequest("Message to edit not found"))
    async with doors.sending(town, caller):
        await town.put(doors.sheet())
        await caller.asked(1)  # the other is being drawn anew just now, and somebody deleted it
        await doors.walk(town, doors.arrival(1, kept, str(WANG)))
        caller.open.set()
        await town.settled()

    assert await sheet(town) == FIRST
    assert [
        p for method, p in caller.calls if method == "sendMessage" and p["chat_id"] == WANG
    ] == []


async def test_what_a_dead_process_sent_and_never_wrote_down_is_recognised(town, caller):
    # it arrived, the process died before its fate was written, the next one sends it again
    town = restarted(town)
    await carried(town, caller)
    second = await sheet(town)

    assert await pressed(town, caller, FIRST) == (FIRST, [second])


async def test_a_step_pressed_on_the_first_while_it_is_sent_again_is_shown_on_the_second(
    town, caller
):
    town, kept = restarted(town), press("c:1:accept", chat=WANG, sender=WANG, card=FIRST)
    caller.open.clear()
    async with doors.sending(town, caller):
        await caller.asked(1)  # drawn as it was before the step
        await doors.walk(town, doors.arrival(1, kept, str(WANG)))
        caller.open.set()
        await town.settled()
    second = await sheet(town)

    drawn = [p for method, p in caller.calls if p.get("message_id") == second]
    assert ["c:1:accept" in str(p["reply_markup"]) for p in drawn] == [False]
    assert second != FIRST


async def test_what_a_process_knew_to_stand_twice_the_next_one_knows(town, caller):
    await uncertain(town, caller)
    second, town = await sheet(town), restarted(town)
    async with doors.sending(town, caller):  # the right to send comes to it
        await town.house.writer.submit(lambda _: None)

    assert await pressed(town, caller, FIRST) == (FIRST, [second])


async def test_what_was_kept_is_not_taken_for_twice_after_another_start(town, caller):
    await uncertain(town, caller)
    await pressed(town, caller, FIRST)
    town = restarted(town)
    async with doors.sending(town, caller):
        await town.house.writer.submit(lambda _: None)

    assert await pressed(town, caller, FIRST - 1) == (FIRST, [])


async def test_an_older_message_that_was_written_down_is_no_first_one(town, caller):
    await uncertain(town, caller)
    second = await sheet(town)
    told = (await town.rows(OUTBOX.c.id))[0][0]
    await town.unit(
        lambda c: c.execute(
            OUTBOX.update().where(OUTBOX.c.id == told).values(chat=WANG, message=FIRST)
        )
    )

    assert await pressed(town, caller, FIRST) == (second, [])


@pytest.mark.parametrize(
    ("subject", "data"),
    [
        ("dialogue:2", "c:2:accept"),  # the second talk is not the second case
        ("worksheet:5:2", "c:2:accept"),
        ("topic:2:0:0", "b:2:open"),
        ("ballot:2:0:0", "a-secret-mark"),
        ("desk:2", "k:2:open"),
    ],
)
def test_a_button_of_another_thing_with_its_number_adopts_no_card(subject, data):
    doubles = Doubles()
    doubles.ended(carded(subject), 95, unsure=True)

    assert doubles.of(WANG, FIRST, data) is None


def test_a_button_of_the_same_thing_adopts_its_card():
    doubles = Doubles()
    doubles.ended(carded("worksheet:5:2"), 95, unsure=True)

    assert doubles.of(WANG, FIRST, "c:5:accept") == Double("worksheet:5:2", WANG, 95)


def test_of_every_card_it_is_known_which_buttons_it_bears():
    assert BEARS.keys() | LISTS == CARDS.keys()
    assert not BEARS.keys() & LISTS
    assert frozenset[str]().union(*BEARS.values()) == LETTERS - {"g", "l"} | {"c", "d"}


def carded(subject):
    return Delivery(key="card", kind=Kind.CARD, address=Address(chat=WANG), subject=subject)
