import pytest

from governance.cases import CaseAction
from governance.chats import ChatStatus, Standing
from governance.notices import Address
from services import deliveries
from services.chats import binding, moving, standing
from services.hearing import Asked
from storage import cards, outbox
from tests.services.chats.groups import OUT, SILENCED, notices, registration
from tests.services.town import CHEN, GROUP, LI, STAFF, WANG

LATER = -1002000000001


def moved(town, old=GROUP, new=LATER):
    town.do(0, moving.moved, old, new)


def anew(town):
    """Return the cards that wait to be shown anew: subject and chat."""
    return sorted((d.subject, d.address.chat) for d in town.deliveries() if d.subject)


def test_an_open_case_goes_with_its_group(town):
    town.report()
    moved(town)

    case = town.case()
    assert (case.chat, case.message) == (LATER, 0)
    assert registration(town, LATER).name == "幸福里居民群"
    assert registration(town, GROUP) is None
    with town.work(0) as work:
        assert work.community.chat_kind(LATER) is not None
        assert work.community.chat_kind(GROUP) is None
    assert town.audit() == ["chat_moved"]


def test_moving_again_in_any_order_changes_nothing(town):
    town.report()
    moved(town)
    noted = town.audit()
    moved(town)

    assert (noted, town.audit()) == (["chat_moved"], [])
    assert town.told() == []


def test_what_waits_for_the_old_group_goes_to_the_new_one_under_no_message(town):
    def tell(work):
        here = Address(chat=GROUP, reply_to=7, topic=5)
        deliveries.notice(work, "stopped", here, reader=LI)
        deliveries.notice(work, "help", Address(chat=LI, instead=here), reader=LI)

    with town.work(LI) as work:
        tell(work)
    with town.work(0) as work:
        moving.moved(work, GROUP, LATER)

    addresses = {d.key: d.address for d in town.deliveries()}
    bare = Address(chat=LATER)
    assert addresses == {"stopped": bare, "help": Address(chat=LI, instead=bare)}


def test_what_was_sent_stays_where_it_was_said(town):
    town.report()
    town.send()
    moved(town)

    with town.engine.begin() as connection:
        rows = connection.exec_driver_sql(
            "SELECT count(*) FROM outbox WHERE status = 'sent' AND chat = ?", (LATER,)
        )
        assert rows.scalar_one() == 0


def test_a_draft_remembers_the_new_group(town):
    town.report(text="坏了")
    moved(town)

    data = town.talk().data
    assert (data["chat"], data["message"]) == (LATER, None)


def test_a_worksheet_in_the_staff_group_is_shown_anew_if_its_case_is_open(town):
    town.report()
    town.stand("worksheet:1:wang:1", STAFF, 55)
    moved(town, STAFF, LATER)
    shown = anew(town)
    town.send()
    with town.engine.begin() as connection:
        assert cards.stands(connection, STAFF, 55) == ""
    town.act(LI, CaseAction.WITHDRAW)
    town.stand("worksheet:1:wang:1", LATER, 56)
    moved(town, LATER, STAFF)

    assert shown == [("worksheet:1:wang:1", LATER)]
    assert anew(town) == []


def test_the_receipt_of_a_closed_case_is_not_posted_again(town):
    town.report()
    town.stand("receipt:1:0", GROUP, 8)
    moved(town)
    shown = anew(town)
    town.act(LI, CaseAction.WITHDRAW)
    town.stand("receipt:1:0", LATER, 9)
    moved(town, LATER, GROUP)

    assert shown == [("receipt:1:0", LATER)]
    assert anew(town) == []


def test_of_a_readers_worksheets_only_the_newest_is_shown_anew(finished):
    finished.act(LI, CaseAction.REOPEN)
    for seq in (1, 2):
        finished.stand(f"worksheet:1:wang:{seq}", STAFF, 50 + seq)
    moved(finished, STAFF, LATER)

    assert anew(finished) == [("worksheet:1:wang:2", LATER)]


def test_an_open_talk_is_shown_anew_and_one_that_is_over_is_not(town):
    first = town.do(CHEN, binding.give_up, Asked(chat=STAFF, message=7))
    second = town.do(CHEN, binding.give_up, Asked(chat=STAFF, message=8))
    town.answer(CHEN, "cancel", dialogue_id=first.id)
    for number, each in enumerate((first, second)):
        town.stand(f"dialogue:{each.id}", STAFF, 60 + number)
    moved(town, STAFF, LATER)

    assert anew(town) == [(f"dialogue:{second.id}", LATER)]
    assert town.talk(second.id).chat == LATER


def test_a_card_of_another_kind_is_shown_anew(town):
    def place(work):
        deliveries.card(
            work, "desk:chen", Address(chat=STAFF), reader=CHEN, priority=outbox.Priority.ANSWER
        )

    town.do(CHEN, place)
    town.stand("desk:chen", STAFF, 70)
    moved(town, STAFF, LATER)

    assert anew(town) == [("desk:chen", LATER)]


def test_a_quick_registration_of_the_new_group_gives_way_to_the_old_one(town):
    with town.work(0) as work:
        known = work.chats.get(GROUP)
        work.chats.add(type(known)(id=LATER, kind=known.kind, name="新群", at=known.at))
    moved(town)

    assert registration(town, LATER).name == "幸福里居民群"


def test_leaving_the_old_group_is_taken_back_when_it_was_a_move(town):
    town.do(WANG, standing.stood, GROUP, OUT)
    moved(town)

    assert registration(town, LATER).status is ChatStatus.BOUND
    assert notices(town) == [("chat-returned", STAFF)]


@pytest.mark.parametrize("how", [SILENCED, Standing(membership=SILENCED.membership)])
def test_how_the_bot_stands_goes_with_the_group(town, how):
    town.do(WANG, standing.stood, GROUP, how)
    moved(town)

    assert registration(town, LATER).standing == how


def test_a_group_that_nobody_registered_moves_in_silence(town):
    moved(town, -5, -6)

    assert town.told() == []
    assert town.audit() == []
