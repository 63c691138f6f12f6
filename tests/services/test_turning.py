"""Leaving a talk or going back in it, said in words (B06)."""

from datetime import timedelta

import pytest

from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.refusals import Refusal
from handlers.talks import KINDS
from services import talks
from tests.services.town import GROUP, LI, STAFF, WANG, ZHANG


def turn(town, person, field, chat, **more):
    heard = town.hear("", chat=chat, asked=False, **more)
    return town.do(person, talks.turn, KINDS, chat, heard, field)


def test_a_word_that_leaves_ends_the_talk_and_says_so(town):
    town.report(chat=LI, asked=False)

    turn(town, LI, talks.CANCEL, LI)

    assert town.talk().status is DialogueStatus.CANCELLED
    assert town.told() == [("dialogue:1", LI), ("stopped", LI)]


def test_a_word_that_goes_back_shows_the_question_again(town):
    town.report(chat=LI, asked=False)

    turn(town, LI, talks.BACK, LI)

    assert (town.talk().text("asking"), town.told()) == ("building", [("dialogue:1", LI)])


@pytest.mark.parametrize("field", [talks.CANCEL, talks.BACK])
def test_where_nothing_goes_on_that_is_said_in_private_alone(town, field):
    turn(town, LI, field, LI)
    assert town.told() == [("nothing-to-stop", LI)]

    town.send()
    turn(town, LI, field, GROUP)
    assert town.told() == []


@pytest.mark.parametrize(
    ("field", "status"),
    [(talks.CANCEL, DialogueStatus.CANCELLED), (talks.BACK, DialogueStatus.CANCELLED)],
)
def test_under_a_question_in_a_group_it_leaves_that_question(working, field, status):
    talk = working.press(WANG, "finish", chat=STAFF)
    working.stand(f"dialogue:{talk.id}", STAFF, 50)

    turn(working, WANG, field, STAFF, replied=50)

    assert working.talk().status is status
    assert [told for told in working.told() if told[0] == "stopped"] == []


def test_another_persons_talk_is_not_left_for_him(town):
    town.report(asked=False)
    town.stand("dialogue:1", GROUP, 50)

    with pytest.raises(Refusal) as refused:
        turn(town, ZHANG, talks.CANCEL, GROUP, replied=50)

    assert refused.value.key == "refusal-not-author"


def begin(town, kind):
    """Open a talk of a kind in private, as bare as it can be: about case 1, nothing gathered."""
    opening = Dialogue(
        token=f"t-{kind}",
        kind=kind,
        person=LI,
        chat=LI,
        expires=town.now + timedelta(hours=1),
        data={"action": "finish", "case": 1},
    )
    with town.work(LI) as work:
        return work.dialogues.open(opening).id


@pytest.mark.parametrize("kind", DialogueKind)
def test_a_word_that_leaves_ends_a_talk_of_every_kind_and_changes_no_case(town, kind):
    town.report()
    before, talk = town.case(), begin(town, kind)

    turn(town, LI, talks.CANCEL, LI)

    with town.work(LI) as work:
        assert work.dialogues.get(talk).status is DialogueStatus.CANCELLED
    assert ("stopped", LI) in town.told()
    assert town.case() == before


@pytest.mark.parametrize("kind", DialogueKind)
def test_a_word_that_goes_back_in_a_talk_of_any_kind_does_nothing_but_that(town, kind):
    town.report()
    before, talk = town.case(), begin(town, kind)

    turn(town, LI, talks.BACK, LI)

    with town.work(LI) as work:
        assert work.dialogues.get(talk).status in {DialogueStatus.OPEN, DialogueStatus.CANCELLED}
    assert town.case() == before
