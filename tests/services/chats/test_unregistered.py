from dataclasses import replace

from services.cases import quoting
from services.chats import standing
from tests.services.chats.groups import MEMBER, NEW, OUT, notices
from tests.services.town import CHEN, GROUP, LI, ZHANG


def test_a_report_in_a_group_that_is_not_registered_is_not_filed(town):
    done = town.report(chat=NEW)

    assert done is None
    assert notices(town) == [("chat-unregistered", NEW)]
    assert [d for d in town.deliveries() if d.subject] == []


def test_a_report_that_comes_after_the_news_that_the_bot_is_out_is_filed_all_the_same(town):
    town.do(CHEN, standing.stood, GROUP, OUT)
    case = town.report(chat=GROUP)
    meanwhile = [d.address.chat for d in town.deliveries() if d.subject.startswith("receipt")]
    town.do(CHEN, standing.stood, GROUP, MEMBER)
    after = [d.address.chat for d in town.deliveries() if d.subject.startswith("receipt")]

    assert (case.chat, case.reporter) == (GROUP, LI)
    assert meanwhile == []  # nothing can be said there, and it waits
    assert after == [GROUP]


def test_a_neighbours_message_is_not_taken_up_there_either(town):
    said = town.hear("", chat=NEW)
    under = replace(town.hear(chat=NEW), author=ZHANG, name="张伯")

    done = town.do(LI, quoting.report, said, under)

    assert done is None
    assert notices(town) == [("chat-unregistered", NEW)]
