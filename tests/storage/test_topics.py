from dataclasses import replace
from datetime import date, timedelta

import pytest

from governance.deliberations.opinions import Answer, Cell, Leaning
from governance.deliberations.statements import Passage, Second, Stance, Statement
from governance.deliberations.states import Consultation, TopicAction, TopicStatus
from governance.deliberations.steady import Shown
from governance.deliberations.topic import Objection
from governance.refusals import Conflict, Unknown
from storage import directory
from storage.statements import Statements
from storage.topics import Topics
from tests.governance.deliberations.matters import AT, TALKED, TOPIC

CELL = Cell(5, Leaning.AGREE)
WHOLE = replace(
    TALKED,
    at=AT,
    admitted_at=AT,
    text="装刷卡",
    entry="lift",
    lead="chen",
    summary="多数赞成",
    cases=(3, 7),
    major=True,
    vital=True,
    reserved=True,
    party_studied=date(2026, 3, 1),
    party_conclusion="同意提交",
    consultations=frozenset({Consultation.HEARING, Consultation.SURVEY}),
    meetings=2,
    retried=1,
)


@pytest.fixture
def community(connection):
    return directory.community(connection, "xingfuli")


@pytest.fixture
def topics(connection, community):
    return Topics(connection, community)


@pytest.fixture
def statements(connection):
    return Statements(connection)


def test_a_topic_comes_back_as_it_was_written(topics):
    made = topics.add(WHOLE)

    assert topics.get(made.id) == made == replace(WHOLE, id=1, number=1)
    assert topics.numbered(1) == made
    bare = topics.add(replace(TOPIC, at=AT))
    assert topics.get(bare.id) == bare
    assert bare.number == 2


def test_another_communitys_topic_is_unknown(connection, topics):
    made = topics.add(WHOLE)
    other = Topics(connection, directory.community(connection, "elsewhere"))

    for look in (lambda: other.get(made.id), lambda: other.numbered(1), lambda: topics.get(9)):
        with pytest.raises(Unknown):
            look()
    assert other.add(WHOLE).number == 1


def test_a_topic_that_somebody_else_saved_is_a_conflict(topics):
    made = topics.add(WHOLE)
    topics.save(replace(made, status=TopicStatus.POLLING))

    with pytest.raises(Conflict):
        topics.save(made)
    assert topics.get(made.id).status is TopicStatus.POLLING
    assert [t.id for t in topics.standing([TopicStatus.POLLING])] == [made.id]
    assert topics.standing([TopicStatus.SUMMARY]) == []


def test_an_objection_comes_with_its_topic_and_can_be_met(topics):
    made = topics.add(WHOLE)
    first = Objection(person="5002", affected=True, text="太吵")
    number = topics.object(made.id, first, AT)

    [found] = topics.get(made.id).objections
    assert found == replace(first, id=number)
    topics.settle(replace(found, met="装隔音"))
    assert topics.get(made.id).standing_objections == ()
    topics.settle(replace(found, withdrawn=True))
    assert topics.get(made.id).objections[0].withdrawn


def test_a_household_seconds_once(topics):
    made = topics.add(WHOLE)
    one = Second(topic=made.id, household="b3/101", person=5001, at=AT)

    assert topics.second(one)
    assert not topics.second(replace(one, person=5002))
    assert topics.second(replace(one, household="b3/102", at=AT - timedelta(hours=1)))
    assert [(s.household, s.person) for s in topics.seconds(made.id)] == [
        ("b3/102", 5001),
        ("b3/101", 5001),
    ]


def test_steps_stand_in_their_order(topics):
    made = topics.add(WHOLE)
    steps = [
        Passage(action=TopicAction.ADMIT, officer="chen", at=AT, note="可以"),
        Passage(action=TopicAction.PASS, officer="chen", at=AT, proof="p"),
    ]
    for each in steps:
        topics.passed(made.id, each)

    assert topics.passages(made.id) == steps


def test_statements_are_numbered_as_they_are_shown(topics, statements):
    topic = topics.add(WHOLE).id
    said = Statement(topic=topic, person=5001, stance=Stance.AGAINST, text="吵", shown=True, at=AT)
    first = statements.add(said)
    hidden = statements.add(replace(said, hidden=True, shown=False, text="怕得罪人"))
    behind = statements.add(replace(said, hidden=True, shown=False))
    second = statements.add(replace(said, entered_by="wang", person=0, voice="v", affected=True))

    assert [first.number, second.number] == [1, 2]
    assert {hidden.number, behind.number} == {-1, -2}
    statements.save(replace(hidden, number=statements.next(topic), shown=True, reply="知道了"))
    assert statements.numbered(topic, 3) == replace(hidden, number=3, shown=True, reply="知道了")
    assert [s.number for s in statements.of(topic)] == [-2, 1, 2, 3]
    assert statements.numbered(topic, 2) == second
    with pytest.raises(Unknown):
        statements.numbered(topic, 4)


def test_the_last_answer_to_a_statement_counts(topics, statements):
    topic = topics.add(WHOLE).id
    said = Statement(topic=topic, person=5001, stance=Stance.FOR, text="好", shown=True, at=AT)
    first, second = statements.add(said), statements.add(said)
    later = AT + timedelta(days=1)

    statements.answer(first.id, 5002, Answer.AGREE, AT)
    statements.answer(first.id, 5002, Answer.PASS, later)
    statements.answer(second.id, 5003, Answer.DISAGREE, AT)

    assert statements.said(topic) == {("5002", 1): Answer.PASS, ("5003", 2): Answer.DISAGREE}
    assert statements.answered(topic, 5002, later) == 1
    assert statements.answered(topic, 5003, later) == 0


def test_what_was_shown_of_a_map_stands_until_it_is_written_anew(topics, statements):
    topic, other = topics.add(WHOLE).id, topics.add(WHOLE).id
    said = Statement(topic=topic, person=5001, stance=Stance.FOR, text="好", shown=True, at=AT)
    statements.answer(statements.add(said).id, 5002, Answer.AGREE, AT)
    first = {(1, "*"): Shown(AT, Cell(5, Leaning.MIXED)), (1, "grid:g1"): Shown(AT, CELL)}
    later = {(1, "*"): Shown(AT + timedelta(days=1), CELL)}

    statements.stand(topic, {})
    statements.stand(topic, first)
    statements.stand(topic, later)

    assert statements.cells(topic) == first | later
    assert statements.cells(other) == {}
    assert statements.moments(topic) == {("5002", 1): AT}
