"""What a dump tells after a secret ballot: no more than the tally that everybody reads (E10)."""

import re
from collections import Counter

from bot import shredding
from services.ballots import boxes
from tests.bot.booth import LABELS, OPTIONS, VOTERS
from tests.bot.solver import leaks, lived


async def test_a_dump_after_the_close_says_no_more_than_the_tally(tmp_path, monkeypatch):
    dump, truth, slips, envelopes, keys = await lived(tmp_path, monkeypatch)

    assert len(envelopes) == len(set(slips.values())) == len(VOTERS)
    assert leaks(dump, truth, slips, envelopes, keys) == []
    # and all is there that shall be: the marks, the slips, the digest of both
    marks = dump.column("box_marks", "marks")
    assert Counter(map(str, marks)) == {"{'for': 1}": 20, "{'against': 1}": 20}
    assert sorted(dump.column("box_slips", "slip")) == sorted(slips.values())
    digest = boxes.digest(marks, dump.column("box_slips", "slip"))
    assert digest in dump.words()
    assert not [f for f in dump.files if f.endswith(".key")]
    assert "shred-key" in dump.column("audit", "verb")


async def test_a_dead_letter_and_a_backup_from_before_say_nothing_without_the_key(
    tmp_path, monkeypatch
):
    dump, _, _, envelopes, _ = await lived(tmp_path, monkeypatch)

    [raw] = [raw for raw in dump.column("inbox", "raw") if raw]
    assert "tap=" in raw
    assert not any(word in raw for word in (*LABELS, *OPTIONS, "inline_keyboard"))
    assert len(re.findall(r"tap=\w+", raw)) == 1
    # the old backup holds the envelopes, and nothing anywhere that would open them
    assert any(envelopes[0] in body for name, body in dump.files.items() if name == "before.db")
    assert not any(envelopes[0] in b for n, b in dump.files.items() if n != "before.db")


async def test_a_solver_finds_what_was_not_shuffled(tmp_path, monkeypatch):
    monkeypatch.setattr(boxes, "shuffled", list)

    found = leaks(*await lived(tmp_path, monkeypatch))

    assert found == [
        "the places of the marks are those of the voters",
        "the places of the slips are those of the voters, or of their marks",
    ]


async def test_a_solver_finds_what_was_not_written_anew(tmp_path, monkeypatch):
    async def nothing(_address):
        """Leave all as it is."""

    monkeypatch.setattr(shredding, "rewrite", nothing)

    assert leaks(*await lived(tmp_path, monkeypatch)) == ["an envelope is left in a file"]


async def test_a_solver_finds_a_key_that_was_kept(tmp_path, monkeypatch):
    found = leaks(*await lived(tmp_path, monkeypatch, shred=False))

    assert "a key is left in a file" in found


async def test_a_solver_finds_a_unit_beside_a_mark(tmp_path, monkeypatch):
    opened = boxes._opened

    def kept(work, ballot):
        found = opened(work, ballot)
        work.note("told", "ballot:1", {unit: dict(i.marks) for unit, i in found.items()})
        return found

    monkeypatch.setattr(boxes, "_opened", kept)

    found = leaks(*await lived(tmp_path, monkeypatch))

    assert "audit_details names a voter beside a mark" in found
