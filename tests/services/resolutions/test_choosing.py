"""What a menu chose becomes a project, promise by promise (E19)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.ballots.ballot import Ballot
from governance.ballots.base import Paper
from governance.ballots.bodies import BODIES
from governance.ballots.methods import METHODS
from governance.ballots.result import Terms, tallied
from governance.ballots.roll import Roll, Scope, VotingUnit
from governance.ballots.states import BallotStatus, Instrument
from governance.procedure import UnitKind
from governance.refusals import Refusal
from services.resolutions import basis, drafting
from tests.services.resolutions.promises import (
    agreed,
    clause,
    press,
    resolution,
    waiting,
)
from tests.services.town import AT, CHEN

HOUSES = ("301", "302", "303", "304")
COSTS = {"楼道灯": 900_000, "长椅": 600_050, "晾衣架": 1_200_000}
VOTES = ({"楼道灯": 1, "长椅": 1}, {"楼道灯": 1, "晾衣架": 1}, {"楼道灯": 1, "长椅": 1})
ROLL = Roll(
    kind=UnitKind.HOUSEHOLD,
    units=tuple(VotingUnit(key=h, voters=frozenset({h})) for h in HOUSES),
)
MENU = Ballot(
    topic=1,
    instrument=Instrument.MENU,
    method="menu",
    question="先做哪几件？",
    paper=Paper(options=tuple(COSTS), most=2, costs=COSTS, budget=1_800_000),
    rule=BODIES["residents-households"].rule,
    scope=Scope(kind=UnitKind.HOUSEHOLD, buildings=frozenset({"b3"})),
    opens=AT - timedelta(days=9),
    closes=AT - timedelta(days=6),
    status=BallotStatus.PUBLISHED,
)


def chosen(town, votes=VOTES, **changed):
    """Let a topic be agreed on by a menu, of which a result is certified."""
    number = agreed(town)
    with town.work(0) as work:
        made = work.ballots.add(replace(MENU, topic=number, **changed))
        terms = Terms(method=METHODS["menu"], paper=made.paper, rule=made.rule)
        cast = dict(zip(HOUSES, votes, strict=False))
        work.ballots.keep_result(made.id, tallied(terms, ROLL, cast))
    return number


def offered(town):
    with town.work(0) as work:
        found = work.dialogues.waiting(CHEN, CHEN)
        return (found.text("what"), found.text("money")) if found else None


def worded(town, number):
    talk = town.do(CHEN, drafting.begin, number)
    town.say(CHEN, "按大家点的单办")
    town.answer(CHEN, "submit", dialogue_id=talk.id)
    return talk


def named(town, who):
    """Answer what is still asked of a promise whose name and cost are known."""
    talk = waiting(town, CHEN)
    town.answer(CHEN, "officer", who, talk)
    town.say(CHEN, "11月30日")
    town.say(CHEN, "照片")
    town.answer(CHEN, "rhythm", "once", talk)
    town.answer(CHEN, "disclose", "week-after", talk)
    town.answer(CHEN, "submit", dialogue_id=talk)


def test_each_chosen_project_is_offered_as_a_promise_with_its_cost(town):
    talk = worded(town, chosen(town))

    assert talk.text("form") == "project"
    assert offered(town) == ("楼道灯", "9000")
    named(town, "wang")
    assert offered(town) == ("长椅", "6000.50")
    with pytest.raises(Refusal, match="refusal-resolution-winner"):
        press(town, CHEN, "hand-in")
    named(town, "liu")
    assert waiting(town, CHEN) == 0
    assert [(c.what, c.money, c.who) for c in resolution(town).clauses] == [
        ("楼道灯", 900_000, "wang"),
        ("长椅", 600_050, "liu"),
    ]
    assert press(town, CHEN, "hand-in").submitted


def test_the_question_for_the_next_project_stands_below_the_draft(town):
    worded(town, chosen(town))
    named(town, "wang")
    said = [d for d in town.deliveries() if d.address.chat == CHEN]
    [draft] = [n for n, d in enumerate(said) if d.subject == "resolution:1:3001:0"][-1:]
    [asked] = [n for n, d in enumerate(said) if d.subject == f"dialogue:{waiting(town, CHEN)}"]

    assert draft < asked
    assert said[draft].priority == said[asked].priority


def test_a_promise_besides_the_chosen_ones_is_written_after_them(town):
    worded(town, chosen(town))
    named(town, "wang")
    town.answer(CHEN, "cancel", dialogue_id=waiting(town, CHEN))
    town.do(CHEN, drafting.promise, 1)
    assert offered(town) == ("长椅", "6000.50")
    named(town, "liu")
    town.do(CHEN, drafting.promise, 1)
    assert offered(town) == ("", "")
    clause(town)

    assert [c.what for c in resolution(town).clauses] == ["楼道灯", "长椅", "装刷卡"]


def priced(town, money):
    """Drop the offered cost, and write another."""
    talk = waiting(town, CHEN)
    with town.work(0) as work:
        found = work.dialogues.get(talk)
        work.dialogues.save(replace(found, data={**found.data, "money": money}))
    named(town, "wang")


@pytest.mark.parametrize("money", ["9000.01", "12000"])
def test_a_chosen_project_never_costs_more_than_the_menu_said(town, money):
    worded(town, chosen(town))

    with pytest.raises(Refusal, match="refusal-resolution-price") as found:
        priced(town, money)

    assert found.value.facts == {"project": "楼道灯", "price": "9000", "cost": money}
    assert resolution(town).clauses == ()


def test_nor_do_two_promises_of_its_name_together(town):
    worded(town, chosen(town))
    priced(town, "8000")
    named(town, "liu")
    town.do(CHEN, drafting.promise, 1)

    with pytest.raises(Refusal, match="refusal-resolution-price"):
        clause(town, what="楼道灯", money="1000.01")

    assert [c.money for c in resolution(town).clauses] == [800_000, 600_050]


@pytest.mark.parametrize(
    "changed",
    [
        {"votes": VOTES[:2]},  # too few took part
        {"status": BallotStatus.TALLIED},
        {"instrument": Instrument.DELIBERATIVE},
    ],
)
def test_what_was_not_certified_as_chosen_is_not_offered(town, changed):
    talk = town.do(CHEN, drafting.begin, chosen(town, **changed))

    assert talk.text("form") == ""


def test_the_ground_knows_how_many_papers_were_out_and_how_many_were_counted(town):
    number = chosen(town, secret=True)
    with town.work(0) as work:
        found = work.ballots.result(1)
        work.ballots.keep_result(1, replace(found, handed=3, entered=2))
        [count] = basis.counts(work, work.topics.get(number))

    assert (count.secret, count.turnout, count.handed, count.entered) == (True, 3, 3, 2)
