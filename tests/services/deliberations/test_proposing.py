from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from governance.deliberations.states import Criterion, TopicAction, TopicStatus
from governance.procedure import Entry, Level
from governance.refusals import NotAllowed, Refusal
from services.deliberations import proposing
from tests.bases import memory
from tests.services.deliberations.topics import SAID, fill, proposed, submit, take, topic
from tests.services.joining import newest, verified
from tests.services.town import CHEN, GROUP, HE, LI, WU, ZHANG, Town

S = TopicStatus


def second(town, person, topic_id=1):
    return town.do(person, proposing.second, topic_id)


def test_whoever_was_not_met_is_told_what_to_do_first(town):
    with pytest.raises(Refusal) as refused:
        town.do(LI, proposing.begin, town.hear(SAID, chat=LI))

    assert refused.value.key == "refusal-topic-verified"


def test_a_proposal_is_shown_in_the_group_to_its_author_and_to_the_committee(town):
    made = proposed(town)

    assert (made.status, made.text, made.proposer, made.number) == (S.PROPOSED, SAID, str(LI), 1)
    shown = [("topic:1:0:0", GROUP), ("topic:1:3001:0", CHEN), ("topic:1:3002:0", HE)]
    assert [t for t in town.told() if t[0].startswith("topic")] == [
        *shown,
        ("topic:1:5001:0", LI),
    ]
    assert town.audit() == ["propose"]


@pytest.mark.parametrize(("hours", "waits"), [(0, 0), (14, 23)])  # at nine, and by night
def test_the_talk_knows_until_when_a_proposal_waits_by_night(town, hours, waits):
    began = town.now
    town.now += timedelta(hours=hours)
    verified(town)
    found = town.do(LI, proposing.begin, town.hear(SAID, chat=LI)).id
    town.answer(LI, "submit", dialogue_id=found)

    with town.work(0) as work:
        talk = work.dialogues.get(found)
    until = began + timedelta(hours=waits) if waits else datetime.fromtimestamp(0, UTC)
    assert datetime.fromtimestamp(talk.whole("waits") / 1000, UTC) == until
    assert (("topic:1:0:0", GROUP) in town.told()) == (not waits)


def test_said_in_the_group_it_goes_on_in_private(town):
    verified(town)

    town.do(LI, proposing.begin, town.hear(SAID, chat=GROUP))

    assert [t for t in town.told() if t[1] == GROUP] == [("come-private", GROUP)]
    assert town.talk(newest(town, LI)).text("text") == SAID


def test_without_words_they_are_asked_for(town):
    verified(town)

    talk = town.do(LI, proposing.begin, town.hear("", chat=LI))

    assert talk.data == {}


def test_two_proposals_of_one_person_wait_at_a_time(town):
    proposed(town)
    town.do(LI, proposing.begin, town.hear("另一件", chat=LI))
    submit(town, LI)

    with pytest.raises(Refusal) as refused:
        town.do(LI, proposing.begin, town.hear("第三件", chat=LI))

    assert refused.value.key == "refusal-topic-waiting"


def test_a_household_counts_once_whoever_of_it_presses(town):
    proposed(town)
    verified(town, ZHANG, door="2-301")
    verified(town, 5003, door="2-302")

    assert [second(town, p) for p in (ZHANG, LI, 5003, 5003)] == [False, False, True, False]
    with town.work(0) as work:
        behind = [s.household for s in work.topics.seconds(1)]
    assert behind == ["b3 2-301", "b3 2-302"]


def test_a_household_that_seconds_draws_the_cards_anew(town):
    proposed(town)
    verified(town, ZHANG, door="2-302")

    second(town, ZHANG)

    assert {s for s, _ in town.told()} == {f"topic:1:{r}:0" for r in (0, LI, CHEN, HE)}


def test_enough_households_put_it_before_the_committee_once(town):
    proposed(town)
    for n in range(1, 6):
        verified(town, 6000 + n, door=f"2-40{n}")
        assert second(town, 6000 + n) is True

    assert topic(town).status is S.PRE_REVIEW
    with town.work(0) as work:
        assert [p.action for p in work.topics.passages(1)] == [TopicAction.REVIEW]
        assert len(work.topics.seconds(1)) == 6


def test_what_was_answered_is_seconded_no_more(town):
    proposed(town)
    verified(town, ZHANG, door="2-302")
    take(town, "review")
    take(town, "reject")

    with pytest.raises(Refusal) as refused:
        second(town, ZHANG)

    assert refused.value.key == "refusal-topic-seconding"


def lay(town, person=CHEN, text="", **given):
    town.do(person, proposing.lay, town.hear(text, chat=person))
    fill(town, person, **given)
    return submit(town, person)


BOXES = {"interest": "no", "difficulty": "yes", "conflict": "yes", "entry": "other"}


def test_the_committee_brings_a_matter_that_is_reviewed_at_once(town):
    made = lay(town, **BOXES, text="楼道灯怎么换")

    assert made.status is S.PRE_REVIEW
    assert made.criteria == {Criterion.VITAL_DIFFICULTY, Criterion.DISPUTE}
    assert (made.lead, made.proposer, made.entry) == ("chen", str(CHEN), "")
    assert [c for _, c in town.told() if c == GROUP] == []


def test_a_matter_without_any_of_the_three_boxes_is_not_deliberated(town):
    with pytest.raises(Refusal) as refused:
        lay(town, **BOXES | {"difficulty": "no", "conflict": "no"}, text="楼道灯")

    assert refused.value.key == "refusal-topic-criteria"


@pytest.mark.parametrize("person", [LI, WU])
def test_nobody_but_the_committee_brings_a_matter(town, person):
    with pytest.raises(NotAllowed):
        town.do(person, proposing.lay, town.hear("", chat=person))


def test_whoever_left_office_while_writing_brings_nothing(town):
    town.do(CHEN, proposing.lay, town.hear("楼道灯", chat=CHEN))
    fill(town, CHEN, **BOXES)
    talk = town.talk(newest(town, CHEN))

    with pytest.raises(NotAllowed):
        town.do(LI, proposing.laid, talk)


PARKING = Entry(
    key="parking",
    names={"zh-CN": "停车"},
    level=Level.MEETING,
    major=True,
    vital=True,
    reserved=True,
)


def test_an_entry_of_the_catalogue_says_what_kind_of_matter_it_is(community):
    with memory() as engine:
        town = Town(engine, replace(community, catalogue=(PARKING,)))
        made = lay(town, **BOXES | {"entry": "parking"}, text="车位怎么分")

    assert (made.entry, made.major, made.vital, made.reserved) == ("parking", True, True, True)


LONG = "长" * 601


def test_a_proposal_is_brief_with_its_command(town):
    verified(town)

    with pytest.raises(Refusal) as refused:
        town.do(LI, proposing.begin, town.hear(LONG, chat=LI))

    assert refused.value.key == "refusal-statement-long"


def test_a_proposal_is_brief_in_its_talk(town):
    verified(town)
    town.do(LI, proposing.begin, town.hear("", chat=LI))

    with pytest.raises(Refusal) as refused:
        town.say(LI, LONG)

    assert refused.value.key == "refusal-statement-long"


def test_brief_words_in_the_talk_are_taken(town):
    verified(town)
    town.do(LI, proposing.begin, town.hear("", chat=LI))
    town.say(LI, SAID)

    assert submit(town, LI).text == SAID
