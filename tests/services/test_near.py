"""A topic of one building or grid: its neighbours read, speak and vote, and nobody else (A11)."""

from dataclasses import replace

import pytest

from governance.ballots.bodies import BODIES, fits
from governance.ballots.states import BallotAction
from governance.deliberations.states import Consultation, TopicStatus
from governance.directory import Area, Chat, ChatKind
from governance.meetings.meeting import agenda
from governance.meetings.states import Coming, MeetingKind
from governance.procedure import UnitKind
from governance.refusals import Refusal
from governance.residents import ResidentStatus
from services import history, near
from services.ballots import acting as ballots
from services.ballots import drafting
from services.ballots import looking as paper
from services.deliberations import looking, proposing, rights, speaking
from services.hearing import Asked
from services.history import Series
from services.meetings import coming, objecting, telling
from services.opinions import asking, mapping
from services.resolutions import looking as resolutions
from services.resolutions import telling as told_of
from tests.bases import memory
from tests.governance.deliberations.matters import TALKED
from tests.handlers.showing import show
from tests.services.ballots.booth import ballot, live, move
from tests.services.ballots.test_drafting import fill
from tests.services.deliberations.topics import SAID, submit, topic
from tests.services.joining import newest, verified
from tests.services.meetings.assembly import call, sound
from tests.services.resolutions.promises import public
from tests.services.town import CHEN, GROUP, LI, WU, ZHANG, Town

S = TopicStatus
FAR = 5009  # lives in building 5
OWN, TERRACE = -1001000000003, -1001000000004  # of building 3, and of the second grid alone
BUILDING, GRID = "building:b3", "grid:g2"


@pytest.fixture
def homes(town):
    live(town, LI, "101")
    live(town, ZHANG, "102", building="b4")
    live(town, FAR, "501", building="b5")
    return town


def propose(town, reach, person=LI):
    town.do(person, proposing.nearby, town.hear(SAID, chat=person))
    town.answer(person, "reach", reach, newest(town, person))
    return submit(town, person)


def put(town, node=BUILDING, **changed):
    with town.work(CHEN) as work:
        return work.topics.add(replace(TALKED, node=node, at=town.now, lead="chen", **changed))


def refused(call, *given):
    with pytest.raises(Refusal) as found:
        call(*given)
    return found.value.key


@pytest.mark.parametrize(("reach", "node"), [("building", BUILDING), ("grid", GRID)])
def test_a_neighbour_proposes_to_his_own_building_or_grid(homes, reach, node):
    made = propose(homes, reach)

    assert made.node == node
    told = {chat for subject, chat in homes.told() if subject.startswith("topic:")}
    assert (ZHANG in told) is (reach == "grid")
    assert told >= {LI, CHEN}
    assert not told & {GROUP, FAR}


@pytest.mark.parametrize(("node", "named"), [(BUILDING, "3号楼"), (GRID, "二网格"), ("", "")])
def test_its_card_says_whose_it_is(homes, node, named):
    put(homes, node=node)

    text = show(homes, "topic", LI, topic=1, number=1).text
    assert (f"只由{named}的住户" in text) is bool(node)


def test_whoever_proposes_to_everybody_is_not_asked_how_far(town):
    verified(town)
    town.do(LI, proposing.begin, town.hear(SAID, chat=LI))

    assert submit(town, LI).node == ""


def test_three_households_are_enough_and_one_of_elsewhere_is_none(homes):
    propose(homes, "building")
    live(homes, 6001, "103")
    live(homes, 6002, "104")

    assert refused(homes.do, FAR, proposing.second, 1) == "refusal-topic-elsewhere"
    homes.do(6001, proposing.second, 1)
    homes.do(6002, proposing.second, 1)

    assert topic(homes).status is S.PRE_REVIEW


VERBS = {
    "speaks": lambda work: speaking.begin(work, 1),
    "reads what was said": lambda work: speaking.read(work, 1),
    "asks how it stands": lambda work: looking.status(work, 1, Asked(chat=FAR, message=0)),
    "reads its steps": lambda work: looking.history(work, 1),
    "asks his rights": lambda work: rights.show(work, 1),
    "answers statements": lambda work: asking.begin(work, 1),
    "sees the map": lambda work: mapping.ask(work, 1, Asked(chat=FAR, message=0)),
    "asks for the record": lambda work: history.show(
        work, Series.TOPIC, 1, 0, Asked(chat=FAR, message=0)
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_whoever_lives_elsewhere_is_told_whose_it_is(homes, verb):
    put(homes, status=S.DISCUSSION)

    assert refused(homes.do, FAR, verb) == "refusal-topic-elsewhere"
    homes.do(LI, verb)


def test_no_talk_that_is_open_outlives_the_home(homes):
    mine = live(homes, 6001, "103")
    put(homes, status=S.DISCUSSION)
    homes.do(6001, speaking.begin, 1)
    move(homes, mine, ResidentStatus.MOVED)
    talk = homes.talk(newest(homes, 6001))
    said = replace(talk, data={**talk.data, "stance": "for", "text": "好", "name": "open"})

    assert refused(homes.do, 6001, speaking.said, said) == "refusal-topic-elsewhere"


def test_who_leads_or_checks_reads_it_and_does_not_speak(homes):
    put(homes, status=S.DISCUSSION)

    for reader in (CHEN, WU):
        homes.do(reader, looking.status, 1, Asked(chat=reader, message=0))
    assert refused(homes.do, CHEN, speaking.begin, 1) == "refusal-topic-elsewhere"


def test_in_everybodys_group_it_is_neither_listed_nor_shown(homes):
    put(homes, status=S.DISCUSSION)
    put(homes, node="", status=S.DISCUSSION, text="全体的事")

    assert "议题1" not in show(homes, "topics", GROUP).text
    assert "议题2" in show(homes, "topics", GROUP).text
    assert ["议题1" in show(homes, "topics", who, reader=who).text for who in (LI, FAR)] == [
        True,
        False,
    ]
    assert refused(homes.do, LI, looking.status, 1, Asked(chat=GROUP, message=7))


def test_one_of_them_asks_for_the_map_without_a_number(homes):
    put(homes, status=S.DISCUSSION)
    put(homes, node="", status=S.DISCUSSION)

    assert refused(homes.do, LI, mapping.ask, 0, Asked(chat=LI, message=0))
    homes.do(FAR, mapping.ask, 0, Asked(chat=FAR, message=0))
    assert homes.facts("opinion-map")["topic"] == 2


def test_its_ballot_is_of_the_households_of_that_node(homes):
    live(homes, 6005, "109", adult=False)  # has no vote, and hears of none
    put(homes, node=GRID, status=S.POLLING)
    made = fill(homes, body="neighbours", grid=None)

    assert made.scope.buildings == {"b3", "b4"}
    homes.do(CHEN, ballots.press, made.id, BallotAction.SCHEDULE)
    homes.ring("ballot_open")
    with homes.work(0) as work:
        roll = [bool(work.ballots.units_of(made.id, who)) for who in (LI, ZHANG, FAR)]
    assert roll == [True, True, False]
    assert {chat for s, chat in homes.told() if s.startswith("ballot:")} == {LI, ZHANG, CHEN}
    assert refused(homes.do, FAR, paper.show, made.id) == "refusal-topic-elsewhere"
    assert refused(homes.do, FAR, paper.status, 1, Asked(chat=FAR, message=0))
    said = [show(homes, "ballots", who, reader=who).text for who in (LI, FAR)]
    assert [ballot(homes).question in text for text in said] == [True, False]


@pytest.mark.parametrize(("node", "near"), [(BUILDING, True), ("", False)])
def test_a_meeting_of_the_law_decides_for_all_and_no_few_neighbours_do(homes, node, near):
    put(homes, node=node, status=S.POLLING)
    talk = homes.do(CHEN, drafting.begin, 1).id
    for field in ("instrument", "question", "method"):
        value = {"instrument": "deliberative", "question": "as-topic", "method": "motion"}[field]
        homes.answer(CHEN, field, value, talk)
    wrong = "residents-households" if near else "neighbours"

    with pytest.raises(Refusal):
        homes.answer(CHEN, "body", wrong, talk)


@pytest.fixture
def grouped(community):
    """Building 3 has a group of its own, and so has the second grid; the others share one."""
    areas = (Area(key="east", name="东片"), Area(key="west", name="西片"))
    grids = tuple(replace(g, area="east" if g.key == "g2" else "west") for g in community.grids)
    chats = (
        *community.chats,
        Chat(id=OWN, kind=ChatKind.BUILDING, name="三号楼", scope="b3"),
        Chat(id=TERRACE, kind=ChatKind.AREA, name="东片", scope="east"),
        Chat(id=-1001000000005, kind=ChatKind.AREA, name="西片", scope="west"),
    )
    with memory() as engine:
        yield Town(engine, replace(community, areas=areas, grids=grids, chats=chats))


@pytest.mark.parametrize(
    ("node", "group"), [(BUILDING, OWN), (GRID, TERRACE), ("grid:g1", None), ("grid:gone", None)]
)
def test_it_is_talked_over_in_a_group_where_they_alone_meet(grouped, node, group):
    with grouped.work(0) as work:
        found = near.group(work, replace(TALKED, node=node))

    assert (found.id if found else None) == group


def test_where_they_have_a_group_nobody_is_written_to_in_private(grouped):
    live(grouped, LI, "101")
    propose(grouped, "building")

    told = {chat for s, chat in grouped.told() if s.startswith("topic:")}
    assert OWN in told
    assert not told & {GROUP, TERRACE}
    with grouped.work(0) as work:
        assert near.readers(work, work.topics.get(1)) == ()
        assert near.sees(work, work.topics.get(1), 0, OWN)


def test_its_meeting_and_its_notice_are_told_there_and_answered_by_them(grouped):
    for who, building in ((LI, "b3"), (FAR, "b5")):
        live(grouped, who, "101", building=building)
    put(grouped, status=S.DISCUSSION)
    call(grouped)
    assert {c for s, c in grouped.told() if s.startswith("meeting:")} == {OWN}
    assert refused(grouped.do, FAR, coming.answer, 1, Coming.COME) == "refusal-topic-elsewhere"
    sound(grouped, Consultation.NOTICE)
    assert {c for s, c in grouped.told() if s.startswith("sounding:")} == {OWN}
    assert refused(grouped.do, FAR, objecting.begin, 1) == "refusal-topic-elsewhere"
    assert ["会议1" in show(grouped, "meetings", c).text for c in (OWN, GROUP)] == [True, False]


def test_without_a_group_a_meeting_is_called_in_none(homes):
    put(homes, status=S.DISCUSSION)
    with homes.work(0) as work:
        assert telling.groups(work, 1) == ()


def test_a_council_of_everybody_takes_no_topic_of_a_few(homes):
    mine, whole = (replace(TALKED, id=n, status=S.DISCUSSION) for n in (1, 2))
    few = replace(TALKED, id=3, node=BUILDING, status=S.DISCUSSION)

    assert agenda(MeetingKind.COUNCIL, mine, [mine, whole, few]) == (1, 2)
    assert agenda(MeetingKind.COUNCIL, few, [mine, whole, few]) == (3,)


def test_what_they_resolved_is_read_by_them(homes):
    public(homes)
    with homes.work(0) as work:
        work.topics.save(replace(work.topics.get(1), node=BUILDING))

    assert refused(homes.do, FAR, resolutions.status, 1, Asked(chat=FAR, message=0))
    said = [show(homes, "resolutions", who, reader=who).text for who in (LI, FAR)]
    assert said[0] != said[1]


def test_what_they_resolved_is_told_to_them_alone(homes):
    public(homes)
    homes.send()
    with homes.work(0) as work:
        work.topics.save(replace(work.topics.get(1), node=BUILDING))
        found = work.resolutions.get(1)
        told_of.public(work, found)
        told_of.from_afar(work, found)
        told_of.aloud(work, "resolution-late", {"resolution": 1})

    told = {chat for _, chat in homes.told()}
    assert LI in told
    assert not told & {GROUP, ZHANG, FAR}


@pytest.mark.parametrize(
    ("kind", "near"), [("household", True), ("household", False), ("person", False)]
)
def test_a_body_of_the_communitys_own_may_decide_for_a_few_by_household(kind, near):
    own = replace(BODIES["neighbours"], key="block-council", kind=UnitKind(kind))

    assert fits(own, near=near)
    assert fits(own, near=True) is (kind == "household")
