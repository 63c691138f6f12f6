from dataclasses import replace

import pytest

from governance.deliberations.states import TopicStatus
from governance.refusals import NotAllowed, Unknown
from services.deliberations import looking
from services.hearing import Asked
from tests.bases import memory
from tests.services.deliberations.topics import discussed, later, proposed, speak, take, topic
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, HE, LI, WU, ZHANG, Town

S = TopicStatus


def private(person):
    return Asked(chat=person, message=0)


def test_the_list_is_shown_where_it_was_asked_for(town):
    town.do(LI, looking.listing, Asked(chat=GROUP, message=9))

    assert town.told() == [("topics", GROUP)]


@pytest.mark.parametrize("person", [CHEN, WU, LI])
def test_whoever_has_to_do_with_a_topic_is_shown_its_card(town, person):
    proposed(town)

    town.do(person, looking.status, 1, private(person))

    assert town.told() == [(f"topic:1:{person}:0", person)]


@pytest.mark.parametrize("chat", [ZHANG, GROUP])
def test_others_and_the_group_read_how_it_stands(town, chat):
    proposed(town)

    town.do(ZHANG, looking.status, 1, Asked(chat=chat, message=9))

    assert town.told() == [("topic", chat)]


def test_the_name_in_the_list_opens_it(town):
    proposed(town)

    town.do(ZHANG, looking.show, 1)

    assert town.told() == [("topic", ZHANG)]


def test_a_number_that_does_not_exist_is_unknown(town):
    with pytest.raises(Unknown) as found:
        town.do(LI, looking.status, 7, private(LI))

    assert found.value.key == "refusal-no-topic"


def test_a_ballot_without_talk_says_what_is_missing_and_nothing_happens(town):
    discussed(town)

    assert town.do(CHEN, looking.ballot, 1) is None

    assert town.facts("topic-lacking")["missing"] == "discussion,summary"
    assert topic(town).status is S.DISCUSSION
    assert town.audit() == []


def test_after_talk_and_summary_the_way_to_a_ballot_is_open(town):
    discussed(town)
    speak(town, LI)
    for n in range(4):
        verified(town, 6000 + n, door=f"2-4{n:02}")
        speak(town, 6000 + n)
    later(town, days=3)
    take(town, "summarise")

    assert town.do(CHEN, looking.ballot, 1).status is S.POLLING
    assert ("topic-told-supervision-poll", WU) in town.told()


@pytest.mark.parametrize("person", [LI, WU])
def test_nobody_but_the_committee_asks_for_a_ballot(town, person):
    discussed(town)

    with pytest.raises(NotAllowed):
        town.do(person, looking.ballot, 1)


def test_without_a_group_of_all_a_topic_is_talked_over_in_private_alone(community):
    with memory() as engine:
        town = Town(engine, replace(community, chats=()))
        discussed(town)
        speak(town, LI)

        assert {c for _, c in town.told() if c < 0} == set()
        assert topic(town).statements == 1
        assert {c for _, c in town.told()} == {LI, CHEN, HE}
