"""Everything numbered has its record, and of what is not public there is none (F10)."""

from dataclasses import replace

import pytest

from governance.ballots.states import BallotStatus
from governance.deliberations.statements import Stance, Statement
from governance.disclosures.states import EditionStatus
from governance.refusals import Unknown
from governance.supervision import Matter
from services import history
from services.hearing import Asked
from services.history import Series
from tests.services.ballots.booth import draft, topic
from tests.services.disclosures.programmes import begun, edition, stands, until
from tests.services.resolutions.promises import drafted, press
from tests.services.supervision.speaking import give
from tests.services.town import AT, CHEN, GROUP, LI, WU

HERE = Asked(chat=GROUP, message=7)


def asked(town, series, number=1, part=0):
    town.do(LI, history.show, series, number, part, HERE)
    assert town.told() == [("history-of", GROUP)]
    return town.facts("history-of")["of"]


def refused(town, series, number=1, part=0):
    with pytest.raises(Unknown) as unknown:
        town.do(LI, history.show, series, number, part, HERE)
    return unknown.value.key


def test_a_topic_and_what_was_said_to_it_by_number(town):
    made = topic(town)
    said = Statement(topic=made.id, person=LI, stance=Stance.FOR, number=1, shown=True, at=AT)
    with town.work(0) as work:
        work.statements.add(said)
        work.statements.add(replace(said, number=2, shown=False, hidden=True))

    assert asked(town, Series.TOPIC) == made.id
    assert asked(town, Series.TOPIC, part=1) == made.id
    assert refused(town, Series.TOPIC, part=2) == "refusal-history-none"
    assert refused(town, Series.TOPIC, 99) == "refusal-no-topic"


def test_a_ballot_that_was_opened_and_no_draft(town):
    made = draft(town)
    assert refused(town, Series.BALLOT) == "refusal-no-ballot"
    with town.work(0) as work:
        work.ballots.save(replace(made, status=BallotStatus.OPEN))

    assert asked(town, Series.BALLOT) == made.id


def test_a_resolution_that_is_public_and_no_draft(town):
    drafted(town)
    assert refused(town, Series.RESOLUTION) == "refusal-no-resolution"
    press(town, CHEN, "hand-in")
    press(town, WU, "check")
    press(town, CHEN, "publish")

    assert asked(town, Series.RESOLUTION) == 1


def test_a_disclosure_by_the_number_of_its_year_and_none_that_is_not_shown(town):
    begun(town)
    until(town, "2026-11-30")
    found = edition(town)
    waits = stands(town, found, EditionStatus.APPROVED, serial="2026-031")
    assert refused(town, Series.DISCLOSURE, 2026, 31) == "refusal-no-edition"
    stands(town, waits)

    assert asked(town, Series.DISCLOSURE, 2026, 31) == found.id
    assert refused(town, Series.DISCLOSURE, 2026, 30) == "refusal-no-edition"


def test_what_supervision_said_by_its_number(working):
    give(working, 1, Matter.CASE)

    assert asked(working, Series.MEASURE) == 1
    assert working.facts("history-of")["case"] == 1  # whose people stay unnamed
    assert refused(working, Series.MEASURE, 2) == "refusal-no-measure"
