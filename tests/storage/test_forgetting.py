"""What SQLite and PostgreSQL must find alike of a person."""

import pytest
from sqlalchemy import insert, select

from storage import directory
from storage.cases import PASSAGES, Cases
from storage.forgetting.finding import Whose, named
from tests.storage.test_cases import a_case


@pytest.mark.parametrize(("name", "finds"), [("Al", [1]), ("al", [2]), ("A%", [3]), ("A", [])])
def test_a_name_is_found_in_its_very_letters(connection, name, finds):
    shelf = Cases(connection, directory.community(connection, "xingfuli"), "xingfuli")
    case = shelf.add(a_case())
    step = {"case_id": case.id, "action": "finish", "officer": "wang", "at": 0, "receiver": ""}
    notes = [{**step, "note": note} for note in ("Al 来过", "al 来过", "A% 来过")]
    connection.execute(insert(PASSAGES), notes)
    whose = Whose(person=1, name=name, pseudonym="", stand_in=2, cases=(), disputes=(), objects=())

    found = select(PASSAGES.c.id).where(named(PASSAGES, "note", whose)).order_by(PASSAGES.c.id)

    assert connection.execute(found).scalars().all() == finds
