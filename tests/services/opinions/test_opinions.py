from dataclasses import replace
from datetime import timedelta

import pytest

from governance.deliberations.charts import Chart, Grouping
from governance.deliberations.opinions import Answer, Leaning
from governance.deliberations.statements import Stance, Statement
from governance.deliberations.states import TopicStatus
from governance.notices import Kind
from governance.refusals import Refusal, Unknown
from governance.residents import Residency, Resident, ResidentStatus
from services.hearing import Asked
from services.opinions import asking, mapping, packing
from tests.governance.deliberations.matters import TOPIC
from tests.services.town import AT, CHEN, GROUP, LI, ZHANG

YES, NO = Answer.AGREE, Answer.DISAGREE
PRIVATE = Asked(chat=LI, message=0)
HERE = Asked(chat=GROUP, message=9)


def settle(town, person, building="b3", status=ResidentStatus.VERIFIED):
    home = Resident(
        person=person,
        building=building,
        door=f"1-{person}",
        residency=Residency.SETTLED,
        status=status,
        asked_at=AT,
    )
    with town.work(0) as work:
        work.residents.save(home)


def topic(town, statements=6, status=TopicStatus.DISCUSSION):
    """Let a topic be talked over, with so many statements of 张 that are shown by now."""
    with town.work(0) as work:
        made = work.topics.add(replace(TOPIC, id=0, at=AT, text="装刷卡", status=status))
        for number in range(1, statements + 1):
            work.statements.add(
                Statement(
                    topic=made.id,
                    person=ZHANG,
                    stance=Stance.FOR,
                    text=f"发言{number}",
                    shown=True,
                    at=AT,
                )
            )
        return made


def says(town, person, *answers):
    """Let somebody answer the statements from the first on, whatever the day's limit is."""
    with town.work(0) as work:
        for statement, answer in enumerate(answers, 1):
            work.statements.answer(statement, person, answer, AT - timedelta(days=9))


def said(town):
    with town.work(0) as work:
        return work.statements.said(1)


def asked(town, person=LI, at=AT):
    with town.work(0) as work:
        return asking.question(work, 1, person, at)


@pytest.fixture
def talked(town):
    settle(town, LI)
    topic(town)
    return town


def test_who_begins_is_shown_a_statement_in_private(talked):
    talked.do(LI, asking.begin, 1)

    assert talked.told() == [(f"opinion:1:{LI}", LI)]
    assert asked(talked).statement.text == "发言1"
    assert not asked(talked).enough


def test_an_answer_is_kept_and_the_next_statement_follows_on_the_same_card(talked):
    talked.do(LI, asking.begin, 1)

    assert talked.do(LI, asking.answer, 1, 1, NO) is NO

    assert said(talked) == {(str(LI), 1): NO}
    assert talked.told() == [(f"opinion:1:{LI}", LI)]
    assert asked(talked).statement.text == "发言2"


def test_nothing_of_an_answer_stands_in_the_audit(talked):
    before = len(talked.audit())

    talked.do(LI, asking.answer, 1, 1, YES)

    assert len(talked.audit()) == before


def test_five_a_day_are_enough_and_the_newest_answer_counts_all_the_same(talked):
    for statement in range(1, 6):
        talked.do(LI, asking.answer, 1, statement, YES)

    with pytest.raises(Refusal, match="refusal-opinion-enough"):
        talked.do(LI, asking.answer, 1, 6, YES)
    talked.do(LI, asking.answer, 1, 5, NO)

    assert asked(talked).enough
    assert said(talked)[str(LI), 5] is NO
    assert not asked(talked, at=AT + timedelta(hours=15)).enough  # past midnight in Shanghai
    assert asked(talked, at=AT + timedelta(hours=14)).enough


def test_one_s_own_statement_and_a_hidden_one_are_not_to_be_answered(talked):
    settle(talked, ZHANG)
    with talked.work(0) as work:
        waiting = Statement(topic=1, person=LI, stance=Stance.FOR, text="等着", at=AT)
        hidden = work.statements.add(waiting).number

    for person, statement in ((ZHANG, 1), (LI, hidden)):
        with pytest.raises(Unknown):
            talked.do(person, asking.answer, 1, statement, YES)
    assert asked(talked, ZHANG).statement is None


@pytest.mark.parametrize("status", [ResidentStatus.PENDING, None])
def test_who_is_not_known_to_live_here_is_asked_to_join(town, status):
    topic(town)
    if status:
        settle(town, LI, status=status)

    for verb, *words in ((asking.begin, 1), (asking.answer, 1, 1, YES), (mapping.ask, 1, PRIVATE)):
        with pytest.raises(Refusal, match="refusal-opinion-resident"):
            town.do(LI, verb, *words)


def test_after_the_talk_nothing_is_answered(town):
    settle(town, LI)
    topic(town, status=TopicStatus.SUMMARY)

    with pytest.raises(Refusal, match="refusal-topic-discussion"):
        town.do(LI, asking.answer, 1, 1, YES)


def shown(town):
    [delivery] = [d for d in town.deliveries() if d.key == "opinion-map"]
    return delivery.address.chat, packing.unpack(str(delivery.facts["map"]))


def test_the_map_is_by_grid_where_several_grids_answered(talked):
    for n in range(5):
        settle(talked, 6000 + n, "b1")
        settle(talked, 6100 + n, "b3")
        says(talked, 6000 + n, YES, YES)
        says(talked, 6100 + n, YES, NO)

    talked.do(LI, mapping.ask, 0, HERE)

    assert shown(talked) == (
        GROUP,
        Chart(
            by=Grouping.GRID,
            people=10,
            sizes={"g1": 5, "g2": 5},
            shared={1: Leaning.AGREE},
            divided={2: {"g1": Leaning.AGREE, "g2": Leaning.DISAGREE}},
        ),
    )


def test_the_map_is_by_building_within_one_grid_and_whoever_moved_counts_in_the_whole(talked):
    for n in range(5):
        settle(talked, 6000 + n, "b3")
        settle(talked, 6100 + n, "b4")
        says(talked, 6000 + n, YES)
        says(talked, 6100 + n, NO)
        says(talked, 6200 + n, Answer.PASS)

    talked.do(CHEN, mapping.ask, 1, Asked(chat=CHEN, message=0))

    where, chart = shown(talked)
    assert (where, chart.by, chart.people) == (CHEN, Grouping.BUILDING, 15)
    assert chart.sizes == {"b3": 5, "b4": 5}
    assert chart.divided == {1: {"b3": Leaning.AGREE, "b4": Leaning.DISAGREE}}


def later_says(town, person, answer):
    """Let somebody of building 3 answer the first statement now."""
    settle(town, person, "b3")
    town.now += timedelta(minutes=5)
    with town.work(0, at=town.now) as work:
        work.statements.answer(1, person, answer, town.now)


def asked_again(town):
    town.send()
    town.now += timedelta(minutes=5)
    town.do(LI, mapping.ask, 1, HERE)
    return shown(town)[1].together


def test_who_answers_between_two_maps_is_not_given_away_by_the_second(talked):
    for n, answer in enumerate([YES, YES, YES, NO, NO]):
        settle(talked, 6000 + n, "b3")
        says(talked, 6000 + n, answer)
    assert asked_again(talked) == {}

    for person in range(6100, 6104):
        later_says(talked, person, YES)
        assert asked_again(talked) == {}  # from the first of them on two thirds agree
    later_says(talked, 6104, YES)

    assert asked_again(talked) == {1: Leaning.AGREE}


def test_a_map_by_like_views_leaves_out_what_too_few_answered_since(crowd):
    told = Chart(by=Grouping.VIEWS, people=40, shared={1: Leaning.AGREE, 2: Leaning.AGREE})
    crowd.do(LI, mapping.show, 1, packing.pack(told), HERE)
    crowd.send()
    later_says(crowd, 6000, YES)

    crowd.do(LI, mapping.show, 1, packing.pack(told), HERE)

    assert shown(crowd)[1].shared == {2: Leaning.AGREE}


def test_a_number_is_asked_for_where_one_topic_alone_is_not_meant(town):
    settle(town, LI)

    with pytest.raises(Refusal, match="refusal-opinion-topic"):
        town.do(LI, mapping.ask, 0, PRIVATE)
    topic(town)
    topic(town)
    with pytest.raises(Refusal, match="refusal-opinion-topic"):
        town.do(LI, mapping.ask, 0, PRIVATE)
    with pytest.raises(Unknown):
        town.do(LI, mapping.ask, 7, PRIVATE)


@pytest.fixture
def crowd(town):
    """Forty people who answered seven statements."""
    settle(town, LI)
    topic(town, statements=7)
    for n in range(40):
        says(town, 6000 + n, *[YES if n % 2 else NO] * 7)
    return town


def test_from_forty_people_on_the_groups_are_reckoned_elsewhere(crowd):
    crowd.do(LI, mapping.ask, 1, HERE)

    [asked] = crowd.deliveries()
    assert (asked.kind, asked.address.chat, asked.address.reply_to) == (Kind.ENQUIRY, GROUP, 9)
    assert asked.facts == {"about": mapping.MAP, "matter": 1}


def test_the_map_that_was_reckoned_is_shown(crowd):
    reckoned = Chart(
        by=Grouping.VIEWS,
        people=40,
        sizes={"A": 20, "B": 20},
        together={2: Leaning.DISAGREE},
        typical={"A": {1: Leaning.AGREE}},
        thin=3,
    )

    crowd.do(LI, mapping.show, 1, packing.pack(reckoned), HERE)

    assert shown(crowd) == (GROUP, reckoned)


def test_where_nothing_could_be_reckoned_the_map_is_by_what_is_known(crowd):
    crowd.do(LI, mapping.show, 1, "", HERE)

    assert shown(crowd)[1].by is Grouping.BUILDING
    assert shown(crowd)[1].people == 40
