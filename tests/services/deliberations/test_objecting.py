from dataclasses import replace

import pytest

from governance.refusals import NotAllowed, Refusal, Unknown
from services.deliberations import objecting, speaking
from tests.services.deliberations.topics import discussed, fill, later, speak, submit, take, topic
from tests.services.joining import verified
from tests.services.town import CHEN, LI, LIU, WU, ZHANG


@pytest.fixture
def opposed(town):
    discussed(town)
    verified(town, ZHANG, door="2-302")
    speak(town, ZHANG, "against", "忘带卡回不了家", affected="yes")
    return town


def meet(town, text="每户多配一张卡", objection=1):
    town.do(CHEN, objecting.meet, 1, objection)
    town.say(CHEN, text)
    return submit(town, CHEN)


def test_how_an_objection_was_met_is_written_down_and_its_author_told(opposed):
    made = meet(opposed)

    assert made.standing_objections == ()
    assert [o.met for o in made.objections] == ["每户多配一张卡"]
    assert opposed.facts("topic-objection-met")["note"] == "每户多配一张卡"
    assert opposed.audit() == ["topic-objection"]


def test_a_standing_objection_keeps_a_topic_from_being_agreed(opposed):
    for n in range(4):
        verified(opposed, 6000 + n, door=f"2-40{n}")
        speak(opposed, 6000 + n)
    later(opposed, days=4)
    take(opposed, "summarise")
    later(opposed, days=4)

    with pytest.raises(Refusal) as found:
        take(opposed, "agree")
    assert found.value.key == "refusal-topic-objection"

    meet(opposed)
    assert take(opposed, "agree").status == "consensus"


def test_whoever_objected_takes_it_back(opposed):
    speak(opposed, ZHANG, "against", "还有一条", affected="yes")

    made = opposed.do(ZHANG, objecting.withdraw, 1)

    assert made.standing_objections == ()
    assert [o.withdrawn for o in made.objections] == [True, True]


def test_whoever_objected_without_his_name_is_not_named_by_taking_it_back(town):
    discussed(town)
    verified(town, ZHANG, door="2-302")
    began = town.audit_of(ZHANG)
    speak(town, ZHANG, "against", "怕忘带卡", name="hidden", affected="yes")
    town.ring("topic_batch")

    town.do(ZHANG, objecting.withdraw, 1)

    assert [o.withdrawn for o in topic(town).objections] == [True]
    assert began
    assert town.audit_of(ZHANG) == began


def test_while_the_ballot_runs_an_objection_is_taken_back_and_not_met(opposed):
    opposed.do(CHEN, objecting.meet, 1, 1)
    with opposed.work(0) as work:
        work.topics.save(replace(work.topics.get(1), status="polling"))

    opposed.say(CHEN, "每户多配一张卡")
    with pytest.raises(Refusal) as begun:
        submit(opposed, CHEN)
    with pytest.raises(Refusal) as anew:
        opposed.do(CHEN, objecting.meet, 1, 1)
    assert begun.value.key == anew.value.key == "refusal-topic-objection-ballot"
    assert [o.met for o in topic(opposed).objections] == [""]

    assert opposed.do(ZHANG, objecting.withdraw, 1).standing_objections == ()


def test_nobody_takes_back_what_another_objected(opposed):
    with pytest.raises(Unknown):
        opposed.do(LI, objecting.withdraw, 1)


@pytest.mark.parametrize("person", [LI, WU])
def test_nobody_but_the_committee_says_how_it_was_met(opposed, person):
    with pytest.raises(NotAllowed):
        opposed.do(person, objecting.meet, 1, 1)


def test_what_was_met_is_not_met_again(opposed):
    meet(opposed)

    with pytest.raises(Unknown):
        opposed.do(CHEN, objecting.meet, 1, 1)


def test_when_all_is_over_nothing_is_met_any_more(opposed):
    with opposed.work(0) as work:
        found = work.topics.get(1)
        work.topics.save(replace(found, status="archived"))

    with pytest.raises(NotAllowed):
        opposed.do(CHEN, objecting.meet, 1, 1)


def test_an_entered_objection_has_no_account_to_be_told(opposed):
    opposed.do(LIU, speaking.enter, 1)
    fill(opposed, LIU, stance="against", affected="yes", text="没卡进不来")
    submit(opposed, LIU)

    meet(opposed, objection=2)

    assert [k for k, _ in opposed.told() if k == "topic-objection-met"] == []
    assert [o.met for o in topic(opposed).objections] == ["", "每户多配一张卡"]
