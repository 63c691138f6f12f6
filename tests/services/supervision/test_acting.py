"""A reminder reaches whose step it is; an opinion waits for its reply, or shows there is none."""

from datetime import date

import pytest

from governance.cases import CaseAction
from governance.refusals import NotAllowed, Refusal, Unknown
from governance.supervision import Matter, MeasureAction, MeasureStatus
from services.supervision import acting, looking
from tests.services.ballots.booth import draft, topic
from tests.services.disclosures.programmes import planned, sounded, stands, told, until
from tests.services.resolutions.promises import empty, in_force
from tests.services.supervision.speaking import SAID, close, give, measure, overdue
from tests.services.town import CHEN, GROUP, HE, LI, WANG, WU

M, S = Matter, MeasureStatus
SUPERVISORS = -1001000000009


def reminded(town):
    return told(town.deliveries(), "supervise-reminded")


def test_a_reminder_reaches_those_whose_step_an_edition_waits_for(town):
    found = overdue(town)
    town.do(WU, acting.remind, M.DISCLOSURE, found.id)

    assert reminded(town) == [HE]  # who drafts it
    assert town.audit() == ["supervise-remind"]
    with pytest.raises(Refusal) as refused:
        town.do(WU, acting.remind, M.DISCLOSURE, found.id)
    assert refused.value.key == "refusal-supervise-reminded"


def test_a_reminder_of_a_case_reaches_its_holder_and_of_a_promise_its_keeper(working):
    working.do(WU, acting.remind, M.CASE, 1)
    assert reminded(working) == [WANG]
    in_force(working)
    working.do(WU, acting.remind, M.RESOLUTION, 1)
    assert reminded(working) == [WANG, CHEN]


def test_what_is_nobodys_in_particular_is_the_committees(town):
    ballot = draft(town, topic=topic(town, lead="chen").id)
    town.do(WU, acting.remind, M.BALLOT, ballot.id)
    assert reminded(town) == [CHEN, HE]
    town.do(WU, acting.remind, M.TOPIC, ballot.topic)
    assert reminded(town) == [CHEN]  # who leads it
    town.do(WU, acting.remind, M.TOPIC, topic(town).id)
    assert reminded(town) == [CHEN, HE]


def test_a_matter_without_a_leader_or_an_item_is_the_committees(town):
    found = overdue(town)
    with town.work(0) as work:
        kept = [i for i in work.community.disclosures if i.key != "ledger"]
    planned(town, disclosures=tuple(kept))
    town.do(WU, acting.remind, M.DISCLOSURE, found.id)

    assert reminded(town) == [CHEN, HE]


@pytest.mark.parametrize("by", [CHEN, WANG, LI])
def test_nobody_else_supervises(town, by):
    found = overdue(town)
    given = give(town, found.id)
    for verb, words in (
        (acting.remind, (M.DISCLOSURE, found.id)),
        (acting.begin, (M.DISCLOSURE, found.id)),
        (acting.ask, (given.id, MeasureAction.WITHDRAW)),
    ):
        with pytest.raises(NotAllowed):
            town.do(by, verb, *words)


@pytest.mark.parametrize("matter", Matter)
def test_what_is_not_there_is_neither_reminded_of_nor_written_about(town, matter):
    for verb in (acting.remind, acting.begin, looking.look):
        with pytest.raises(Unknown):
            town.do(WU, verb, matter, 99)


def test_what_is_over_is_not_reminded_of_and_may_be_written_about(finished):
    finished.act(LI, CaseAction.CONFIRM)
    shown = stands(finished, overdue(finished))
    for matter, about in ((M.CASE, 1), (M.DISCLOSURE, shown.id)):
        with pytest.raises(Refusal) as refused:
            finished.do(WU, acting.remind, matter, about)
        assert refused.value.key == "refusal-supervise-over"

    assert give(finished, shown.id).status is S.OPEN


def test_an_opinion_lies_before_the_committee_until_its_day(town):
    found = overdue(town)
    given = give(town, found.id)

    assert (given.number, given.text, given.due) == (1, SAID, date(2026, 12, 15))
    cards = [(f"measure:1:{who}", who) for who in (CHEN, HE, WU)]
    assert [t for t in town.told() if t[0].startswith("measure:")] == cards
    assert "give-opinion" in town.audit()


def test_a_missing_reply_is_told_to_both_sides_and_aloud(town):
    given = give(town, overdue(town).id)
    heard = until(town, "2026-12-15")
    assert told(heard, "measure-due") == [CHEN, HE]
    assert told(heard, "measure-missing") == []
    heard = until(town, "2026-12-17")

    assert told(heard, "measure-missing") == [GROUP, CHEN, HE, WU]
    assert measure(town).missed
    late = close(town, given)
    assert (late.status, late.late(town.community.calendar.zone)) == (S.ANSWERED, 2)
    assert told(town.deliveries(), "measure-told-answered") == [WU]


def test_a_bot_that_slept_says_once_that_the_reply_is_missing(town):
    give(town, overdue(town).id)
    heard = until(town, "2026-12-20", asleep=True)

    assert (told(heard, "measure-due"), len(told(heard, "measure-missing"))) == ([], 4)


def test_of_a_single_case_the_groups_hear_nothing(working):
    give(working, 1, M.CASE)
    heard = until(working, "2026-11-07")

    assert told(heard, "measure-missing") == [CHEN, HE, WU]
    assert {d.facts.get("case") for d in heard if d.key == "measure-missing"} == {1}


def test_an_answer_in_time_ends_it(town):
    given = give(town, overdue(town).id)
    close(town, given)
    assert "answer-opinion" in town.audit()
    heard = until(town, "2026-12-20")

    assert told(heard, "measure-due") + told(heard, "measure-missing") == []
    with pytest.raises(NotAllowed):
        close(town, given)


def test_what_is_withdrawn_stays_and_waits_no_more(town):
    given = give(town, overdue(town).id)
    gone = close(town, given, MeasureAction.WITHDRAW, WU, "已经公开了，是我看漏")

    assert (gone.status, gone.text) == (S.WITHDRAWN, SAID)
    assert told(town.deliveries(), "measure-told-withdrawn") == [CHEN, HE]
    assert told(until(town, "2026-12-20"), "measure-missing") == []


def test_what_tells_of_a_person_is_neither_an_opinion_nor_a_reply(town):
    found = overdue(town)
    with pytest.raises(Refusal) as refused:
        give(town, found.id, text="李婶电话13812345678")
    assert refused.value.key == "refusal-supervise-private"
    given = give(town, found.id)
    with pytest.raises(Refusal):
        close(town, given, text="身份证110101199003078515")


def test_where_the_committee_has_nobody_the_operator_hears(town):
    found = overdue(town)
    empty(town, "chen", "he")
    give(town, found.id)

    assert ("unheld", "measure:1") in sounded(town)
