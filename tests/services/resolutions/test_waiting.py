from datetime import timedelta

import pytest

from governance.deliberations.advance import Given
from governance.deliberations.states import TopicAction, TopicStatus
from governance.directory import ChatKind
from governance.refusals import NotAllowed, Unknown
from governance.resolutions.states import Outcome, ResolutionStatus
from services.deliberations import acting as topics
from services.hearing import Asked
from services.resolutions import dossiers, drafting, looking, waiting
from tests.services.resolutions.promises import (
    LIANG,
    agreed,
    carried_out,
    clause,
    drafted,
    empty,
    facts,
    heard,
    in_force,
    press,
    public,
    resolution,
    sounded,
    step,
    topic,
    word,
)
from tests.services.town import AT, CHEN, GROUP, HE, LI, WU

T, S, O = TopicStatus, ResolutionStatus, Outcome  # noqa: E741 -- as elsewhere
DAYS = timedelta(days=15)


def agree(town):
    """Let the committee find in the summary that all agree."""
    number = agreed(town, T.SUMMARY)
    given = {"at": town.now, "by": None}
    town.do(CHEN, _act, number, TopicAction.AGREE, **given)
    return number


def _act(work, number, action, note="", **_given):
    return topics.act(work, number, action, Given(by=work.by, at=work.now, note=note))


def refer(town, status=T.NO_CONSENSUS):
    number = agreed(town, status)
    town.do(CHEN, _act, number, TopicAction.REFER, note="谈不拢")
    return number


# ── agreed, and never used (E07) ──


def test_a_resolution_is_wanted_at_once_and_late_after_its_days(town):
    agree(town)
    town.ring("unresolved")
    assert heard(town, "resolution-wanted") == [CHEN, HE]
    assert facts(town, "resolution-wanted")["days"] == DAYS.days
    began = town.now
    town.ring("unresolved")
    assert town.now - began == DAYS
    assert heard(town, "resolution-late") == [CHEN, HE]
    town.ring("unresolved")
    assert heard(town, "resolution-late") == [GROUP, CHEN, HE, WU]
    town.ring("unresolved")
    assert heard(town, "resolution-late") == [GROUP, CHEN, HE, WU]


def test_a_draft_alone_does_not_end_the_alerts_what_is_public_does(town):
    number = agree(town)
    town.ring("unresolved")
    word(town, CHEN, town.do(CHEN, drafting.begin, number).id)
    clause(town, finish="12月20日")
    town.ring("unresolved")
    assert heard(town, "resolution-late") == [CHEN, HE]
    press(town, CHEN, "hand-in")
    press(town, WU, "check")
    press(town, CHEN, "publish")
    town.ring("unresolved")
    assert heard(town, "resolution-late") == []
    assert [v for v, _ in town.dues() if v == "unresolved"] == []


def test_an_alarm_of_an_earlier_agreement_says_nothing(town):
    number = agree(town)
    town.do(0, waiting.unresolved, number, 7, 0)
    assert heard(town, "resolution-wanted") == []
    town.do(CHEN, _act, number, TopicAction.REFER, note="违反条例")
    town.ring("unresolved")
    assert heard(town, "resolution-wanted") == []


# ── the result is public by its day (F02) ──


def test_a_result_that_is_not_public_on_its_day_is_itself_made_public(town):
    in_force(town)
    town.ring("disclose")
    assert heard(town, "resolution-disclose") == [CHEN, HE]
    town.ring("undisclosed")
    assert heard(town, "resolution-undisclosed") == [GROUP, WU]
    assert town.audit() == ["undisclosed"]


def test_a_result_that_is_public_is_not_asked_for(town):
    in_force(town)
    carried_out(town)
    step(town, CHEN, "disclose", "装好了")
    for verb in ("disclose", "undisclosed"):
        town.ring(verb)
        assert heard(town, f"resolution-{verb}") == []


def test_what_is_gone_or_later_is_not_asked_for(town):
    in_force(town)

    for verb in (waiting.disclose, waiting.late):
        town.do(0, verb, 1, 99)
        town.do(0, verb, 1, resolution(town).clauses[0].id)
        assert town.fresh() == []
    assert resolution(town).status is S.IMPLEMENTING


def test_without_a_group_nothing_is_lost_but_the_group(town):
    empty(town, without={ChatKind.COMMUNITY})
    in_force(town)
    town.ring("undisclosed")

    assert heard(town, "resolution-undisclosed") == [WU]
    assert [t for t in town.told() if t[0].startswith("resolution:1:0")] == []


# ── what goes up (E08) ──


def test_what_is_referred_goes_to_the_township_with_all_that_was_said(town):
    refer(town)
    town.ring("dossier")

    assert heard(town, "dossier") == [LIANG]
    assert heard(town, "dossier-record") == [CHEN, HE]
    town.do(LIANG, dossiers.read, 1)
    assert heard(town, "dossier") == [LIANG]
    with pytest.raises(NotAllowed):
        town.do(LI, dossiers.read, 1)


def test_without_a_contact_the_operator_hears(town):
    refer(town)
    empty(town, "liang")
    town.ring("dossier")

    assert sounded(town) == [("unheld", "topic:1")]
    assert heard(town, "dossier-record") == [CHEN, HE]


def test_what_is_referred_no_more_is_not_sent(town):
    agreed(town)
    town.do(0, dossiers.dossier, 1)

    assert town.told() == []


def record(town, outcome, day="2026-11-01", by=CHEN):
    talk = town.do(by, dossiers.begin, 1)
    town.answer(by, "outcome", outcome, talk.id)
    if day == "today":
        town.answer(by, "day", day, talk.id)
    else:
        town.say(by, day)
    town.say(by, "街道办会议纪要")
    return town.answer(by, "submit", dialogue_id=talk.id)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [(O.STUDIED, T.DIRECTED), (O.CORRECTED, T.DIRECTED), (O.AGAIN, T.DISCUSSION)],
)
def test_a_human_writes_the_outcome_down_and_it_is_public(town, outcome, status):
    refer(town)
    town.now = AT + timedelta(hours=1)
    record(town, outcome)

    assert topic(town).status is status
    with town.work(0) as work:
        [found] = work.referrals.of(1)
    assert (found.outcome, found.basis, found.officer) == (outcome, "街道办会议纪要", "chen")
    assert f"{found.day}" == "2026-11-01"
    assert heard(town, "referral-recorded") == [GROUP]


def test_today_is_written_down_as_the_day_that_it_is(town):
    refer(town)
    record(town, O.STUDIED, "today")

    with town.work(0) as work:
        assert f"{work.referrals.of(1)[0].day}" == "2026-11-02"


@pytest.mark.parametrize("by", [LI, LIANG, WU])
def test_neither_the_township_nor_anybody_else_writes_it_down(town, by):
    refer(town)

    with pytest.raises(NotAllowed):
        town.do(by, dossiers.begin, 1)


def test_an_outcome_is_written_down_once(town):
    refer(town)
    record(town, O.STUDIED)

    with pytest.raises(NotAllowed):
        town.do(CHEN, dossiers.begin, 1)


# ── looking ──


def test_everybody_looks_at_what_is_public(town):
    public(town)
    group, private = Asked(chat=GROUP, message=3), Asked(chat=LI, message=3)
    town.do(LI, looking.listing, group)
    assert heard(town, "resolutions") == [GROUP]
    town.do(LI, looking.status, 1, group)
    assert ("resolution:1:0:0", GROUP) in town.told()
    town.do(LI, looking.status, 1, private)
    assert (f"resolution:1:{LI}:0", LI) in town.told()
    town.do(LI, looking.show, 1)
    assert (f"resolution:1:{LI}:0", LI) in town.told()


def test_a_draft_is_for_those_in_office_in_private(town):
    drafted(town)
    with pytest.raises(Unknown):
        town.do(LI, looking.show, 1)
    with pytest.raises(Unknown):
        town.do(CHEN, looking.status, 1, Asked(chat=GROUP, message=3))
    town.do(WU, looking.show, 1)
    assert (f"resolution:1:{WU}:0", WU) in town.told()
