"""A paper marked by several taps in private, and handed in with one more."""

from dataclasses import replace

import pytest

from governance.ballots.base import Paper
from governance.ballots.evaluation import EVALUATION
from governance.ballots.states import Instrument
from governance.deliberations.states import TopicStatus
from governance.refusals import Refusal, Unknown
from governance.residents import ResidentStatus
from services import talks
from services.ballots import marking
from services.ballots.voting import Cast
from tests.services.ballots.booth import (
    DAY,
    closed,
    draft,
    households,
    live,
    menu,
    move,
    opened,
    topic,
    votes,
)
from tests.services.town import GROUP, LI

PROJECTS = menu(长椅=200_000, 路灯=150_000, 花坛=90_000)
GRANDSON = 5005
THREE = Paper(options=("甲", "乙", "丙"), best=5)
TEN = Paper(options=("甲", "乙", "丙"), best=10)


def paper(town, person=LI, chat=0):
    return town.do(person, marking.open_paper, 1, chat or person).id


def tap(town, talk, number, value="1", person=LI):
    return town.answer(person, f"o{number}", str(value), talk)


def hand_in(town, talk, person=LI):
    return town.answer(person, talks.SUBMIT, dialogue_id=talk)


def shown(town, talk):
    with town.work(0) as work:
        return dict(marking.marks(work.ballots.get(1), work.dialogues.get(talk)))


def open_menu(town):
    households(town)
    return opened(town, instrument=Instrument.MENU, method="menu", paper=PROJECTS)


def test_a_household_picks_up_to_so_many_projects(town):
    open_menu(town)
    talk = paper(town, chat=GROUP)

    tap(town, talk, 0)
    tap(town, talk, 1)
    with pytest.raises(Refusal) as found:
        tap(town, talk, 2)
    assert found.value.key == "refusal-vote-most"
    tap(town, talk, 0)
    tap(town, talk, 2)
    assert votes(town) == {}  # what is marked is no vote yet
    done = hand_in(town, talk)

    assert isinstance(done, Cast)
    assert votes(town) == {"b3/101": {"路灯": 1, "花坛": 1}}


def test_the_paper_is_marked_as_the_household_voted_before(town):
    open_menu(town)
    first = paper(town)
    tap(town, first, 1)
    hand_in(town, first)

    again = paper(town)

    assert shown(town, again) == {"路灯": 1}
    assert town.told() == [(f"dialogue:{again}", LI)]
    tap(town, again, 1)
    assert hand_in(town, again).replaced
    assert votes(town) == {"b3/101": {}}


def test_a_paper_that_was_handed_in_forgets_what_stood_on_it(town):
    open_menu(town)
    talk = paper(town)
    tap(town, talk, 1)
    hand_in(town, talk)

    assert town.talk(talk).data == {"ballot": 1, "number": 1}


def test_scores_are_given_and_taken_back(town):
    households(town)
    opened(town, method="score", paper=TEN)
    talk = paper(town)

    tap(town, talk, 0, 10)
    tap(town, talk, 1, 3)
    tap(town, talk, 2, 11)
    tap(town, talk, 1, 0)
    hand_in(town, talk)

    assert votes(town) == {"b3/101": {"甲": 10}}


@pytest.mark.parametrize("method", ["borda", "schulze"])
def test_a_ranking_is_tapped_in_order_and_closes_its_gaps(town, method):
    households(town)
    opened(town, method=method, paper=THREE)
    talk = paper(town)

    for number in (2, 0, 1):
        tap(town, talk, number)
    assert shown(town, talk) == {"丙": 1, "甲": 2, "乙": 3}
    tap(town, talk, 0)
    hand_in(town, talk)

    assert votes(town) == {"b3/101": {"丙": 1, "乙": 2}}


def test_an_evaluation_answers_each_question(town):
    households(town)
    opened(
        town,
        topic=topic(town, status=TopicStatus.RESOLVED).id,
        instrument=Instrument.EVALUATION,
        method="evaluation",
        paper=EVALUATION,
    )
    talk = paper(town)

    tap(town, talk, 0, 3)
    tap(town, talk, 2, 1)
    hand_in(town, talk)

    assert votes(town) == {"b3/101": {"open": 3, "done": 1}}


def test_of_one_choice_the_last_tap_stands(town):
    households(town)
    opened(town, method="choice", paper=THREE)
    with town.work(0) as work:
        ballot = work.ballots.get(1)

    assert marking.marked(ballot, {"甲": 1}, "乙", 1) == {"乙": 1}
    assert marking.marked(ballot, {"甲": 1}, "甲", 1) == {}


def test_too_late_is_said_when_it_is_handed_in(town):
    open_menu(town)
    talk = paper(town)
    closed(town)

    town.now -= DAY  # the talk has not expired yet by this clock
    with town.work(LI) as work:
        marked, hand = work.dialogues.get(talk), marking.MarkTalk(enter=lambda *_: None)
        with pytest.raises(Refusal) as found:
            hand.take(work, marked, talks.SUBMIT, "")
    assert found.value.key == "refusal-vote-late"


@pytest.mark.parametrize(
    ("field", "value"), [("o9", "1"), ("ox", "1"), ("o1", "x"), ("unit", "b3/102"), ("m1", "1")]
)
def test_what_no_button_of_the_paper_says_is_unknown(town, field, value):
    open_menu(town)
    talk = paper(town)

    with pytest.raises(Unknown):
        town.answer(LI, field, value, talk)


def test_words_are_no_marks_and_back_leaves(town):
    open_menu(town)
    talk = paper(town)

    with pytest.raises(Refusal) as found:
        town.say(LI, "我选长椅")
    assert found.value.key == "refusal-tap"
    town.answer(LI, talks.BACK, dialogue_id=talk)
    assert town.talk(talk).status == "cancelled"


def test_whoever_is_not_on_the_roll_gets_no_paper(town):
    open_menu(town)

    with pytest.raises(Refusal) as found:
        paper(town, person=77)
    assert found.value.key == "refusal-vote-roll"


def test_whoever_has_no_vote_hears_why_before_he_marks_anything(town):
    live(town, GRANDSON, "101", adult=False)
    first, _ = households(town)
    opened(town, instrument=Instrument.MENU, method="menu", paper=PROJECTS)
    move(town, first, ResidentStatus.MOVED)

    for person, key in ((LI, "moved"), (GRANDSON, "age"), (1087968824, "nameless")):
        with pytest.raises(Refusal) as found:
            paper(town, person=person, chat=GROUP)
        assert found.value.key == f"refusal-vote-{key}"
    assert votes(town) == {}


def test_there_is_no_paper_before_it_opens_and_after_it_closed(town):
    households(town)
    draft(town, instrument=Instrument.MENU, method="menu", paper=PROJECTS)
    with pytest.raises(Refusal) as found:
        paper(town)
    assert found.value.key == "refusal-vote-early"

    town.now += 8 * DAY
    with pytest.raises(Refusal) as found:
        paper(town)
    assert found.value.key == "refusal-vote-late"


def test_where_one_tap_is_a_vote_there_is_no_paper(town):
    households(town)
    opened(town)

    with pytest.raises(Unknown):
        paper(town)


@pytest.mark.parametrize(
    ("person", "secret", "late", "papers"),
    [(LI, False, False, 1), (LI, False, True, 0), (LI, True, False, 0), (5009, False, False, 0)],
)
def test_the_link_from_the_group_leads_to_the_paper_itself(town, person, secret, late, papers):
    open_menu(town)
    with town.work(0) as work:
        work.ballots.save(replace(work.ballots.get(1), secret=secret))
    town.now += DAY * 8 if late else DAY

    town.do(person, marking.arrive, 1)

    told = [key for key, chat in town.told() if chat == person]
    assert f"ballot:1:{person}:0" in told
    assert sum(key.startswith("dialogue:") for key in told) == papers


def test_where_one_tap_is_a_vote_the_link_opens_no_paper(town):
    households(town)
    opened(town)

    town.do(LI, marking.arrive, 1)

    assert [key for key, chat in town.told() if chat == LI] == [f"ballot:1:{LI}:0"]
