"""The head of a residents' group: topics, notices and surveys of his own group alone (A10)."""

from dataclasses import replace

import pytest

from governance.ballots.states import Instrument
from governance.deliberations.states import Consultation, TopicStatus
from governance.directory import Role
from governance.powers import POWERS, Verb
from governance.refusals import NotAllowed
from services.ballots import drafting
from services.deliberations import proposing, reviewing
from services.meetings import calling, sounding
from tests.bases import memory
from tests.governance.deliberations.matters import TALKED
from tests.handlers.showing import show, taps
from tests.services.deliberations.topics import fill, submit
from tests.services.joining import newest
from tests.services.meetings.assembly import sound
from tests.services.town import CHEN, SUN, WANG, Town

C, S = Consultation, TopicStatus
BOXES = {"interest": "yes", "difficulty": "no", "conflict": "no", "entry": "other"}


@pytest.fixture
def town(community):
    """王师傅 heads the group of the second grid; 孙姐 holds the office and heads none."""
    more = {"wang": Role.GROUP_HEAD, "sun": Role.GROUP_HEAD}
    officers = tuple(
        replace(o, offices=o.offices | {more[o.key]}) if o.key in more else o
        for o in community.officers
    )
    grids = tuple(replace(g, leader="wang") if g.key == "g2" else g for g in community.grids)
    with memory() as engine:
        yield Town(engine, replace(community, officers=officers, grids=grids))


def lay(town, **said):
    town.do(WANG, proposing.lay, town.hear("", chat=WANG))
    fill(town, WANG, **{"grid": "g2", "theme": "order", **BOXES, "text": "谁扫楼道", **said})
    return submit(town, WANG)


def put(town, **changed):
    known = {"node": "grid:g2", "theme": "order", "lead": "wang", "status": S.DISCUSSION}
    with town.work(CHEN) as work:
        return work.topics.add(replace(TALKED, at=town.now, **(known | changed)))


def test_he_brings_a_matter_before_his_own_group(town):
    made = lay(town)

    assert (made.node, made.theme, made.lead) == ("grid:g2", "order", "wang")
    assert made.status is S.PRE_REVIEW
    text = show(town, "topic", WANG, reader=WANG, topic=1, number=1).text
    assert "公共秩序和卫生维护" in text


@pytest.mark.parametrize("field", ["grid", "theme"])
def test_no_other_group_and_no_other_theme_is_offered(town, field):
    town.do(WANG, proposing.lay, town.hear("", chat=WANG))
    if field == "theme":
        town.answer(WANG, "grid", "g2", newest(town, WANG))

    with pytest.raises(Exception, match="refusal"):
        town.answer(WANG, field, "g1" if field == "grid" else "election", newest(town, WANG))


def test_whoever_heads_no_group_brings_nothing_before_one(town):
    with pytest.raises(NotAllowed):
        town.do(SUN, proposing.lay, town.hear("", chat=SUN))


def test_a_talk_that_names_another_group_is_refused(town):
    town.do(WANG, proposing.lay, town.hear("", chat=WANG))
    talk = town.talk(newest(town, WANG))

    with pytest.raises(NotAllowed):
        town.do(WANG, proposing.laid, replace(talk, data={**talk.data, "grid": "g1"}))


def test_what_the_committee_brings_is_everybodys(town):
    town.do(CHEN, proposing.lay, town.hear("楼道灯", chat=CHEN))
    fill(town, CHEN, **BOXES)
    made = submit(town, CHEN)

    assert (made.node, made.theme) == ("", "")


def test_he_posts_a_notice_about_his_own_topic(town):
    put(town)

    assert taps(show(town, "meetings", WANG, reader=WANG))
    assert sound(town, C.NOTICE, by=WANG).by == "wang"


@pytest.mark.parametrize(
    "changed", [{"node": "grid:g1"}, {"node": ""}, {"theme": ""}, {"lead": "chen"}]
)
def test_about_any_other_topic_he_posts_nothing(town, changed):
    put(town, **changed)

    assert taps(show(town, "meetings", WANG, reader=WANG)) == []
    for kind in (C.NOTICE, C.SURVEY):
        with pytest.raises(NotAllowed):
            town.do(WANG, sounding.begin, 1, kind)


def test_he_neither_reviews_nor_calls_meetings_nor_holds_ballots(town):
    """What he opens asks; what decides is the committee's to hold, and is no election (N01)."""
    put(town)

    for verb in (reviewing.check, calling.begin, drafting.begin):
        with pytest.raises(NotAllowed):
            town.do(WANG, verb, 1)
    assert [v for v in Verb if Role.GROUP_HEAD in POWERS[v]] == [Verb.LEAD_GROUP]
    assert not [i for i in Instrument if "elect" in i or "recall" in i]
