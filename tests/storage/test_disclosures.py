from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from governance.disclosures.edition import Edition, corrected
from governance.disclosures.periods import Period
from governance.disclosures.readers import Passage, Question, Understood
from governance.disclosures.states import EditionAction, EditionStatus
from governance.refusals import Conflict, Unknown
from storage import directory
from storage.disclosures import Disclosures
from storage.readings import Readings
from tests.governance.disclosures.test_edition import CHEN

AT = datetime(2026, 4, 10, 1, tzinfo=UTC)
MARCH, APRIL = (
    Period(date(2026, 3, 1), date(2026, 4, 1)),
    Period(date(2026, 4, 1), date(2026, 5, 1)),
)
LEDGER = Edition(item="ledger", period=MARCH, due=date(2026, 4, 10))


@pytest.fixture
def editions(connection):
    return Disclosures(connection, directory.community(connection, "xingfuli"))


@pytest.fixture
def readings(connection):
    return Readings(connection)


def test_an_edition_is_made_once_for_its_period(editions):
    made = editions.add(LEDGER)

    assert editions.add(LEDGER) == editions.get(made.id) == made == replace(LEDGER, id=made.id)
    later = editions.add(replace(LEDGER, period=APRIL, due=None))
    assert editions.of("ledger") == [made, later]
    assert editions.covered("ledger") == date(2026, 5, 1)
    assert editions.covered("other") is None
    event = editions.add(Edition(item="policy", occasion="医保缴费"))
    assert editions.get(event.id) == event
    assert editions.covered("policy") is None


def test_what_was_saved_meanwhile_is_a_conflict(editions):
    made = editions.add(LEDGER)
    whole = replace(
        made, status=EditionStatus.PUBLISHED, serial="2026-001", digest="d",
        drafters=("chen", "wang"),
        approved_by="he", signed="d", countersigned_by="liang", checked_until=AT, published_at=AT,
        why="错了",
    )  # fmt: skip
    saved = editions.save(whole)

    assert editions.get(made.id) == saved == replace(whole, revision=1)
    with pytest.raises(Conflict):
        editions.save(made)
    assert editions.standing([EditionStatus.PUBLISHED]) == [saved]
    assert editions.standing([EditionStatus.DUE]) == []


def test_a_correction_stands_beside_what_it_corrects(editions):
    old = editions.add(LEDGER)
    new = editions.add(corrected(old, CHEN, "第3行写错", date(2026, 5, 1)))

    assert (new.version, new.follows) == (2, old.id)
    assert [e.id for e in editions.of("ledger")] == [old.id, new.id]


def test_serial_numbers_count_by_the_year_and_a_version_keeps_its_own(editions):
    assert editions.serial(2026) == "2026-001"
    for number, version in (("2026-001", 1), ("2026-001", 2), ("2025-001", 3)):
        editions.save(replace(editions.add(replace(LEDGER, version=version)), serial=number))

    assert editions.serial(2026) == "2026-002"
    assert editions.serial(2027) == "2027-001"


def test_what_was_shown_is_never_written_over(editions):
    made = editions.add(LEDGER)
    assert editions.content(made.id) is None
    editions.write(made.id, {"closing": 1})
    editions.write(made.id, {"closing": 2})
    editions.save(replace(made, published_at=AT))

    with pytest.raises(Conflict):
        editions.write(made.id, {"closing": 3})
    assert editions.content(made.id) == {"closing": 2}


def test_steps_stand_in_their_order(editions):
    made = editions.add(LEDGER)
    steps = [
        Passage(action=EditionAction.BEGIN, officer="chen", at=AT),
        Passage(action=EditionAction.OBJECT, officer="liang", at=AT, note="票据不齐"),
    ]
    for each in steps:
        editions.passed(made.id, each)

    assert editions.passages(made.id) == steps


def test_another_communitys_edition_is_unknown(connection, editions):
    made = editions.add(LEDGER)
    other = Disclosures(connection, directory.community(connection, "elsewhere"))

    with pytest.raises(Unknown):
        other.get(made.id)
    assert (other.of("ledger"), other.covered("ledger")) == ([], None)


def test_the_last_word_of_a_reader_counts(editions, readings):
    made = editions.add(LEDGER).id
    for person, said in ((1, Understood.NO), (2, Understood.YES), (1, Understood.YES)):
        readings.read(made, person, said, AT)

    assert readings.understood(made) == {Understood.YES: 2}


def test_a_question_keeps_its_line_and_gets_an_answer(editions, readings):
    made = editions.add(LEDGER).id
    asked = Question(
        edition=made, line=3, person=5001, at=AT, due=AT + timedelta(days=3), text="为什么这么贵"
    )
    question = readings.ask(asked)
    assert question.open
    answered = replace(question, answer="含人工", answered_by="chen", answered_at=AT)
    readings.answer(answered)

    assert readings.questions(made) == [answered]
    assert readings.question(question.id) == answered
    assert not answered.open
    with pytest.raises(Unknown):
        readings.question(99)
