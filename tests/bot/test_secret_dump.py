"""What a dump tells after a secret ballot: no more than the tally that everybody reads (E10)."""

import asyncio
import re
from contextlib import contextmanager
from dataclasses import replace

import pytest

from bot import shredding
from services.ballots import boxes
from storage.sealed import Sealed
from tests.bot import solver
from tests.bot.booth import LABELS, OPTIONS, VOTERS
from tests.bot.planted import EVERY
from tests.bot.seized import BEFORE, lived
from tests.bot.solver import left, solved

UNSHUFFLED = ["places", "paired", "owners", "remnants"]


async def nothing(_address):
    """Leave a database as it is."""


@pytest.fixture(scope="module")
def seized(tmp_path_factory):
    """A ballot that was lived through on a file, and all that is left of it."""
    with pytest.MonkeyPatch.context() as patch:
        return asyncio.run(lived(tmp_path_factory.mktemp("seized"), patch))


def complete(found):
    """Assert that all is there that shall be: marks and slips, and the digest of both."""
    dump = found.dump
    assert solver.tally(dump) == {"for": 20, "against": 20}
    marks, slips = dump.column("box_marks", "marks"), dump.column("box_slips", "slip")
    assert sorted(slips) == sorted(found.known.slips.values())
    assert boxes.digest(marks, slips) in dump.words()
    assert not [name for name in dump.files if name.endswith(".key")]
    assert "shred-key" in dump.column("audit", "verb")
    assert len(dump.envelopes) == len(set(slips)) == len(VOTERS)
    assert len(found.known.told) == 14


def test_a_dump_after_the_close_says_no_more_than_the_tally(seized):
    complete(seized)
    assert left(seized) == []
    assert solved(seized) == []


@pytest.mark.soak
async def test_nor_do_the_rows_and_files_of_a_server(tmp_path, monkeypatch, postgres):
    data, address = postgres.folder / "data", postgres.fresh()

    found = await lived(tmp_path, monkeypatch, address=address, data=data)

    complete(found)
    assert {"@ctid", "@xmin"} <= found.dump.tables["box_marks"][0].keys()
    assert left(found) == []
    assert solved(found) == []


@pytest.mark.soak
async def test_on_a_server_too_a_solver_finds_what_was_not_hidden(tmp_path, monkeypatch, postgres):
    data, address = postgres.folder / "data", postgres.fresh()
    monkeypatch.setattr(boxes, "shuffled", list)
    monkeypatch.setattr(shredding, "rewrite", nothing)

    found = await lived(tmp_path, monkeypatch, address=address, data=data)

    assert left(found) == ["an envelope is left in a file"]
    assert solved(found, UNSHUFFLED) == UNSHUFFLED


@pytest.mark.parametrize(
    ("strategy", "plant"), EVERY, ids=[f"{name}: {plant.__name__}" for name, plant in EVERY]
)
def test_a_solver_finds_what_a_careless_house_would_leave(seized, strategy, plant):
    careless = replace(seized, dump=seized.dump.copy())
    plant(careless)

    assert strategy in solved(careless, [strategy])


def test_each_strategy_has_something_to_find():
    assert {name for name, _ in EVERY} == {*solver.STRATEGIES}


def test_a_dead_letter_and_a_backup_from_before_say_nothing_without_the_key(seized):
    [raw] = [raw for raw in seized.dump.column("inbox", "raw") if raw]
    assert "tap=" in raw
    assert not any(word in raw for word in (*LABELS, *OPTIONS, "inline_keyboard"))
    assert len(re.findall(r"tap=\w+", raw)) == 1
    # the old backup holds the envelopes, and nothing anywhere that would open them
    files, envelope = seized.dump.files, next(iter(seized.dump.envelopes.values()))
    assert [name for name, body in files.items() if envelope in body] == [BEFORE]


async def test_a_solver_finds_what_was_not_shuffled(tmp_path, monkeypatch):
    monkeypatch.setattr(boxes, "shuffled", list)

    found = await lived(tmp_path, monkeypatch)

    assert solved(found, UNSHUFFLED) == UNSHUFFLED


async def test_a_solver_finds_what_was_neither_overwritten_nor_written_anew(tmp_path, monkeypatch):
    @contextmanager
    def carelessly(store):
        store._db.exec_driver_sql("PRAGMA secure_delete = 0").close()
        yield

    monkeypatch.setattr(Sealed, "_thoroughly", carelessly)
    monkeypatch.setattr(shredding, "rewrite", nothing)

    assert left(await lived(tmp_path, monkeypatch)) == ["an envelope is left in a file"]


async def test_a_solver_finds_a_key_that_was_kept(tmp_path, monkeypatch):
    found = await lived(tmp_path, monkeypatch, shred=False)

    assert "a key is left in a file" in left(found)
    assert solved(found, ["keys"]) == ["keys"]
