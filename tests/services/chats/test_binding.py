import pytest

from governance.chats import ChatStatus
from governance.dialogues import DialogueStatus
from governance.directory import ChatKind
from governance.notices import Kind
from governance.refusals import NotAllowed, Refusal
from services.chats import binding
from tests.services.chats.groups import (
    MEMBER,
    NEW,
    OTHER,
    OUT,
    here,
    notices,
    registration,
    told,
)
from tests.services.town import CHEN, GROUP, HE, LI, STAFF, WANG


def enquiries(town):
    return [
        (dict(d.facts), d.address.chat, d.reader)
        for d in town.deliveries()
        if d.kind is Kind.ENQUIRY
    ]


def choose(town, *answers, chat=NEW, person=CHEN, **answer):
    """Let Telegram answer, and tap through the form."""
    dialogue = town.do(person, binding.known, told(chat=chat, **answer))
    for field, value in (*answers, ("submit", "")):
        town.answer(person, field, value, dialogue.id)
    return dialogue


def refused(town, person, verb, *args):
    with pytest.raises(Refusal) as caught:
        town.do(person, verb, *args)
    return caught.value.key


def test_bind_asks_telegram_about_the_group_and_the_asker(town):
    town.do(CHEN, binding.ask, here(topic=5))

    [(facts, chat, reader)] = enquiries(town)
    assert (facts, chat, reader) == ({"about": "bind", "person": CHEN}, NEW, CHEN)
    [address] = [d.address for d in town.deliveries()]
    assert (address.reply_to, address.topic) == (7, 5)


@pytest.mark.parametrize("person", [LI, WANG])
def test_only_the_committee_registers_a_group(town, person):
    for verb, given in (
        (binding.ask, here()),
        (binding.known, told()),
        (binding.give_up, here(GROUP)),
    ):
        with pytest.raises(NotAllowed):
            town.do(person, verb, given)


def test_a_group_that_is_registered_is_not_registered_twice(town):
    assert refused(town, CHEN, binding.ask, here(GROUP)) == "refusal-chat-bound"
    assert refused(town, CHEN, binding.known, told(chat=GROUP)) == "refusal-chat-bound"


def test_a_group_of_another_community_is_left_alone(town):
    with town.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO communities (id, key, stamp) VALUES (99, 'x', '')")
        connection.exec_driver_sql(
            "INSERT INTO chats (id, community_id, kind, name, scope, organiser, status, can_write,"
            f" standing, at, version) VALUES ({NEW}, 99, 'staff', '别处', '', 0, 'bound', 1,"
            " '{}', 0, 0)"
        )

    assert refused(town, CHEN, binding.ask, here()) == "refusal-chat-elsewhere"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ({"reached": False, "bot": None, "member": None}, "refusal-chat-untold"),
        ({"bot": None}, "refusal-chat-gone"),
        ({"bot": OUT}, "refusal-chat-gone"),
        ({"member": None}, "refusal-chat-administrator"),
    ],
)
def test_what_telegram_does_not_know_is_said_with_how_to_mend_it(town, answer, key):
    assert refused(town, CHEN, binding.known, told(**answer)) == key
    assert town.told() == []


def test_an_administrator_registers_a_group_of_a_building(town):
    dialogue = choose(town, ("kind", "building"), ("building", "b3"))

    found = registration(town, NEW)
    assert (found.kind, found.scope, found.name) == (ChatKind.BUILDING, "b3", "三号楼")
    assert found.status is ChatStatus.BOUND
    with town.work(0) as work:
        assert work.community.chat_kind(NEW) is ChatKind.BUILDING
        assert work.dialogues.get(dialogue.id).chat == NEW
    assert town.audit() == ["chat_bind"]
    assert notices(town) == [("chat-bound", NEW), ("chat-bound-staff", STAFF)]
    facts = town.facts("chat-bound-staff")
    assert facts == {"kind": "building", "title": "三号楼", "owner": "陈主任"}


def test_the_answer_is_told_in_the_topic_in_which_it_was_asked(town):
    dialogue = town.do(CHEN, binding.known, told(topic=5))
    [card] = [d.address.topic for d in town.deliveries()]
    town.answer(CHEN, "kind", "community", dialogue.id)
    town.answer(CHEN, "submit", "", dialogue.id)

    assert card == 5
    assert [d.address.topic for d in town.deliveries() if d.key == "chat-bound"] == [5]


def test_a_second_bind_takes_the_place_of_the_first(town):
    first = town.do(CHEN, binding.known, told())
    second = town.do(CHEN, binding.known, told())

    with town.work(0) as work:
        assert work.dialogues.get(first.id).status is DialogueStatus.CANCELLED
        assert work.dialogues.get(second.id).status is DialogueStatus.OPEN


def test_another_talk_in_the_group_is_left_alone(town):
    town.report()
    other = town.do(CHEN, binding.give_up, here(GROUP))
    with town.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE dialogues SET chat = {NEW} WHERE id = {other.id}")

    town.do(CHEN, binding.known, told())

    with town.work(0) as work:
        assert work.dialogues.get(other.id).status is DialogueStatus.OPEN


def test_an_office_that_ended_meanwhile_registers_nothing(town):
    dialogue = town.do(CHEN, binding.known, told())
    town.answer(CHEN, "kind", "community", dialogue.id)
    with town.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE grants SET status = 'expired' WHERE officer = 'chen'")
        connection.exec_driver_sql("UPDATE communities SET stamp = 'another'")

    with pytest.raises(NotAllowed):
        town.answer(CHEN, "submit", "", dialogue.id)

    assert registration(town, NEW) is None


def test_a_second_staff_group_is_refused(town):
    with pytest.raises(Refusal):
        choose(town, ("kind", "staff"))

    assert registration(town, NEW) is None


def test_two_who_register_at_once_do_it_once(town):
    first = town.do(CHEN, binding.known, told())
    second = town.do(HE, binding.known, told())
    town.answer(CHEN, "kind", "community", first.id)
    town.answer(CHEN, "submit", "", first.id)
    town.answer(HE, "kind", "building", second.id)
    town.answer(HE, "building", "b3", second.id)

    with pytest.raises(Refusal) as caught:
        town.answer(HE, "submit", "", second.id)

    assert caught.value.key == "refusal-chat-bound"
    assert registration(town, NEW).kind is ChatKind.COMMUNITY


def test_who_is_no_administrator_can_only_propose_a_group_of_neighbours(town):
    dialogue = town.do(CHEN, binding.known, told(member=MEMBER))

    with pytest.raises(Refusal):
        town.answer(CHEN, "kind", "community", dialogue.id)
    town.answer(CHEN, "kind", "organiser", dialogue.id)
    town.answer(CHEN, "submit", "", dialogue.id)

    assert registration(town, NEW).status is ChatStatus.PROPOSED
    assert notices(town) == [("chat-proposed", NEW), ("chat-proposed-staff", STAFF)]
    with town.work(0) as work:
        assert work.community.chat_kind(NEW) is None


@pytest.fixture
def proposed(town):
    choose(town, ("kind", "organiser"), member=MEMBER)
    return town


def test_the_organiser_agrees_by_a_tap_and_is_looked_up(proposed):
    proposed.do(LI, binding.agree, here())
    [(facts, _, reader)] = enquiries(proposed)
    proposed.do(LI, binding.agreed, told("agree"))

    found = registration(proposed, NEW)
    assert (facts, reader) == ({"about": "agree", "person": LI}, LI)
    assert (found.status, found.organiser) == (ChatStatus.BOUND, LI)
    assert proposed.audit() == ["chat_agree"]
    assert notices(proposed) == [("chat-agreed", NEW), ("chat-agreed-staff", STAFF)]


def test_who_does_not_run_the_group_cannot_agree_for_it(proposed):
    proposed.do(LI, binding.agreed, told("agree", member=MEMBER))
    silent = notices(proposed)
    unknown = refused(proposed, LI, binding.agreed, told("agree", member=None))

    assert silent == [("chat-not-organiser", LI)]
    assert unknown == "refusal-chat-administrator"
    assert registration(proposed, NEW).status is ChatStatus.PROPOSED


@pytest.mark.parametrize("chat", [GROUP, OTHER])
def test_only_a_proposed_group_can_be_agreed_to(town, chat):
    assert refused(town, LI, binding.agree, here(chat)) == "refusal-no-dialogue"
    assert refused(town, LI, binding.agreed, told("agree", chat)) == "refusal-no-dialogue"


def test_a_proposed_group_may_become_another_kind_after_all(proposed):
    choose(proposed, ("kind", "community"))

    assert registration(proposed, NEW).status is ChatStatus.BOUND
    assert registration(proposed, NEW).kind is ChatKind.COMMUNITY


def test_a_group_is_struck_off_after_two_taps(town):
    dialogue = town.do(CHEN, binding.give_up, here(GROUP))
    town.answer(CHEN, "sure", "yes", dialogue.id)
    assert registration(town, GROUP).status is ChatStatus.BOUND

    town.answer(CHEN, "submit", "", dialogue.id)

    assert registration(town, GROUP).status is ChatStatus.UNBOUND
    with town.work(0) as work:
        assert work.community.chat_kind(GROUP) is None
    assert town.audit() == ["chat_unbind"]
    assert notices(town) == [("chat-unbound", GROUP), ("chat-unbound-staff", STAFF)]


def test_a_struck_off_group_can_be_registered_again(town):
    dialogue = town.do(CHEN, binding.give_up, here(GROUP))
    town.answer(CHEN, "sure", "yes", dialogue.id)
    town.answer(CHEN, "submit", "", dialogue.id)

    choose(town, ("kind", "building"), ("building", "b1"), chat=GROUP)

    assert registration(town, GROUP).kind is ChatKind.BUILDING


def test_of_the_staff_group_the_committee_hears_in_private(town):
    dialogue = town.do(CHEN, binding.give_up, here(STAFF))
    town.answer(CHEN, "sure", "yes", dialogue.id)
    town.answer(CHEN, "submit", "", dialogue.id)

    told_staff = [chat for key, chat in notices(town) if key == "chat-unbound-staff"]
    assert told_staff == [CHEN, HE]


@pytest.mark.parametrize("chat", [NEW, OTHER])
def test_what_is_not_registered_cannot_be_struck_off(town, chat):
    assert refused(town, CHEN, binding.give_up, here(chat)) == "refusal-chat-not-bound"


def test_nobody_behind_a_name_is_asked_for_a_tap(town):
    town.do(LI, binding.unnamed, here())

    assert notices(town) == [("bind-unnamed", NEW)]


def test_in_private_it_is_explained_where_to_say_it(town):
    town.do(LI, binding.elsewhere, here(LI))

    assert notices(town) == [("bind-where", LI)]
