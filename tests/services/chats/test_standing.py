from datetime import timedelta

import pytest
from sqlalchemy import select

from governance.chats import ChatStatus, Membership, Standing
from governance.notices import Address, Kind, Priority
from services import deliveries
from services.chats import standing
from storage.alarms import ALARMS
from tests.services.chats.groups import (
    HIGH,
    MEMBER,
    NEW,
    OUT,
    SILENCED,
    cards,
    here,
    notices,
    registration,
    told,
)
from tests.services.town import CHEN, GROUP, HE, LI, STAFF

ONE = Standing(membership=Membership.MEMBER, can_send=False)


def alarms(town):
    with town.engine.begin() as connection:
        return [(row.key, row.what) for row in connection.execute(select(ALARMS))]


@pytest.mark.parametrize(
    ("before", "after", "told_of"),
    [
        (MEMBER, OUT, ("chat-lost",)),
        (OUT, MEMBER, ("chat-returned",)),
        (OUT, HIGH, ("chat-returned", "chat-hears-all")),
        (OUT, SILENCED, ("chat-muted",)),
        (MEMBER, SILENCED, ("chat-muted",)),
        (SILENCED, MEMBER, ("chat-unmuted",)),
        (SILENCED, HIGH, ("chat-unmuted", "chat-hears-all")),
        (SILENCED, ONE, ()),
        (SILENCED, OUT, ("chat-lost",)),
        (MEMBER, HIGH, ("chat-hears-all",)),
        (HIGH, MEMBER, ()),
    ],
)
def test_of_each_change_the_committee_hears_what_it_must(before, after, told_of):
    assert standing.news(before, after) == told_of


def test_a_mute_is_seen_told_once_and_ended(town):
    town.do(CHEN, standing.stood, GROUP, SILENCED)
    first = notices(town)
    muted = registration(town, GROUP).can_write
    town.do(CHEN, standing.stood, GROUP, SILENCED)
    second = (notices(town), town.audit())
    town.do(CHEN, standing.stood, GROUP, MEMBER)

    assert (first, muted, second) == ([("chat-muted", STAFF)], False, ([], []))
    assert notices(town) == [("chat-unmuted", STAFF)]
    assert town.audit() == ["chat_standing"]
    assert registration(town, GROUP).status is ChatStatus.BOUND


def test_being_put_out_is_told_with_the_name_and_to_the_operator(town):
    town.do(LI, standing.stood, GROUP, OUT)

    assert cards(town) == [STAFF]
    assert {d.priority for d in town.deliveries()} == {Priority.ASSIGNMENT}
    assert registration(town, GROUP).status is ChatStatus.OUT
    assert alarms(town) == [("lost", f"chat:{GROUP}")]
    with town.work(0) as work:
        assert work.community.chat_kind(GROUP) is None


def test_a_group_comes_back_as_it_was_registered(town):
    town.do(LI, standing.stood, GROUP, OUT)
    town.do(CHEN, standing.stood, GROUP, MEMBER)

    assert registration(town, GROUP).status is ChatStatus.BOUND
    assert notices(town) == [("chat-returned", STAFF)]
    assert len(alarms(town)) == 1


def test_of_the_staff_group_itself_the_committee_hears_in_private(town):
    town.do(LI, standing.stood, STAFF, OUT)

    assert cards(town) == [CHEN, HE]


def test_of_a_change_of_the_staff_group_it_is_not_the_group_that_hears(town):
    town.do(LI, standing.stood, STAFF, HIGH)

    assert notices(town) == [("chat-hears-all", CHEN), ("chat-hears-all", HE)]


def test_where_the_staff_group_is_closed_the_committee_hears_in_private(town):
    town.do(LI, standing.stood, STAFF, SILENCED)
    town.do(LI, standing.stood, GROUP, SILENCED)

    assert notices(town) == [("chat-muted", CHEN), ("chat-muted", HE)]


def test_a_committee_post_that_nobody_has_taken_up_is_told_nothing(town):
    with town.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE grants SET status = 'expired' WHERE officer = 'he'")

    town.do(LI, standing.stood, STAFF, OUT)

    assert cards(town) == [CHEN]


def test_what_becomes_of_a_stranger_s_group_is_no_news(town):
    town.do(LI, standing.stood, NEW, OUT)
    town.do(LI, standing.failed, NEW, inside=True)
    town.do(LI, standing.renamed, NEW, "别名")
    town.do(LI, standing.look, NEW)
    town.do(LI, standing.looked, told("look"))

    assert town.told() == []
    assert registration(town, NEW) is None


@pytest.mark.parametrize(
    ("inside", "key", "status"),
    [(True, "chat-muted", ChatStatus.BOUND), (False, "chat-lost", ChatStatus.OUT)],
)
def test_a_failed_send_tells_the_same(town, inside, key, status):
    town.do(0, standing.failed, GROUP, inside=inside)
    first = [(d.key, d.address.chat) for d in town.deliveries()]
    town.do(0, standing.failed, GROUP, inside=inside)

    assert first == [(key, STAFF)]
    assert town.deliveries() == []
    assert registration(town, GROUP).status is status


def test_a_refusal_that_is_older_than_the_return_does_not_close_the_group_for_good(town):
    town.do(0, standing.failed, GROUP, inside=False)  # it was on its way as the bot came back
    lost = registration(town, GROUP).status
    town.ring("look")
    asked = [(d.kind, d.address.chat) for d in town.deliveries() if d.kind is Kind.ENQUIRY]
    town.do(0, standing.looked, told("look", GROUP, reached=False, bot=None))
    later = [at - town.now for verb, at in town.dues() if verb == "look"]
    town.do(0, standing.looked, told("look", GROUP, bot=MEMBER))

    assert (lost, asked) == (ChatStatus.OUT, [(Kind.ENQUIRY, GROUP)])
    assert later == [timedelta(hours=1)]
    assert registration(town, GROUP).status is ChatStatus.BOUND


@pytest.mark.parametrize("bot", [None, OUT])
def test_where_the_refusal_was_right_it_is_told_once_and_nobody_asks_again(town, bot):
    town.do(0, standing.failed, GROUP, inside=False)
    town.ring("look")
    notices(town)
    town.do(0, standing.looked, told("look", GROUP, bot=bot))

    assert notices(town) == []
    assert len(alarms(town)) == 1
    assert "look" not in [verb for verb, _ in town.dues()]


def test_what_is_for_a_muted_group_waits_and_then_goes_on(town):
    def tell(work):
        deliveries.notice(work, "stopped", Address(chat=GROUP), reader=LI)

    town.do(CHEN, standing.stood, GROUP, SILENCED)
    town.do(LI, tell)
    waiting = notices(town)
    town.do(CHEN, standing.stood, GROUP, MEMBER)

    assert waiting == []
    assert notices(town) == [("chat-unmuted", STAFF), ("stopped", GROUP)]


def test_an_enquiry_is_carried_even_where_the_bot_may_not_write(town):
    town.do(CHEN, standing.stood, GROUP, SILENCED)
    town.ring("look")

    assert [(d.kind, d.address.chat) for d in town.deliveries()] == [(Kind.ENQUIRY, GROUP)]


def test_telegram_is_asked_again_every_hour_while_a_group_is_muted(town):
    town.do(CHEN, standing.stood, GROUP, SILENCED)
    first = town.dues()
    town.ring("look")
    asked_at = town.now
    town.do(0, standing.looked, told("look", GROUP, bot=SILENCED))
    again = [at for verb, at in town.dues() if verb == "look"]
    town.do(0, standing.looked, told("look", GROUP, bot=MEMBER))

    assert [verb for verb, _ in first] == ["look"]
    assert again == [asked_at + timedelta(hours=1)]
    assert notices(town) == [("chat-unmuted", STAFF)]


def test_a_group_that_writes_again_is_not_asked_about(town):
    town.do(CHEN, standing.stood, GROUP, SILENCED)
    town.do(CHEN, standing.stood, GROUP, MEMBER)
    town.ring("look")

    assert town.deliveries() == []


def test_where_telegram_does_not_answer_nothing_is_concluded(town):
    town.do(CHEN, standing.stood, GROUP, SILENCED)
    town.do(0, standing.looked, told("look", GROUP, reached=False, bot=None))

    assert notices(town) == []
    assert registration(town, GROUP).standing == SILENCED


def test_a_group_that_telegram_no_longer_knows_is_lost(town):
    town.do(CHEN, standing.stood, GROUP, SILENCED)
    town.do(0, standing.looked, told("look", GROUP, bot=None))

    assert cards(town) == [STAFF]


def test_a_new_group_is_greeted_one_of_ours_is_not(town):
    town.do(CHEN, standing.introduce, here(NEW, message=0))
    greeted = notices(town)
    town.do(CHEN, standing.introduce, here(GROUP, message=0))

    assert greeted == [("chat-hello", NEW)]
    assert notices(town) == []


@pytest.mark.parametrize(("chat", "said"), [(NEW, True), (GROUP, False), (LI, False)])
def test_a_group_that_is_not_registered_is_told_so(town, chat, said):
    answered = town.do(LI, standing.unregistered, here(chat).address)

    assert answered is said
    assert notices(town) == ([("chat-unregistered", NEW)] if said else [])


def test_a_group_is_called_by_its_newest_name(town):
    town.do(LI, standing.renamed, GROUP, "幸福里新群")
    noted = town.audit()
    town.do(LI, standing.renamed, GROUP, "幸福里新群")

    assert registration(town, GROUP).name == "幸福里新群"
    assert (noted, town.audit()) == (["chat_renamed"], [])


def test_the_committee_hears_that_privacy_mode_is_off(town):
    town.do(0, standing.hears_all)

    assert notices(town) == [("privacy-off", STAFF)]
