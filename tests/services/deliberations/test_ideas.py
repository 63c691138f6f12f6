"""Bright ideas (B21), and matters closed without a talk (E01)."""

from dataclasses import replace

import pytest

from governance.deliberations.advance import Given
from governance.deliberations.states import Criterion, TopicAction, TopicStatus
from governance.directory import THE_CLOCK
from governance.refusals import Conflict, Refusal
from services.deliberations import acting, looking, proposing, reviewing
from tests.services.deliberations.topics import (
    discussed,
    fill,
    proposed,
    speak,
    submit,
    sum_up,
    take,
    topic,
)
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, LI, WU, ZHANG

A, S = TopicAction, TopicStatus
SAID = "楼下放一个换书的架子"


def idea(town, name="hidden", person=LI):
    verified(town, person)
    town.do(person, proposing.suggest, town.hear(SAID, chat=person))
    fill(town, person, name=name)
    return submit(town, person)


@pytest.mark.parametrize(("name", "signed"), [("hidden", False), ("open", True)])
def test_an_idea_goes_to_the_group_and_its_author_decides_about_the_name(town, name, signed):
    made = idea(town, name)

    assert (made.idea, made.signed, made.status) == (True, signed, S.PROPOSED)
    assert ("topic:1:0:0", GROUP) in town.told()


def test_whoever_was_not_met_brings_no_idea_that_counts(town):
    with pytest.raises(Refusal) as found:
        town.do(LI, proposing.suggest, town.hear(SAID, chat=LI))

    assert found.value.key == "refusal-topic-verified"


def test_enough_households_make_it_a_candidate_once_though_two_saw_the_threshold_crossed(town):
    idea(town)
    for n in range(3):
        verified(town, 6000 + n, door=f"2-40{n}")
        town.do(6000 + n, proposing.second, 1)
    before = topic(town)
    assert before.status is S.PROPOSED
    verified(town, ZHANG, door="2-302")
    town.do(ZHANG, proposing.second, 1)

    with pytest.raises(Conflict):
        town.do(0, acting.step, before, A.REVIEW, Given(by=THE_CLOCK, at=town.now))

    assert topic(town).status is S.PRE_REVIEW
    with town.work(0) as work:
        assert [p.action for p in work.topics.passages(1)] == [A.REVIEW]


def close(town, action, **boxes):
    proposed(town)
    take(town, "review")
    town.do(CHEN, reviewing.press, 1, action)
    fill(town, CHEN, **boxes)
    return town.say(CHEN, "物业已经在办")


@pytest.mark.parametrize("action", [A.REJECT, A.REDIRECT])
def test_who_closes_a_matter_without_a_talk_answers_the_boxes_and_says_why(town, action):
    made = close(town, action, interest="yes", difficulty="no", conflict="yes")

    assert made.undeliberated
    assert made.criteria == {Criterion.PUBLIC_INTEREST, Criterion.DISPUTE}
    with town.work(0) as work:
        last = work.topics.passages(1)[-1]
    assert (last.action, last.officer, last.note) == (action, "chen", "物业已经在办")
    assert (f"topic-told-supervision-{action}", WU) in town.told()


def test_the_boxes_of_a_matter_that_has_them_are_not_asked_again(town):
    proposed(town)
    take(town, "review")
    with town.work(CHEN) as work:
        work.topics.save(replace(work.topics.get(1), criteria=frozenset({Criterion.DISPUTE})))
    town.do(CHEN, reviewing.press, 1, A.REJECT)

    assert town.say(CHEN, "已经调解好了").criteria == {Criterion.DISPUTE}


def test_the_boxes_that_the_review_set_meanwhile_are_not_overwritten(town):
    proposed(town)
    take(town, "review")
    town.do(CHEN, reviewing.press, 1, A.REJECT)
    fill(town, CHEN, interest="yes", difficulty="no", conflict="no")
    with town.work(CHEN) as work:
        work.topics.save(replace(work.topics.get(1), criteria=frozenset({Criterion.DISPUTE})))

    assert town.say(CHEN, "物业已经在办").criteria == {Criterion.DISPUTE}


def test_the_steps_are_told_in_private_to_whoever_asks(town):
    proposed(town)

    town.do(ZHANG, looking.history, 1)

    assert town.told() == [("topic-history", ZHANG)]


def test_a_summary_answers_each_part_and_cannot_say_nobody_where_somebody_spoke(town):
    discussed(town)
    speak(town, LI, "against", "没卡进不来", affected="yes")
    town.do(CHEN, reviewing.press, 1, A.SUMMARISE)
    with town.work(0) as work:
        talk = work.dialogues.waiting(CHEN, CHEN)
    assert [talk.whole(f"had-{part}") for part in ("for", "against", "unresolved")] == [0, 1, 1]

    made = sum_up(town, against="没卡进不来", unresolved="没卡进不来")

    assert made.status is S.SUMMARY
    assert dict(made.summing) == {
        "for": "nobody",
        "against": "没卡进不来",
        "condition": "nobody",
        "unresolved": "没卡进不来",
    }


def test_what_was_said_meanwhile_without_a_name_is_not_passed_over(town):
    discussed(town)
    verified(town, ZHANG, door="2-302")
    town.do(CHEN, reviewing.press, 1, A.SUMMARISE)
    fill(town, CHEN, **dict.fromkeys(("for", "against", "condition", "unresolved"), "nobody"))
    speak(town, ZHANG, "against", "怕忘带卡", name="hidden", affected="no")

    with pytest.raises(Refusal) as found:
        submit(town, CHEN)

    assert (found.value.key, found.value.facts["part"]) == ("refusal-summary-nobody", "against")
