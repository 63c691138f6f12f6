"""What is read is what was signed; who understood it is counted once, and told of nobody."""

import pytest
from sqlalchemy import select

from governance.disclosures.readers import Understood
from governance.disclosures.states import EditionAction
from governance.refusals import Refusal
from services.disclosures import freezing, reading, signing
from storage.readings import READERS
from tests.services.disclosures.accounts import approved, corrected, draw, papers, published, spoil
from tests.services.town import CHEN, LI, WANG

YES, NO = Understood.YES, Understood.NO


def counted(town, edition):
    with town.work(0) as work:
        return work.readings.understood(edition.id)


def test_each_reader_counts_once_and_by_his_newest_tap(town):
    edition = published(town)
    for person, said in ((LI, NO), (LI, NO), (LI, YES), (CHEN, NO)):
        town.do(person, reading.say, edition.id, said)

    assert counted(town, edition) == {YES: 1, NO: 1}
    with town.engine.begin() as connection:
        assert len(connection.execute(select(READERS.c.person)).all()) == 2


def test_nobody_is_told_who_did_not_understand(town):
    edition = published(town)
    town.do(LI, reading.say, edition.id, NO)

    assert (town.fresh(), town.audit()) == ([], [])


def test_what_is_not_shown_yet_cannot_be_answered(town):
    edition = approved(town)
    with pytest.raises(Refusal, match="refusal-no-edition"):
        town.do(LI, reading.say, edition.id, YES)

    assert counted(town, edition) == {}


def test_what_was_replaced_keeps_its_count_and_takes_no_more(town):
    edition = published(town)
    town.do(LI, reading.say, edition.id, NO)
    fresh = corrected(town, edition)
    town.do(CHEN, reading.say, edition.id, YES)  # it stands until the other is shown
    town.do(WANG, signing.press, fresh.id, EditionAction.SUBMIT)
    draw(town)
    town.ring("edition_drawn")
    town.do(CHEN, signing.press, fresh.id, EditionAction.APPROVE)
    town.ring("edition_publish")
    with pytest.raises(Refusal, match="refusal-edition-replaced"):
        town.do(CHEN, reading.say, edition.id, NO)

    assert counted(town, edition) == {NO: 1, YES: 1}


def test_the_words_that_leave_are_those_that_were_signed(town):
    published(town)
    paper = papers(town)["text"]
    with town.work(0) as work:
        assert sorted(freezing.words(work, paper)) == ["en", "zh-CN"]

    spoil(town, "text")
    with town.work(0) as work, pytest.raises(ValueError, match="not what was drawn"):
        freezing.words(work, paper)
