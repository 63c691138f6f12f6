import tracemalloc

from sandbox.ledger import Call, Ledger, message_of
from sandbox.record import Record
from sandbox.updates import Updates
from tests.sandbox.playing import LI


def call(number, method="sendMessage"):
    return Call(id=number, at=0, method=method, params={}, ok=True, error=None, ms=1)


def full(count, kept=200_000):
    ledger = Ledger(kept=kept)
    for _ in range(count):
        ledger.note_reply(call(ledger.next_id()), {"ok": True, "result": True})
    return ledger


def test_a_hundred_thousand_calls_are_paged_through_without_loss():
    ledger, seen, after = full(120_000), [], 0
    while page := ledger.calls_after(after, 5000):
        assert len(page) <= 5000
        after = page[-1]["id"]
        seen += [one["id"] for one in page]

    assert seen == list(range(1, 120_001))
    assert ledger.forgotten == 0
    assert [one["id"] for one in ledger.traffic_after(119_990, 3)["replies"]] == [
        *(119_991, 119_992, 119_993)
    ]


def test_beyond_what_is_kept_the_oldest_are_forgotten_and_counted():
    ledger = full(2500, kept=1000)

    assert 1000 <= len(ledger.calls) <= 1100
    assert len(ledger.replies) == len(ledger.calls)
    assert ledger.forgotten + len(ledger.calls) == 2500
    assert ledger.calls_after(0, 1)[0]["id"] == ledger.forgotten + 1


def test_the_record_forgets_likewise_and_still_finds_its_place():
    record = Record(kept=100)
    for number in range(50, 1050):
        record.note({"update_id": number}, 0, broken=False)

    kept = record.after(0)
    assert 100 <= len(kept) <= 110
    assert record.forgotten + len(kept) == 1000
    assert [one["id"] for one in record.after(1040, 3)] == [1041, 1042, 1043]
    assert record.after(1049) == []


def test_the_record_tells_what_became_of_each_update():
    time = [0]
    updates = Updates(lambda: time[0], first=10)
    for kind in ("message", "callback_query", "message", "message"):
        updates.push(kind, {})
    updates.take(1)
    updates.take(1)
    updates.confirm(11)
    time[0] = 151_000
    updates.take(1)
    updates.confirm(-1)

    told = [(one["id"], one["given"], one["fate"]) for one in updates.record.after(0)]
    assert told == [
        (10, 2, "confirmed"),
        (11, 0, "expired"),
        (12, 1, "dropped"),
        (13, 0, "waiting"),
    ]


def test_what_was_confirmed_takes_no_room_in_the_queue():
    updates = Updates(lambda: 0, first=1)
    updates.record = Record(kept=10)
    tracemalloc.start()
    for number in range(1, 30_001):
        updates.push("message", {})
        updates.confirm(number + 1)
        if number == 5000:
            before, _ = tracemalloc.get_traced_memory()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()

    assert grown < 200_000


async def test_calls_tell_the_message_they_made_or_changed(play):
    sent = await play.bot("sendMessage", chat_id=LI, text="x")
    number = sent["message_id"]
    await play.bot("editMessageText", chat_id=LI, message_id=number, text="y")
    await play.refused("editMessageText", chat_id=LI, message_id=99, text="y")
    await play.bot("getMe")

    told = (await play.get("/calls", limit=10))["calls"]

    assert [one["message"] for one in told] == [number, number, None, None]
    assert (await play.get("/calls", limit=1, after=told[0]["id"]))["calls"] == [told[1]]


def test_an_album_is_several_messages():
    assert message_of({}, [{"message_id": 3}, {"message_id": 4}]) == [3, 4]
    assert message_of({"message_id": "7"}, result=True) == 7
    assert message_of({}, {"message_thread_id": 3}) is None
    assert message_of({}, [{"status": "creator"}]) is None


async def test_updates_are_paged(play):
    for text in ("a", "b", "c"):
        await play.does(LI, "say", chat="private", text=text)

    first, second = (await play.get("/updates", limit=2))["updates"]
    (third,) = (await play.get("/updates", after=second["id"]))["updates"]

    texts = [one["update"]["message"]["text"] for one in (first, second, third)]
    assert texts == ["a", "b", "c"]
