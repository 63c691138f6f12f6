from datetime import date

import pytest

from governance.deliberations.states import TopicStatus
from governance.procedure import Level
from governance.refusals import NotAllowed, Refusal
from governance.resolutions.states import ResolutionKind, Rhythm
from services.resolutions import drafting
from tests.services.resolutions.promises import (
    TEXT,
    agreed,
    clause,
    drafted,
    press,
    public,
    resolution,
    topic,
    waiting,
    word,
)
from tests.services.town import CHEN, HE, LI, WANG, WU

T = TopicStatus


def test_what_was_agreed_is_written_down_with_its_promises_one_by_one(town):
    made = drafted(town)
    [promise] = made.clauses

    assert (made.kind, made.text, made.drafted_by) == (ResolutionKind.PLAN, TEXT, "chen")
    assert topic(town).status is T.RESOLVING
    assert (promise.who, promise.what, promise.money) == ("wang", "装刷卡", 120_050)
    assert (promise.finish_by, promise.disclose_by) == (date(2026, 11, 30), date(2026, 12, 7))
    assert (promise.rhythm, promise.proof) == (Rhythm.WEEKLY, "验收单和照片")
    assert ("resolution:1:3001:0", CHEN) in town.told()
    town.do(CHEN, drafting.promise, 1)
    clause(town, officer="liu", money="", disclose="2027-1-5")
    two = resolution(town).clauses
    assert [(c.number, c.who, c.money) for c in two] == [(1, "wang", 120_050), (2, "liu", 0)]
    assert two[1].disclose_by == date(2027, 1, 5)
    town.do(CHEN, drafting.drop, 1, two[0].id)
    assert [c.who for c in resolution(town).clauses] == ["liu"]
    assert town.audit() == ["resolution_drop"]


@pytest.mark.parametrize("by", [LI, WANG, WU])
def test_only_the_committee_drafts(town, by):
    number = agreed(town)

    with pytest.raises(NotAllowed):
        town.do(by, drafting.begin, number)
    drafted(town)
    for verb in (drafting.rewrite, drafting.promise):
        with pytest.raises(NotAllowed):
            town.do(by, verb, 1)


@pytest.mark.parametrize(
    ("status", "level", "may"),
    [
        (T.CONSENSUS, Level.DELEGATED, True),
        (T.CONSENSUS, Level.MEETING, False),
        (T.DIRECTED, Level.OTHER, True),
        (T.DIRECTED, Level.MEETING, False),
        (T.MEETING_PASSED, Level.MEETING, True),
        (T.RESOLVING, Level.MEETING, True),
        (T.DISCUSSION, Level.DELEGATED, False),
        (T.NO_CONSENSUS, Level.DELEGATED, False),
    ],
)
def test_a_draft_begins_where_the_matter_is_decided(town, status, level, may):
    number = agreed(town, status, level=level)
    if may:
        assert town.do(CHEN, drafting.begin, number).text("matter") == str(number)
        return
    with pytest.raises(Refusal, match="refusal-resolution-topic"):
        town.do(CHEN, drafting.begin, number)


def test_a_meetings_matter_may_be_drafted_before_its_minutes_are_checked(town):
    begun = town.do(CHEN, drafting.begin, agreed(town, T.MEETING_PASSED, level=Level.MEETING))
    word(town, CHEN, begun.id)
    clause(town)

    assert topic(town).status is T.MEETING_PASSED
    press(town, CHEN, "hand-in")
    press(town, WU, "check")
    with pytest.raises(Refusal, match="refusal-resolution-topic"):
        press(town, CHEN, "publish")


def test_a_topic_has_one_resolution_at_a_time(town):
    number = agreed(town)
    first = town.do(CHEN, drafting.begin, number)
    second = town.do(HE, drafting.begin, number)
    word(town, CHEN, first.id)

    town.answer(HE, "form", "plan", second.id)
    town.say(HE, "另一份")
    with pytest.raises(Refusal, match="refusal-conflict"):
        town.answer(HE, "submit", dialogue_id=second.id)
    assert town.do(HE, drafting.begin, number) == resolution(town)
    assert ("resolution:1:3002:0", HE) in town.told()


def test_a_draft_gets_other_words(town):
    drafted(town)
    press(town, CHEN, "hand-in")
    talk = town.do(HE, drafting.rewrite, 1)
    word(town, HE, talk.id, form="plan", text="新的文字")

    made = resolution(town)
    assert (made.kind, made.text, made.submitted) == (ResolutionKind.PLAN, "新的文字", False)


def test_what_is_public_is_not_rewritten(town):
    public(town)

    for verb in (drafting.rewrite, drafting.promise):
        with pytest.raises(NotAllowed):
            town.do(CHEN, verb, 1)
    with pytest.raises(NotAllowed):
        town.do(CHEN, drafting.drop, 1, 1)


@pytest.mark.parametrize(
    ("before", "words", "key"),
    [
        (("officer", "what"), "很多钱", "resolution-money"),
        (("officer", "what", "money"), "明年", "day"),
    ],
)
def test_a_sum_or_a_day_that_is_none_is_asked_for_again(town, before, words, key):
    begun = town.do(CHEN, drafting.begin, agreed(town)).id
    word(town, CHEN, begun)
    talk = waiting(town, CHEN)
    said = {"what": "装刷卡", "money": "0"}
    for field in before:
        if field == "officer":
            town.answer(CHEN, field, "wang", talk)
        else:
            town.say(CHEN, said[field])

    with pytest.raises(Refusal, match=f"refusal-{key}"):
        town.say(CHEN, words)
