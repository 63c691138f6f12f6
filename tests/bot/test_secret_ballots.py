"""What a dump tells after a secret ballot: no more than the tally that everybody reads (E10)."""

import asyncio
import json
import re
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, update
from structlog.testing import capture_logs

from bot import recounting, shredding
from governance.ballots.envelope import halves
from governance.ballots.states import BallotAction
from services.ballots import acting, boxes, looking, sealing
from storage import backups
from storage.audit import AUDIT
from storage.boxes import box
from storage.database import METADATA, writing
from storage.sealed import MARKS, SEALED
from tests.bot import doors
from tests.bot.booth import (
    LABELS,
    OPTIONS,
    VOTERS,
    begin,
    choices,
    open_house,
)
from tests.bot.doors import Caller, sending

ROOT = Path(__file__).parents[2]
LUCKY = 34  # of 40, half and half: more than that is guessed once in a hundred thousand times
FAILS = VOTERS[0] + 1_000  # somebody whose press becomes a dead letter


class Dump:
    """All that can be seized after the close: tables, files, logs; and how to ask it."""

    def __init__(self, folder, logs):
        engine = writing(f"sqlite:///{folder / 'linli.db'}")
        with engine.connect() as connection:
            self.tables = {
                t.name: [tuple(row) for row in connection.execute(select(t)).all()]
                for t in METADATA.sorted_tables
            }
        engine.dispose()
        live = [f for f in folder.rglob("linli.db*") if f.is_file()]
        self.files = {f.name: f.read_bytes() for f in folder.rglob("*") if f.is_file()}
        self.live = {f.name: f.read_bytes() for f in live}
        self.logs = str(logs)

    def words(self, *but):
        """Return every word of every table, but for some, and of the logs."""
        return "\n".join(
            [*(f"{n}: {rows}" for n, rows in self.tables.items() if n not in but), self.logs]
        )

    def column(self, table, column):
        place = list(METADATA.tables[table].c.keys()).index(column)
        return [row[place] for row in self.tables[table]]


def guesses(dump):
    """Yield each way to put the marks of the box to the voters: by the places they stand in."""
    marks = [OPTIONS.index(next(iter(m))) for m in dump.column("box_marks", "marks")]
    pressed = [row for row in dump.tables["inbox"] if row[1] < 1_000]
    pressed_by = [int(row[3]) for row in sorted(pressed, key=lambda row: row[1])]
    units = sorted(VOTERS)
    for order in (pressed_by, units):
        voters = [v for v in dict.fromkeys(order) if v in VOTERS]
        yield dict(zip(voters, marks, strict=True))
        yield dict(zip(voters, reversed(marks), strict=True))


def hits(guess, truth):
    return sum(guess[v] == truth[v] for v in truth)


def leaks(dump, truth, slips, envelopes, keys):
    """Return in what a dump says more than the tally: nothing, where all is well."""
    found = []
    if any(not LUCKY >= hits(g, truth) >= len(truth) - LUCKY for g in guesses(dump)):
        found.append("the places of the marks are those of the voters")
    order = [slips[v] for v in truth]
    if order == dump.column("box_slips", "slip") or _paired(dump, truth, slips):
        found.append("the places of the slips are those of the voters, or of their marks")
    if any(s in dump.words("box_slips") or halves(s) in dump.words() for s in slips.values()):
        found.append("a slip stands elsewhere")
    for name, rows in dump.tables.items():
        for row in rows:
            told = str(row)
            voters = re.search(r"\b60[0-4]\d\b|b3/1\d\d", told)
            if voters and re.search(r"'(for|against)'|赞成|反对", told):
                found.append(f"{name} names a voter beside a mark")
    if any(e in body for e in envelopes for body in dump.live.values()):
        found.append("an envelope is left in a file")
    if any(k in body for k in keys for body in dump.files.values()):
        found.append("a key is left in a file")
    return found


def _paired(dump, truth, slips):
    """Whether the mark in the place of a slip is mostly its voter's."""
    marks = [OPTIONS.index(next(iter(m))) for m in dump.column("box_marks", "marks")]
    whose = {slip: voter for voter, slip in slips.items()}
    in_place = zip(dump.column("box_slips", "slip"), marks, strict=True)
    right = sum(truth[whose[slip]] == mark for slip, mark in in_place)
    return not LUCKY >= right >= len(truth) - LUCKY


async def lived(folder, monkeypatch, *, shred=True):
    """Live a secret ballot through, with a backup, a dead letter and messages; dump all."""
    truth = choices()
    check = sealing.voting.check_lives

    def checked(work, *given):
        if work.by.id == VOTERS[-1] and work.order < 50:
            raise RuntimeError("no room")
        check(work, *given)

    monkeypatch.setattr(sealing.voting, "check_lives", checked)
    with capture_logs() as logs:
        async with open_house(folder) as booth:
            caller = Caller()
            async with sending(booth.town, caller):
                await begin(booth)
                await booth.town.settled()
                bad = await booth.arrival(40, VOTERS[-1], 0)
                await doors.walk(booth.town, bad)
                toasts = await booth.vote(truth)
                slips = {v: _slip(toasts[v]) for v in truth}
                envelopes = [bytes(e) for (e,) in await booth.town.rows(SEALED.c.envelope)]
                keys = [f.read_bytes() for f in (folder / "keys").iterdir()]
                backups.copy(folder / "linli.db", folder / "before.db")
                await booth.close()
                if shred:
                    await booth.shred()
                await booth.town.settled()
            backups.copy(folder / "linli.db", folder / "after.db")
            dump = await asyncio.to_thread(Dump, folder, [*logs, caller.calls])
    return dump, truth, slips, envelopes, keys


def _slip(toast):
    assert toast.alert
    return re.search(r"\b([A-Z0-9]{4})-([A-Z0-9]{4})\b", toast.text).expand(r"\1\2")


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
    assert "ballot-shred" in dump.column("audit", "verb")


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


@pytest.mark.parametrize("where", ["before", "after", "between"])
async def test_killed_in_the_middle_of_the_close_nothing_is_lost_and_nothing_doubled(
    tmp_path, where
):
    truth = choices()
    async with open_house(tmp_path) as booth:
        await begin(booth)
        slips = [_slip(t) for t in (await booth.vote(truth)).values()]

    child = [sys.executable, "-m", "tests.bot.booth", str(tmp_path), where]
    died = await asyncio.to_thread(
        subprocess.run, child, cwd=ROOT, check=False, capture_output=True, timeout=60
    )
    assert died.returncode == 9, died.stderr.decode()

    async with open_house(tmp_path, again=True) as booth:
        rows = await booth.sealed(lambda s: (len(s.envelopes(1)), len(s.marks(1))))
        assert rows == ((40, 0) if where == "before" else (0, 40))
        assert len(list((tmp_path / "keys").iterdir())) == (where != "between")
        await booth.close()
        await booth.shred()
        await booth.shred()

        marks, found = await booth.sealed(lambda s: (s.marks(1), s.slips(1)))
        assert Counter(map(str, marks)) == {"{'for': 1}": 20, "{'against': 1}": 20}
        assert found == sorted(slips)
        assert (await booth.ballot()).status == "tallied"
        assert await booth.sealed(lambda s: s.owed()) == []
        assert list((tmp_path / "keys").iterdir()) == []
        noted = [v for (v,) in await booth.town.rows(AUDIT.c.verb)]
        for once in ("ballot-close", "ballot-lock", "ballot-count", "ballot-shred"):
            assert noted.count(once) == 1


async def test_a_second_count_finds_the_same_in_the_box_and_sees_what_was_altered(tmp_path):
    async with open_house(tmp_path) as booth:
        await begin(booth)
        await booth.vote(choices())
        await booth.close()
        lying = partial(box, community=booth.house.community_id, number=1)

        found = await booth.house.reader.run(lying)
        assert found.secret
        assert len(found.marks) == 40
        assert recounting.differences(found) == []

        one = MARKS.c.id == 1
        turned = {"against": 1} if found.marks["b3/100"] == {"for": 1} else {"for": 1}
        await booth.town.unit(lambda c: c.execute(update(MARKS).where(one).values(marks=turned)))
        altered = await booth.house.reader.run(lying)
        assert recounting.differences(altered) == ["whole: heads: figures"]


async def test_a_vote_by_the_buttons_as_they_are_shown(tmp_path):
    voter, caller = VOTERS[3], Caller()
    async with open_house(tmp_path) as booth, sending(booth.town, caller):
        await begin(booth)
        await booth.town.settled()
        [group] = [p for m, p in caller.calls if m == "sendMessage" and p["chat_id"] < 0]
        [[link]] = _taps(group)
        assert link["url"].endswith("?start=vo1")
        assert "<b>不记名</b>" in group["text"]

        start = doors.message("/start vo1", chat=voter, sender=voter)
        await doors.walk(booth.town, doors.arrival(50, {"message": start}, f"{voter}"))
        await booth.town.settled()
        card = caller.calls[-1][1]
        assert card["chat_id"] == voter
        [row] = _taps(card)
        assert [tap["text"] for tap in row] == ["赞成", "反对", "弃权"]

        pressed = doors.press(row[1]["callback_data"], chat=voter, sender=voter)
        made = await doors.walk(booth.town, doors.arrival(51, pressed, f"{voter}"))
        [(_, toast)] = made.answers
        slip = _slip(toast)
        assert "反对" in toast.text
        assert len(toast.text) <= 200
        before = len(caller.calls)
        assert not [p for _, p in caller.calls if slip in str(p) or halves(slip) in str(p)]

        await booth.close()
        await booth.unit(4001, acting.press, 1, BallotAction.CERTIFY)
        await booth.unit(voter, looking.slips, 1, 0)
        await booth.town.settled()
        later = [p for _, p in caller.calls[before:]]
        [listed] = [p for p in later if halves(slip) in str(p)]
        assert listed["chat_id"] == voter
        assert "不证明里面投了什么" in listed["text"]
        published = [p for p in later if p.get("chat_id", 0) < 0 and "校验码" in p.get("text", "")]
        assert published
        marks, slips = await booth.sealed(lambda s: (s.marks(1), s.slips(1)))
        assert boxes.digest(marks, slips) in published[-1]["text"]


def _taps(params):
    markup = params["reply_markup"]
    return (json.loads(markup) if isinstance(markup, str) else markup)["inline_keyboard"]


async def test_a_key_that_is_lost_shows_no_buttons_and_breaks_nothing(tmp_path):
    voter, caller = VOTERS[3], Caller()
    async with open_house(tmp_path) as booth, sending(booth.town, caller):
        await begin(booth)
        pressed = await booth.arrival(60, voter, 0)
        [key] = (tmp_path / "keys").iterdir()
        key.rename(tmp_path / "away")
        start = doors.message("/start vo1", chat=voter, sender=voter)
        await doors.walk(booth.town, doors.arrival(50, {"message": start}, f"{voter}"))
        await booth.town.settled()
        card = caller.calls[-1][1]

        assert card["chat_id"] == voter
        assert not card.get("reply_markup") or not _taps(card)
        made = await doors.walk(booth.town, pressed)
        [(_, toast)] = made.answers
        assert (toast.text[:12], toast.alert) == ("这次表决的密钥找不到了，", True)
