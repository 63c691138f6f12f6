import json

import pytest

from governance.notices import Address, Delivery, Fate, Kind
from storage import audit, directory, doors, inbox, outbox
from storage.inbox import Arrival

AT = 1_790_000_000_000
BOT = 7
SECRET = "三号楼李秀芬13800000000"


@pytest.fixture
def community(connection):
    return directory.community(connection, "xingfuli")


def arrive(connection, *ids):
    inbox.keep(connection, BOT, AT, [Arrival(n, "chat:1", SECRET) for n in ids])


def put(connection, number, **facts):
    delivery = Delivery(
        key="receipt", kind=Kind.NOTICE, address=Address(chat=-100), reader=5001, facts=facts
    )
    outbox.put(connection, delivery, dedupe=f"u{number}", at=AT)


def note(connection, community, entry):
    noted = audit.Note(
        community=community,
        at=AT,
        unit=f"u{entry}",
        actor="0123456789abcdef",
        verb="report",
        object=f"case:{entry}",
        detail={"text": SECRET},
    )
    audit.note(connection, noted)


def test_empty_doors_tell_of_nothing(connection, community):
    assert doors.look(connection, community, AT) == {
        "inbox": {"open": 0, "done": 0, "dead": 0},
        "lag_ms": 0,
        "outbox": [],
        "fates": {},
        "dead": [],
        "due": {"open": 0, "next": None},
        "audit": {"sealed": 0, "tail": 0},
    }


def test_what_waits_is_counted_with_the_age_of_the_oldest(connection, community):
    arrive(connection, 1, 2, 3)
    inbox.done(connection, BOT, 1)
    inbox.bury(connection, BOT, 2, "KeyError at /a/b/house.py:120")
    inbox.ask(connection, AT + 5, "expire", "k1", {})
    note(connection, community, 1)
    audit.seal(connection, community, AT)
    note(connection, community, 2)

    seen = doors.look(connection, community, AT + 1500)

    assert seen["inbox"] == {"open": 1, "done": 1, "dead": 1}
    assert seen["lag_ms"] == 1500
    assert seen["dead"] == [{"update_id": 2, "error": "KeyError at house.py"}]
    assert seen["due"] == {"open": 1, "next": AT + 5}
    assert seen["audit"] == {"sealed": 1, "tail": 1}


def test_the_newest_deliveries_are_told_by_key_and_fate(connection, community):
    for number in range(45):
        put(connection, number)
    newest = outbox.waiting(connection)[-1]
    outbox.end(connection, newest, Fate.SENT, message=9)

    seen = doors.look(connection, community, AT)

    assert len(seen["outbox"]) == 40
    assert seen["fates"] == {"waiting": 44, "sent": 1}
    assert seen["outbox"][0] == {
        "id": newest.id,
        "at": AT,
        "key": "receipt",
        "kind": "notice",
        "chat": -100,
        "reader": 5001,
        "priority": int(newest.priority),
        "status": "sent",
        "tries": 1,
        "error": None,
    }


def test_no_word_of_people_is_told_not_even_what_an_error_quotes(connection, community):
    arrive(connection, 1)
    inbox.bury(connection, BOT, 1, f"ValueError: {SECRET}: Elm Street 7")
    put(connection, 1, text=SECRET)
    told = f'BadRequest: Unsupported start tag "{SECRET}" at byte offset 7: x {SECRET}'
    outbox.count_try(connection, outbox.waiting(connection)[0].id, told)
    note(connection, community, 1)

    seen = doors.look(connection, community, AT)
    shown = json.dumps(seen, ensure_ascii=False)

    assert not any(piece in shown for piece in ("李秀芬", "138", "楼", "Elm"))
    assert seen["dead"][0]["error"] == "ValueError"
    assert seen["outbox"][0]["error"] == "BadRequest: Unsupported start tag  at byte offset"
