"""From submitting to the group, through every door: what leaves is what was signed (N23)."""

import json
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest_asyncio
from telegram.error import BadRequest

from bot.printing import Printing
from bot.ticks import Ticks
from governance.disclosures import contents, freezing
from governance.disclosures.edition import Edition
from governance.disclosures.freezing import Part
from governance.disclosures.states import EditionAction, EditionStatus
from handlers import sheets
from services.disclosures import signing
from storage import inbox
from storage.disclosures import DISCLOSURES
from storage.inbox import DUES
from storage.papers import PAPERS, Papers
from storage.reach import PINS
from tests.bot import doors
from tests.bot.doors import GROUP, STAFF
from tests.bot.editions import accounts
from tests.services.disclosures.accounts import ITEM, MARCH
from tests.services.town import CHEN, WANG

A, S = EditionAction, EditionStatus
WU = 4001


class Telegram(doors.Caller):
    """Takes everything, and keeps who got which bytes; it gives no ids, so all is sent up anew."""

    def __init__(self, *, may_pin=True):
        super().__init__()
        self.may_pin, self.got = may_pin, {}

    async def call(self, method, params):
        if method.startswith("pin") and not self.may_pin:
            raise BadRequest("Not enough rights to manage pinned messages in the chat")
        for name in {"photo", "document"} & params.keys():
            body = params[name].input_file_content
            self.got.setdefault(params["chat_id"], []).append((name, body, params["caption"]))
        return await super().call(method, params)


@pytest_asyncio.fixture
async def town(tmp_path, monkeypatch):
    monkeypatch.setattr(doors, "COMMUNITY", replace(doors.COMMUNITY, disclosures=(ITEM,)))
    async with doors.opened(tmp_path) as town:
        yield town


@pytest_asyncio.fixture
async def printing(town):
    made = Printing(town.house)
    yield made
    made.close()


async def do(town, person, verb):
    now = town.house.clock.now()
    return await town.unit(
        lambda c: verb(town.house.work(c, f"{verb.__name__}{now}", person, now))
    )


def begin(work):
    edition = Edition(item="ledger", period=MARCH, status=S.DRAFT, drafters=("wang",))
    edition = work.disclosures.add(edition)
    work.disclosures.write(edition.id, contents.written(replace(accounts(), explained={})))
    return edition


def submit(work):
    return signing.press(work, 1, A.SUBMIT)


def approve(work):
    return signing.press(work, 1, A.APPROVE)


async def signed(town, printing):
    """Let an edition be drafted, drawn, submitted and signed."""
    await do(town, WANG, begin)
    await do(town, WANG, submit)
    await printing.look()
    await Ticks(town.house).look()
    return await do(town, CHEN, approve)


async def out(town, caller):
    """Let the window pass, and everything be carried."""
    town.house.clock.at += timedelta(days=1)
    await Ticks(town.house).look()
    async with doors.sending(town, caller):
        await town.settled()


async def test_what_leaves_is_what_was_signed_whatever_changes_after_it(
    town, printing, monkeypatch
):
    edition = await signed(town, printing)
    # template, data and the community's file change behind it
    monkeypatch.setattr(sheets, "SHEETS", {})
    other = json.dumps({**contents.written(accounts(3)), "opening": 1})
    await town.alter(DISCLOSURES, content=json.loads(other))
    caller = Telegram()
    await out(town, caller)

    [(status, digest)] = await town.rows(DISCLOSURES.c.status, DISCLOSURES.c.signed)
    assert (status, digest) == ("published", edition.digest)
    [(_, picture, caption)] = caller.got[GROUP]
    a4, a3, book = (body for _, body, _ in caller.got[STAFF])
    words = await town.unit(lambda c: _text(c, edition))
    sent = dict(zip(Part, (words, picture, a4, a3, book), strict=True))
    assert freezing.digest({p: sha256(b).hexdigest() for p, b in sent.items()}) == digest
    assert caption == json.loads(words)["zh-CN"]
    assert (picture[:4], a4[:4], a3[:4], book[:2]) == (b"\x89PNG", b"%PDF", b"%PDF", b"PK")


def _text(connection, edition):
    papers = Papers(connection, 1)
    [found] = [p for p in papers.under("edition:1:") if p.key.endswith(":text")]
    return papers.body(found.id)


async def test_the_signer_sees_the_same_and_its_check_code(town, printing):
    edition = await signed(town, printing)
    caller = Telegram()
    async with doors.sending(town, caller):
        await town.settled()

    for person in (CHEN, WU):
        (kind, _, caption), *files = caller.got[person]
        assert kind == "photo"
        assert edition.digest[:8] in caption
        assert "2026-001" in caption
        assert len(files) == 3


async def test_bytes_that_are_not_those_drawn_never_leave(town, printing):
    await signed(town, printing)
    town.house.clock.at += timedelta(days=1)
    await Ticks(town.house).look()
    await town.alter(PAPERS, body=b"other")
    caller = Telegram()
    async with doors.sending(town, caller):
        await town.settled()

    assert caller.got == {}


async def pinning(town, printing, caller):
    """Let an edition be out, and all that follows be asked and answered."""
    await signed(town, printing)
    await out(town, caller)
    await Ticks(town.house).look()
    async with doors.sending(town, caller):
        await town.settled()
    found = await town.house.reader.run(lambda c: inbox.unfinished(c, doors.BOT))
    async with doors.working(town) as lanes:
        lanes.arrive(found)
    [place] = [(c, m) for s, c, m in await town.cards() if s == f"disclosure:1:0:{GROUP}"]
    return place, [p for m, p in caller.calls if m == "pinChatMessage"]


async def test_it_is_pinned_once_its_message_is_known(town, printing):
    (chat, message), pins = await pinning(town, printing, Telegram())

    assert pins == [{"chat_id": chat, "message_id": message, "disable_notification": True}]
    assert await town.rows(PINS.c.chat, PINS.c.done) == [(GROUP, True)]


async def test_without_the_right_to_pin_it_stands_all_the_same(town, printing):
    (_, message), _ = await pinning(town, printing, Telegram(may_pin=False))

    assert message
    assert await town.rows(PINS.c.chat, PINS.c.done) == [(GROUP, False)]
    assert [v for (v,) in await town.rows(DUES.c.verb) if v == "edition_unpinned"]
