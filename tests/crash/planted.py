"""Faults laid into what is recorded of a story: a promise that is blind to its own is worth none.

Each plant is named after what would have gone wrong, and alters what the recount looks at.
"""

import copy
from collections import Counter

from tests.crash.books import HELD, Books
from tests.crash.heard import FLIGHT, WRITTEN
from tests.crash.pressed import update_of
from tests.crash.recount import Recount
from tests.crash.told import REMINDED, TOLD

PATHS = ("/traffic", "/updates", "/calls", "/clock")


class Record:
    """What the town and the database answered; it answers the same again, or as it was altered."""

    def __init__(self, wire, rows, **known):
        self._told = {path: wire.get(path) for path in PATHS}
        self._ask, self._known, self._kept = rows, known, {}
        self.get = self._told.__getitem__
        self.recount, books = self.lived()
        assert (self.recount.wrong(), books.wrong()) == ({}, {})  # now every question was asked

    def rows(self, question):
        """Return what the database said, or shall have said."""
        if question not in self._kept:
            self._kept[question] = list(self._ask(question))
        return self._kept[question]

    def lived(self):
        """Count anew; return the recount and the books over what is recorded."""
        return Recount(self, self.rows, **self._known), Books(self, self.rows)

    def wrong(self, plant):
        """Return the promises that a plant breaks, the recount's and the books'."""
        altered = copy.copy(self)
        altered._told = {path: _apart(told) for path, told in self._told.items()}
        altered._kept = _apart(self._kept)
        altered.get = altered._told.__getitem__
        plant(altered)
        recount, books = altered.lived()
        return {*recount.wrong(), *books.wrong()}

    def asked(self, words):
        """Return the answers to the questions in which these words stand, to be altered."""
        found = [rows for question, rows in self._kept.items() if words in question]
        assert found, words
        return found

    @property
    def calls(self):
        return self._told["/calls"]["calls"]

    def sent(self, which, cuts=()):
        """Return a message that surely arrived, and only once, of which this is so."""
        known = Counter((m.chat, m.first) for m in self.recount.heard)
        for each in self.recount.heard:
            every = (*cuts, *self._known["cuts"])
            near = any(each.at - FLIGHT <= cut <= each.at + WRITTEN for cut in every)
            if each.answered and not near and known[each.chat, each.first] == 1 and which(each):
                return next(c for c in self.calls if _is(c, each))
        raise AssertionError("nothing like it was sent")

    def surely(self, key):
        """Say whether a case was lived through to its end by the rules."""
        return key not in self.recount.corrected


def _apart(told):
    """Copy lists, but not what stands in them: no plant alters that."""
    return {k: list(each) if isinstance(each, list) else each for k, each in told.items()}


def _is(call, message):
    placed = call["message"][0] if isinstance(call["message"], list) else call["message"]
    return call["ok"] and (call["params"].get("chat_id"), placed) == (message.chat, message.id)


def _notice(record):
    known = record.recount.surely
    told = lambda m: (  # noqa: E731 -- a question
        (found := TOLD.match(m.first)) and not REMINDED.match(m.first) and known(int(found[1]))
    )
    return record.sent(told)


def _sheet(record):
    known = record.recount.surely
    return record.sent(lambda m: m.card and m.card[1] == "worksheet" and known(m.card[2]))


def _again(record, call, at=None):
    """Let a call have been made, and answered, a second time at once, or last of all."""
    placed = call["message"]
    placed = [n + 100_000 for n in placed] if isinstance(placed, list) else placed + 100_000
    place = len(record.calls) if at else record.calls.index(call) + 1
    record.calls.insert(place, {**call, "message": placed, "at": at or call["at"]})


def _report(record):
    """Return the number of a case that was reported in words, and its update."""
    said = record.recount.said()
    [*_, (unit, about)] = [
        (unit, about)
        for _, unit, verb, about in record.recount.audit
        if verb == "report" and update_of(unit) in said
    ]
    return int(about.partition(":")[2]), unit


def _without(rows, gone):
    rows[:] = [row for row in rows if not gone(row)]


def an_update_that_was_never_kept(record):
    for rows in record.asked("from inbox"):
        del rows[0]


def an_update_that_is_still_open(record):
    for rows in record.asked("from inbox"):
        rows[0] = (rows[0][0], "open")


def an_update_done_twice(record):
    case, unit = _report(record)
    last = max(record.recount.cases)
    for rows in record.asked("from audit"):
        head = (1 << 40,) if len(rows[0]) == 4 else ()
        rows.append((*head, unit, "report", f"case:{last + 1}"))
    for rows in record.asked("from cases"):
        rows += [(last + 1, *row[1:]) for row in rows if row[0] == case]


def an_update_done_without_effect(record):
    case, _ = _report(record)
    for rows in record.asked("from audit"):
        _without(rows, lambda row: row[-1] == f"case:{case}")
    for table in ("from cases", "from passages", "from assignments"):
        for rows in record.asked(table):
            _without(rows, lambda row: row[0] == case)


def a_step_taken_twice(record):
    [rows] = record.asked("select case_id, action, officer")
    [case, *_] = step = next(row for row in reversed(rows) if record.surely(row[0]) and row[2])
    rows.append(step)
    for entries in record.asked("from audit"):
        [unit] = {e[-3] for e in entries if e[-2:] == (step[1], f"case:{case}")} or {""}
        head = (1 << 40,) if len(entries[0]) == 4 else ()
        entries.append((*head, unit, step[1], f"case:{case}"))


def _undone(record, which):
    """Let the last step of which this is so never have been taken; its case is as it was said."""
    [rows] = record.asked("select case_id, action, officer")
    at = max(n for n, row in enumerate(rows) if record.surely(row[0]) and which(row))
    case, action = rows.pop(at)[:2]
    for entries in record.asked("from audit"):
        same = [n for n, e in enumerate(entries) if e[-2:] == (action, f"case:{case}")]
        del entries[same[-1]]


def a_press_that_was_heard_and_not_done(record):
    _undone(record, lambda row: row[1] == "accept" and row[2])


def a_talk_that_came_to_nothing(record):
    _undone(record, lambda row: row[2] and row[4])


def a_clock_that_did_nothing_for_a_month(record):
    record.get("/clock")["now"] += 30 * 24 * 3_600_000


def a_case_with_two_holders(record):
    for rows in record.asked("from assignments"):
        row = next(r for r in reversed(rows) if r[-1] in HELD and record.surely(r[0]))
        rows.append(row)


def a_notice_told_twice(record):
    _again(record, _notice(record))


def a_notice_told_again_by_a_later_start(record):
    notice = _notice(record)
    cut = notice["at"] + WRITTEN + 1
    record._known = {**record._known, "cuts": [*record._known["cuts"], cut]}
    _again(record, notice, at=cut + FLIGHT)


def a_notice_that_was_lost(record):
    record.calls.remove(_notice(record))


def a_card_that_stands_twice(record):
    _again(record, _sheet(record))


def a_card_that_was_lost(record):
    record.calls.remove(_sheet(record))


def an_album_sent_twice(record):
    _again(record, record.sent(lambda m: m.photos))


def a_receipt_that_was_lost(record):
    record.calls.remove(record.sent(lambda m: m.card and m.card[1] == "receipt"))


def words_that_nobody_kept(record):
    for rows in record.asked("text"):
        rows[:] = [("",) if "记作" in str(row) and len(row) == 1 else row for row in rows]


def a_delivery_that_still_waits(record):
    for rows in record.asked("select id, words, status from outbox"):
        rows.append((1, "told-reporter-accept", "waiting"))


def a_message_that_no_row_knows(record):
    calls = record.get("/traffic")["replies"]
    sent = next(c for c in reversed(calls) if c["method"] == "sendMessage" and c["reply"]["ok"])
    result = {**sent["reply"]["result"], "message_id": 100_000}
    text = {**sent["params"], "text": "谁也没有这样说过", "reply_markup": None, "chat_id": 77}
    calls.append({**sent, "params": text, "reply": {**sent["reply"], "result": result}})


def a_message_that_a_row_says_was_sent(record):
    sends = ("sendMessage", "sendPhoto")
    calls = record.get("/traffic")["replies"]
    calls[:] = [c for c in calls if c["method"] not in sends or not c["reply"]["ok"]][:-1]


PLANTS = {
    an_update_that_was_never_kept: {"undone"},
    an_update_that_is_still_open: {"undone"},
    an_update_done_twice: {"filed"},
    an_update_done_without_effect: {"filed"},
    a_step_taken_twice: {"lived"},
    a_press_that_was_heard_and_not_done: {"pressed"},
    a_talk_that_came_to_nothing: {"talked"},
    a_clock_that_did_nothing_for_a_month: {"late", "reminded"},
    a_case_with_two_holders: {"holders", "lived"},
    a_notice_told_twice: {"told"},
    a_notice_told_again_by_a_later_start: {"told"},
    a_notice_that_was_lost: {"told"},
    a_card_that_stands_twice: {"carded"},
    a_card_that_was_lost: {"carded"},
    an_album_sent_twice: {"albums"},
    a_receipt_that_was_lost: {"receipted"},
    words_that_nobody_kept: {"kept"},
    a_delivery_that_still_waits: {"open_rows"},
    a_message_that_no_row_knows: {"doubled"},
    a_message_that_a_row_says_was_sent: {"untold"},
}


def unseen(record):
    """Return the plants that a promise of their own did not see, with what was seen instead."""
    found = {plant: record.wrong(plant) for plant in PLANTS}
    return {p.__name__: seen for p, seen in found.items() if not PLANTS[p] <= seen}
