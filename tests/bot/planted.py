"""What a careless house would leave lying of a secret ballot: each is laid into what was seized.

Each is named after the strategy that must find it, and what it would be.
"""

import base64
import hashlib
import json
import random

from tests.bot.booth import OPTIONS


def _marks(lived):
    """Return how each voter's row of the box would be, in the order of the votes."""
    return [{"marks": {OPTIONS[lived.truth[v]]: 1}} for v in lived.known.orders[0]]


def _fill(lived, table, rows):
    """Let the rows of a table hold these, in the order in which they lie."""
    for row, more in zip(lived.dump.tables[table], rows, strict=True):
        row.update(more)


def _audit(lived, told):
    """Let an entry stand in the audit for each press, with what is told of it."""
    dump, truth = lived.dump, lived.truth
    pseudonyms = {row["id"]: row["pseudonym"] for row in dump.tables["people"]}
    last = {voter: n for n, voter in enumerate(lived.known.presses)}
    for n, voter in enumerate(lived.known.presses):
        option = truth[voter] if last[voter] == n else 1 - truth[voter]
        entry = {"@rowid": 900 + n, "id": 900 + n, "verb": "vote", "object": "ballot:1"}
        dump.tables["audit"].append(entry | told(voter, option, pseudonyms[voter]))


def _file(lived, name, body):
    lived.dump.files[name] = b"\0" * 500 + body


def in_the_order_of_the_votes(lived):
    _fill(lived, "box_marks", _marks(lived))


def in_the_order_of_the_roll_backwards(lived):
    rows = sorted(lived.truth.items(), reverse=True)
    _fill(lived, "box_marks", [{"marks": {OPTIONS[mark]: 1}} for _, mark in rows])


def with_its_time(lived):
    rows = [row | {"at": 1_793_000_000_000 + n} for n, row in enumerate(_marks(lived))]
    random.Random(4).shuffle(rows)
    _fill(lived, "box_marks", rows)


def each_in_a_transaction_of_its_own(lived):
    rows = [row | {"@xmin": 700 + n} for n, row in enumerate(_marks(lived))]
    random.Random(4).shuffle(rows)
    _fill(lived, "box_marks", rows)


def shuffled_by_the_number_of_the_ballot(lived):
    rows = _marks(lived)
    random.Random(1).shuffle(rows)
    _fill(lived, "box_marks", rows)


def marks_and_slips_shuffled_alike(lived):
    voters = sorted(lived.truth)
    random.Random(4).shuffle(voters)
    _fill(lived, "box_marks", [{"marks": {OPTIONS[lived.truth[v]]: 1}} for v in voters])
    _fill(lived, "box_slips", [{"slip": lived.known.slips[v]} for v in voters])


def slips_in_the_order_of_the_votes(lived):
    _fill(lived, "box_slips", [{"slip": lived.known.slips[v]} for v in lived.known.orders[0]])


def a_time_that_differs(lived):
    for row in lived.dump.tables["inbox"]:
        mark = lived.truth[int(row["lane"])]
        row["at"] = row["at"] // 2 * 2 + mark


def an_entry_whose_length_differs(lived):
    def told(_, option, pseudonym):
        return {"actor": pseudonym, "detail": {"sealed": "x" * (40 + option)}}

    _audit(lived, told)


def envelopes_of_two_lengths(lived):
    voters = {unit: voter for voter, unit in lived.known.units.items()}
    for row in lived.dump.tables["backup"]:
        row["envelope"] += b"x" * lived.truth[voters[row["unit"]]]


def nobodys_entry_whose_length_differs(lived):
    _audit(lived, lambda _, option, __: {"detail": {"sealed": "x" * (40 + option)}})


def a_tally_on_the_card_that_grows(lived):
    edits = [row for row in lived.dump.tables["outbox"] if row["subject"] == "ballot:1:0:0"]
    pressed, votes = edits[1:], {}
    for row, voter in zip(pressed, lived.known.presses, strict=False):
        again = voter not in votes and lived.known.presses.count(voter) > 1
        votes[voter] = 1 - lived.truth[voter] if again else lived.truth[voter]
        row["facts"] = {"for": list(votes.values()).count(0)}


def a_line_of_the_log(lived):
    told = (f"ballot:1 {u} {OPTIONS[lived.truth[v]]}" for v, u in lived.known.units.items())
    lived.dump.tables["log"] += [{"event": line} for line in told]


def _some(lived, count):
    """Return some of the voters with what they marked; which of them is no matter of order."""
    return random.Random(4).sample(sorted(lived.truth.items()), count)


def _listed(lived, count):
    """Let a table name openly what so many voters marked."""
    lived.dump.tables["listed"] = [
        {"@rowid": n, "unit": lived.known.units[voter], "mark": OPTIONS[mark]}
        for n, (voter, mark) in enumerate(_some(lived, count))
    ]


def a_table_that_lists_a_third(lived):
    _listed(lived, 13)


def a_table_that_lists_half(lived):
    _listed(lived, 20)


def a_table_that_lists_most_and_is_mistaken_once(lived):
    _listed(lived, 32)
    first = lived.dump.tables["listed"][0]
    first["mark"] = next(option for option in OPTIONS if option != first["mark"])


def rows_of_half_whose_word_differs(lived):
    lived.dump.tables["shown"] = [
        {"@rowid": n, "who": lived.known.units[voter], "size": (14, 12)[mark]}
        for n, (voter, mark) in enumerate(_some(lived, 20))
    ]


def an_entry_that_lists_all(lived):
    voters = sorted(lived.truth)
    listed = {lived.known.units[v]: {OPTIONS[lived.truth[v]]: 1} for v in voters}
    lived.dump.tables["audit_details"][0]["detail"] = listed


def a_message_with_the_slip_and_the_vote(lived):
    told = (
        {"method": "editMessageText", "text": f"{'赞成' if mark == 0 else '反对'} {slip}"}
        for slip, mark in ((lived.known.slips[v], m) for v, m in lived.truth.items())
    )
    lived.dump.tables["calls"] += told


def bytes_of_a_unit_and_its_mark(lived):
    rows = (f'{u}\x01{{"{OPTIONS[lived.truth[v]]}": 1}}' for v, u in lived.known.units.items())
    _file(lived, "linli.db-wal", "\0\0".join(rows).encode())


def bytes_of_marks_as_they_were_opened(lived):
    rows = (json.dumps(row["marks"]) for row in reversed(_marks(lived)))
    _file(lived, "linli.db", "\x17\x01".join(rows).encode())


def bytes_of_marks_and_of_slips_in_one_order(lived):
    voters = sorted(lived.truth)
    random.Random(4).shuffle(voters)
    marks = (json.dumps({OPTIONS[lived.truth[v]]: 1}) for v in voters)
    slips = (lived.known.slips[v] for v in voters)
    _file(lived, "linli.db", ("\1".join(marks) + "\0" * 99 + "\1".join(slips)).encode())


def a_hash_of_unit_mark_and_slip(lived):
    def told(voter, option, _):
        row = f"{lived.known.units[voter]}|{OPTIONS[option]}|{lived.known.slips[voter]}"
        return {"commitment": hashlib.sha256(row.encode()).hexdigest()}

    _audit(lived, told)


def codes_that_need_no_key(lived):
    for voter, option in lived.truth.items():
        code = hashlib.sha256(f"1:{voter}:{option}".encode()).digest()[:10]
        word = base64.b32encode(code).decode().lower()
        lived.dump.tables["inbox"].append({"raw": f'{{"data":"b:1:tap={word}"}}'})


def a_copy_of_the_key(lived):
    [key] = lived.keys
    lived.dump.files["keys.old"] = key


def the_key_in_the_log(lived):
    [key] = lived.keys
    lived.dump.tables["log"].append({"event": "ballot.opened", "key": key.hex()})


PLANTS = {
    "places": (
        in_the_order_of_the_votes,
        in_the_order_of_the_roll_backwards,
        with_its_time,
        each_in_a_transaction_of_its_own,
    ),
    "seeds": (shuffled_by_the_number_of_the_ballot,),
    "paired": (marks_and_slips_shuffled_alike,),
    "owners": (slips_in_the_order_of_the_votes,),
    "linked": (
        a_time_that_differs,
        an_entry_whose_length_differs,
        envelopes_of_two_lengths,
        rows_of_half_whose_word_differs,
        a_table_that_lists_half,
    ),
    "in step": (nobodys_entry_whose_length_differs, a_tally_on_the_card_that_grows),
    "beside": (
        a_line_of_the_log,
        a_table_that_lists_a_third,
        a_table_that_lists_half,
        a_table_that_lists_most_and_is_mistaken_once,
        an_entry_that_lists_all,
        a_message_with_the_slip_and_the_vote,
        bytes_of_a_unit_and_its_mark,
    ),
    "remnants": (bytes_of_marks_as_they_were_opened, bytes_of_marks_and_of_slips_in_one_order),
    "digests": (a_hash_of_unit_mark_and_slip, codes_that_need_no_key),
    "keys": (a_copy_of_the_key, the_key_in_the_log),
}
EVERY = [(name, plant) for name in sorted(PLANTS) for plant in PLANTS[name]]
