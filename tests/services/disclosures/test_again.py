"""What was shown is had again from the archive, in private, by whoever it is for (G09, G11)."""

import pytest

from governance.directory import Chat, ChatKind
from governance.programme import Kind
from governance.refusals import Refusal, Unknown
from services.disclosures import looking, publishing, questioning, reading, subscribing
from tests.services.disclosures.accounts import approved, owes, published
from tests.services.disclosures.programmes import planned
from tests.services.disclosures.questions import answer, ask
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, LI, LIU, WANG, WU, ZHANG


def test_an_edition_is_had_again_with_its_answers_at_the_end_of_the_chat(town):
    published(town)
    ask(town, ZHANG)
    answer(town)
    for _ in range(2):
        town.do(LI, looking.again, 1)
        assert town.fresh() == [(f"disclosure:1:{LI}:{LI}", LI), (f"edition-answers:1:{LI}", LI)]


def test_a_later_answer_reaches_whoever_had_it_again(town):
    published(town)
    ask(town, ZHANG, line="2")
    ask(town, ZHANG, line="3")
    answer(town)
    town.do(LI, looking.again, 1)
    answer(town, question=2)

    assert (f"edition-answers:1:{LI}", LI) in town.told()


def test_what_is_not_shown_yet_is_nobodys_to_have_again(town):
    approved(town)
    with pytest.raises(Unknown, match="refusal-no-edition"):
        town.do(WANG, looking.again, 1)


def test_what_one_building_reads_is_for_those_who_live_there_and_those_concerned(town):
    owes(town, chats=(ChatKind.BUILDING,))
    planned(town, chats=(Chat(id=GROUP, kind=ChatKind.BUILDING, name="3号楼", scope="b3"),))
    published(town)
    for by in (LI, LIU):
        with pytest.raises(Unknown, match="refusal-no-edition"):
            town.do(by, looking.again, 1)
    verified(town)
    for by in (LI, WANG, CHEN, WU):
        town.do(by, looking.again, 1)
        assert town.fresh() == [(f"disclosure:1:{by}:{by}", by)]


def press(town, by, chat):
    """Press all that stands under the card, in this chat; return what was refused."""
    verbs = ((publishing.hand_out, ()), (reading.say, ("yes",)), (questioning.begin, ()))
    found = (refused(town, by, verb, 1, *more, chat) for verb, more in verbs)
    return [key for key in found if key]


def refused(town, by, *verb):
    try:
        town.do(by, *verb)
    except Refusal as refusal:
        return refusal.key


@pytest.mark.parametrize("kind", [Kind.FINANCE, Kind.PARTY])
def test_whoever_an_edition_is_not_for_is_told_so_and_nothing_is_counted(town, kind):
    owes(town, kind=kind, chats=(ChatKind.BUILDING,))
    planned(town, chats=(Chat(id=GROUP, kind=ChatKind.BUILDING, name="3号楼", scope="b3"),))
    town.do(LIU, subscribing.choose, 1)
    published(town)
    town.send()

    assert press(town, LI, LI) == ["refusal-edition-audience"] * 3
    with town.work(0) as work:
        assert work.readings.understood(1) == {}
    # the group in which it stands, a home there, what the bot sent in private
    assert press(town, ZHANG, GROUP) == press(town, WU, WU) == press(town, LIU, LIU) == []
    verified(town)
    assert press(town, LI, LI) == []


def test_what_has_left_the_file_stays_within_reach_of_all(town):
    published(town)
    planned(town, disclosures=())
    town.send()
    town.do(LI, publishing.hand_out, 1, LI)

    assert town.fresh() == [("edition-file", LI)] * 2
