"""A project of a few neighbours is shown, owed and asked about among them alone (A11, G05)."""

from dataclasses import replace

import pytest

from bot import board
from governance.directory import Chat, ChatKind
from governance.refusals import Refusal, Unknown
from governance.resolutions.states import Stage
from services import history
from services.disclosures import looking, meant, publishing, subscribing
from services.hearing import Asked
from tests.bot.doors import LIBRARY
from tests.handlers.showing import show as seen
from tests.services.ballots.booth import live
from tests.services.disclosures.accounts import OTHER, owes, published
from tests.services.disclosures.programmes import about, planned, until
from tests.services.disclosures.projecting import in_force, opened, show, waiting
from tests.services.town import CHEN, GROUP, LI, LIU, WU, ZHANG

FAR, OWN = 5009, -1001000000003  # lives in building 5; the group of building 3
LINE = "决议"


def near(town, *chats):
    """Let the project in force be one of building 3, with the groups it has."""
    planned(town, chats=(*town.community.chats, *chats))
    live(town, LI, "101")
    live(town, FAR, "501", building="b5")
    in_force(town)
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(1), node="building:b3"))


def begun(town):
    opened(town, Stage.BEFORE)
    town.send()
    return show(town, Stage.BEFORE)


def own(kind=ChatKind.BUILDING):
    return Chat(id=OWN, kind=kind, name="三号楼", scope="b3")


def told(town):
    return {chat for subject, chat in town.told() if subject.startswith("disclosure:")}


def page(town):
    with town.work(0) as work:
        return board.drawn(town.roll, work.connection, LIBRARY, town.now)["index.html"]


def shown_on_board(town):
    return page(town).split('id="board-disclosures"')[1].split('id="board-understood"')[0]


def absent_on_board(town):
    return page(town).split('id="board-owed"')[1].split('id="board-disclosures"')[0]


def refused(town, by, *verb):
    with pytest.raises(Refusal) as found:
        town.do(by, *verb)
    return found.value.key


def test_what_a_few_resolved_is_shown_to_them_alone(town):
    near(town)
    for by in (LI, FAR):
        town.do(by, subscribing.choose, 1)
    edition = begun(town)

    assert told(town) == {LI}
    assert "夜里有外人进来" not in shown_on_board(town)
    assert refused(town, FAR, publishing.hand_out, edition, FAR) == "refusal-edition-audience"
    with pytest.raises(Unknown, match="refusal-no-edition"):
        town.do(FAR, looking.again, edition)
    for by in (LI, CHEN, WU):
        town.do(by, looking.again, edition)
    with town.work(0) as work:
        year, number = map(int, work.disclosures.get(edition).serial.split("-"))
    record = (history.show, history.Series.DISCLOSURE, year, number)
    assert refused(town, FAR, *record, Asked(chat=FAR, message=0)) == "refusal-topic-elsewhere"
    town.do(LI, *record, Asked(chat=LI, message=0))


def test_in_their_own_group_it_stands_and_in_no_other_that_joins_or_was_away(town):
    near(town, own(), Chat(id=OTHER, kind=ChatKind.BUILDING, name="五号楼", scope="b5"))
    edition = begun(town)

    assert OWN in told(town)
    assert not told(town) & {GROUP, OTHER}
    town.do(ZHANG, publishing.hand_out, edition, OWN)
    town.send()
    for chat in (GROUP, OTHER):
        town.do(0, publishing.joined, chat)
        town.do(0, publishing.missed, chat)
    assert not told(town) & {GROUP, OTHER}


@pytest.mark.parametrize("shown", [looking.List.CALENDAR, looking.List.ARCHIVE])
def test_the_lists_name_it_to_those_it_is_for(town, shown):
    near(town, own())
    begun(town)

    facts = {"list": shown, "start": 0, "day": town.now.date().isoformat()}
    said = {
        (chat, by): seen(town, "disclosures", chat, reader=by, **facts).text
        for chat, by in ((LI, LI), (WU, WU), (FAR, FAR), (OWN, 0), (GROUP, 0))
    }
    named = {key for key, text in said.items() if LINE in text}
    assert named == {(LI, LI), (WU, WU), (OWN, 0)}


def test_what_they_are_owed_is_said_to_be_missing_among_them_alone(town):
    near(town, own())
    opened(town, Stage.BEFORE)
    begins = waiting(town, Stage.BEFORE)
    heard = about(until(town, "2026-11-28"), begins)

    chats = {d.address.chat for d in heard if d.key == "programme-absent"}
    assert OWN in chats
    assert GROUP not in chats
    assert "决议" not in absent_on_board(town)


def test_what_has_left_the_file_stays_with_those_whose_groups_had_it(town):
    owes(town, chats=(ChatKind.BUILDING,))
    planned(town, chats=(own(),))
    live(town, LI, "101")
    published(town)
    town.send()
    planned(town, disclosures=())

    assert refused(town, LIU, publishing.hand_out, 1, LIU) == "refusal-edition-audience"
    town.do(LI, publishing.hand_out, 1, LI)
    town.do(ZHANG, publishing.hand_out, 1, OWN)
    assert "小区收支账" not in shown_on_board(town)


def test_what_names_a_resolution_that_is_not_there_is_of_no_few(town):
    with town.work(0) as work:
        assert meant.few(work, 99) is None
