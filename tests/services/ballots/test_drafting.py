"""A ballot drafted by taps and words: what is asked, what is refused, what comes of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from governance.ballots.ballot import judges
from governance.ballots.base import Paper
from governance.ballots.forms import DETAILS
from governance.ballots.states import BallotAction, BallotStatus, Channel, Instrument
from governance.ballots.votes import Vote
from governance.deliberations.states import TopicStatus
from governance.refusals import NotAllowed, Refusal, Unknown
from services import talks
from services.ballots import acting, drafting, entering
from services.ballots.entering import witnesses
from tests.governance.deliberations.matters import ELEMENTS
from tests.services.ballots.booth import ballot, households, matter, topic
from tests.services.town import CHEN, HE, LI, LIU, WANG, WU

T = TopicStatus
ASKED = ("instrument", "question", "method", "options", "details", "budget", "most", "best")
ASKED += ("body", "grid", "building", "offline", "officer", "opens", "days")
NOT_ASKED = {"offline": None}
MENU = {"instrument": "menu", "method": "menu", "details": "南门｜老人｜六月\n北门|孩子|七月"}
MANY = "\n".join(map(str, range(21)))
WORDS = {"options", "details", "budget", "offline"}
USUAL = {
    "instrument": "deliberative",
    "question": "as-topic",
    "method": "motion",
    "body": "residents-households",
    "grid": "",
    "offline": "",
    "officer": "",
    "opens": "now",
    "days": "7",
}


def fill(town, *, submit=True, **said):
    """Answer what is asked, as far as it is asked."""
    talk = town.do(CHEN, drafting.begin, 1).id
    answers = {**USUAL, **said}
    for field in ASKED:
        if answers.get(field) is None:
            continue
        value = answers[field]
        if value and (field in WORDS or (field == "question" and value != "as-topic")):
            town.say(CHEN, value)
        else:
            town.answer(CHEN, field, value, talk)
    if submit:
        return town.answer(CHEN, talks.SUBMIT, dialogue_id=talk)
    return talk


def refused(call):
    with pytest.raises(Refusal) as found:
        call()
    return found.value.key


def test_a_motion_in_the_topics_own_words_for_everybody(town):
    topic(town)

    made = fill(town)

    assert made.status is BallotStatus.DRAFT
    assert made.question == matter(town).elements.question
    assert made.scope.buildings == {b.key for b in town.community.buildings}
    assert made.closes - made.opens == timedelta(days=7)
    assert (made.drafted_by, made.body) == ("chen", "residents-households")
    assert (f"ballot:1:{CHEN}:0", CHEN) in town.told()
    assert not [chat for _, chat in town.told() if chat < 0]  # nobody else sees a draft


def test_the_proposal_is_the_question_where_no_element_says_it(town):
    topic(town, text="装刷卡吗", elements=replace(ELEMENTS, question=""))

    assert fill(town).question == "装刷卡吗"


def test_a_menu_with_costs_and_a_budget_for_one_building(town):
    topic(town)

    made = fill(
        town,
        instrument="menu",
        method="menu",
        question="今年先办哪几件？",
        options="长椅 2000元\n路灯：1,500\n花坛，0.09万元",
        details="南门｜老人｜六月\n北门 | 晚归的人 | 七月；西门｜大家｜八月",
        budget="30000元",
        most="5",
        grid="g2",
        building="b3",
        offline="3号楼2单元301 王奶奶；3号楼102 赵/爷爷",
        officer="he",
    )

    costs = {"长椅": 200_000, "路灯": 150_000, "花坛": 90_000}
    where = (("南门", "老人", "六月"), ("北门", "晚归的人", "七月"), ("西门", "大家", "八月"))
    details = {
        o: dict(zip(DETAILS, said, strict=True)) for o, said in zip(costs, where, strict=True)
    }
    paper = Paper(options=tuple(costs), most=3, costs=costs, budget=3_000_000, details=details)
    assert made.paper == paper
    assert made.question == "今年先办哪几件？"
    assert made.scope.buildings == {"b3"}
    assert made.offline == ("b3/2-301/王奶奶", "b3/102/赵 爷爷")
    assert made.carried_by == ("he",)


@pytest.mark.parametrize(
    ("method", "more", "paper"),
    [
        ("choice", {"most": "2"}, {"most": 2}),
        ("score", {"best": "5"}, {"best": 5}),
        ("borda", {}, {}),
        ("schulze", {}, {}),
    ],
)
def test_options_are_written_a_line_each(town, method, more, paper):
    topic(town)

    made = fill(town, method=method, options="甲\n乙；丙\n", grid="g2", building="", **more)

    assert made.paper == Paper(options=("甲", "乙", "丙"), **paper)
    assert made.scope.buildings == set(town.community.grid("g2").buildings)


@pytest.mark.parametrize(
    ("opens", "at"),
    [
        ("now", datetime(2026, 11, 2, 1, tzinfo=UTC)),
        ("3", datetime(2026, 11, 5, 0, tzinfo=UTC)),  # at eight in the morning in Shanghai
    ],
)
def test_it_opens_at_once_or_in_a_morning(town, opens, at):
    topic(town)

    assert fill(town, opens=opens).opens == at


@pytest.mark.parametrize(
    ("status", "instrument", "method"),
    [(T.DISCUSSION, "survey", "motion"), (T.RESOLVED, "evaluation", "evaluation")],
)
def test_what_decides_nothing_has_no_quorum(town, status, instrument, method):
    topic(town, status=status)

    made = fill(town, instrument=instrument, method=method)

    assert made.instrument is Instrument(instrument)
    assert not made.rule.whole.turnout
    assert not made.rule.whole.assent


def test_owners_stand_in_the_roster_and_are_not_named_by_hand(town):
    topic(town)
    talk = fill(town, submit=False, body="owners-ordinary", **NOT_ASKED)

    assert "offline" not in town.talk(talk).data
    made = town.answer(CHEN, talks.SUBMIT, dialogue_id=talk)
    assert (made.offline, made.scope.kind) == ((), "owner")


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"method": "choice", "options": "甲"}, "refusal-ballot-options"),
        ({"method": "choice", "options": "甲\n甲"}, "refusal-ballot-options"),
        ({"method": "choice", "options": f"甲\n{'长' * 41}"}, "refusal-ballot-options"),
        (
            {"method": "choice", "options": "\n".join(map(str, range(21)))},
            "refusal-ballot-options",
        ),
        (
            {"instrument": "menu", "method": "menu", "options": "长椅\n路灯 5"},
            "refusal-ballot-costs",
        ),
        (
            {
                **MENU,
                "options": "\n".join(f"第{'一二三四五六七八九十多'[n]}项 5元" for n in range(11)),
            },
            "refusal-ballot-options",
        ),
        *(
            ({**MENU, "options": "甲 1\n乙 2", "details": said}, "refusal-ballot-details")
            for said in ("南门｜老人", "南门｜老人｜六月", "甲｜乙｜丙\n丁｜｜己")
        ),
        (
            {**MENU, "options": "甲 1\n乙 2", "budget": "不多"},
            "refusal-ballot-money",
        ),
        (
            {**MENU, "options": "甲 1\n乙 2", "budget": "1.2.3"},
            "refusal-ballot-money",
        ),
        ({"offline": "王奶奶"}, "refusal-ballot-offline"),
        ({"offline": "哪里 王奶奶"}, "refusal-vote-place"),
    ],
)
def test_what_cannot_be_read_is_said_at_once(town, said, key):
    topic(town)

    assert refused(lambda: fill(town, **said)) == key


@pytest.mark.parametrize("status", [T.PROPOSED, T.CONSENSUS, T.ARCHIVED])
def test_from_where_no_ballot_is_held_none_is_drafted(town, status):
    topic(town, status=status)

    with pytest.raises(NotAllowed):
        town.do(CHEN, drafting.begin, 1)


@pytest.mark.parametrize("person", [LI, WANG, WU])
def test_only_the_committee_drafts(town, person):
    topic(town)

    with pytest.raises(NotAllowed):
        town.do(person, drafting.begin, 1)


def test_a_button_that_was_never_shown_drafts_nothing(town):
    topic(town)
    talk = town.do(CHEN, drafting.begin, 1).id

    with pytest.raises(Unknown):
        town.answer(CHEN, "instrument", "survey", talk)


def test_a_body_that_is_gone_meanwhile_has_no_numbers(town):
    topic(town)
    talk = fill(town, submit=False)
    with town.work(CHEN) as work:
        found = work.dialogues.get(talk)
        work.dialogues.save(replace(found, data={**found.data, "body": "gone"}))
        with pytest.raises(Refusal) as refusal:
            drafting.drafted(work, work.dialogues.get(talk))
    assert refusal.value.key == "refusal-ballot-numbers"


@pytest.mark.parametrize(
    ("proposer", "lead", "officers", "persons"),
    [
        (str(LI), "chen", (), (CHEN, LI)),
        (str(WANG), "he", ("he",), (WANG, CHEN, HE)),
        ("0", "", (), (CHEN,)),  # it grew from cases, and nobody leads it yet
        (str(CHEN), "nobody", ("nobody",), (CHEN,)),  # who was never in the file has no account
    ],
)
def test_whoever_leads_the_topic_or_proposed_it_is_involved(
    town, proposer, lead, officers, persons
):
    topic(town, proposer=proposer, lead=lead)

    made = fill(town)

    assert (made.carried_by, made.persons) == (officers, tuple(sorted(persons)))


def test_who_leads_and_carries_it_out_is_named_once(town):
    topic(town, lead="he")

    assert fill(town, officer="he").carried_by == ("he",)


@pytest.mark.parametrize("changed", [{"lead": "wang"}, {"proposer": str(WANG)}])
def test_nobody_involved_enters_or_confirms_a_vote(town, changed):
    households(town)
    topic(town, **changed)
    made = fill(town, building="b3", grid="g2")
    town.do(CHEN, acting.press, made.id, BallotAction.SCHEDULE)
    town.ring("ballot_open")

    assert refused(lambda: town.do(WANG, entering.begin, 1)) == "refusal-conflicted"
    assert town.do(LIU, entering.begin, 1).kind == "enter-vote"
    vote = Vote(unit="b3/103", marks={"for": 1}, order=1, channel=Channel.PHONE, entrant=LIU)
    running = ballot(town)
    with town.work(0) as work:
        asked = {o.telegram for o in witnesses(work, running, vote)}
    assert asked
    assert not asked & {WANG, LIU, CHEN}


def test_who_proposed_the_topic_certifies_no_ballot_of_it(town):
    topic(town, proposer=str(WU))

    assert "wu" not in judges(town.community, fill(town))
