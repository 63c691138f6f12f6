"""The register of groups: who may take which step, which kinds are offered, how the bot stands."""

from datetime import UTC, datetime
from itertools import product

import pytest

from governance import chats
from governance.chats import (
    BIND,
    REGISTER,
    UNBIND,
    ChatAction,
    ChatStatus,
    Membership,
    Registration,
    Standing,
)
from governance.dialogues import Dialogue
from governance.directory import Area, Building, Chat, ChatKind, Community, Role
from governance.refusals import NotAllowed, Refusal
from tests.governance.calendars import OFFICE

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
STEPS = {
    (ChatStatus.UNBOUND, ChatAction.BIND, Role.COMMITTEE): ChatStatus.BOUND,
    (ChatStatus.PROPOSED, ChatAction.BIND, Role.COMMITTEE): ChatStatus.BOUND,
    (ChatStatus.UNBOUND, ChatAction.PROPOSE, Role.COMMITTEE): ChatStatus.PROPOSED,
    (ChatStatus.PROPOSED, ChatAction.PROPOSE, Role.COMMITTEE): ChatStatus.PROPOSED,
    (ChatStatus.PROPOSED, ChatAction.AGREE, Role.RESIDENT): ChatStatus.BOUND,
    (ChatStatus.PROPOSED, ChatAction.UNBIND, Role.COMMITTEE): ChatStatus.UNBOUND,
    (ChatStatus.BOUND, ChatAction.UNBIND, Role.COMMITTEE): ChatStatus.UNBOUND,
    (ChatStatus.OUT, ChatAction.UNBIND, Role.COMMITTEE): ChatStatus.UNBOUND,
    (ChatStatus.BOUND, ChatAction.LOSE, Role.CLOCK): ChatStatus.OUT,
    (ChatStatus.OUT, ChatAction.RETURN, Role.CLOCK): ChatStatus.BOUND,
}


def community(*bound, areas=(), buildings=("b1", "b2")):
    return Community(
        key="k",
        name="幸福里",
        language="zh-CN",
        calendar=OFFICE,
        officers=(),
        buildings=tuple(Building(key=b, name=b) for b in buildings),
        grids=(),
        categories=(),
        chats=tuple(Chat(id=-n, kind=kind, name=f"群{n}") for n, kind in enumerate(bound, 1)),
        areas=tuple(Area(key=a, name=a) for a in areas),
    )


def talk(**data):
    given = {"token": "t", "kind": BIND.kind, "person": 1, "chat": -1, "expires": AT}
    return Dialogue(**given, data=data)


def group(status=ChatStatus.UNBOUND, **more):
    return Registration(id=-7, kind=ChatKind.COMMUNITY, name="群", status=status, at=AT, **more)


def stepped(status, action, role):
    try:
        return chats.advance(group(status), action, role)
    except NotAllowed:
        return None


def test_every_cell_of_the_register_is_as_it_is_written_here():
    taken = {step: stepped(*step) for step in product(ChatStatus, ChatAction, Role)}

    meant = {step: group(target) for step, target in STEPS.items()}
    assert {step: after for step, after in taken.items() if after is not None} == meant


def test_every_status_of_the_register_can_be_reached():
    assert REGISTER.reached(ChatStatus.UNBOUND) == frozenset(ChatStatus)


@pytest.mark.parametrize(
    ("membership", "can_send", "inside", "present", "writes", "high"),
    [
        (Membership.CREATOR, True, True, True, True, True),
        (Membership.ADMINISTRATOR, True, True, True, True, True),
        (Membership.MEMBER, True, True, True, True, False),
        (Membership.MEMBER, False, True, True, False, False),
        (Membership.RESTRICTED, True, True, True, True, False),
        (Membership.RESTRICTED, False, True, True, False, False),
        (Membership.RESTRICTED, True, False, False, False, False),
        (Membership.LEFT, True, True, False, False, False),
        (Membership.KICKED, True, True, False, False, False),
    ],
)
def test_a_standing_says_whether_the_bot_is_there_and_may_write(  # noqa: PLR0913, PLR0917 -- a row
    membership, can_send, inside, present, writes, high
):
    standing = Standing(membership=membership, can_send=can_send, inside=inside)

    assert (standing.present, standing.can_write, standing.administrator) == (
        present,
        writes,
        high,
    )
    assert group(standing=standing).can_write is writes


@pytest.mark.parametrize(
    ("status", "belongs"),
    [
        (ChatStatus.PROPOSED, False),
        (ChatStatus.BOUND, True),
        (ChatStatus.OUT, True),
        (ChatStatus.UNBOUND, False),
    ],
)
def test_a_group_belongs_from_its_registration_to_its_end(status, belongs):
    assert group(status).belongs is belongs


def test_a_registration_is_listed_as_a_chat_of_the_community():
    found = group(scope="b1")

    assert found.chat == Chat(id=-7, kind=ChatKind.COMMUNITY, name="群", scope="b1")


def test_who_does_not_run_a_group_can_only_propose_it():
    assert chats.kinds(community(), administrator=False) == (ChatKind.ORGANISER,)


def test_an_administrator_chooses_among_all_kinds_that_there_can_be():
    plain = chats.kinds(community(), administrator=True)
    with_areas = chats.kinds(community(areas=["a1"]), administrator=True)

    assert set(ChatKind) - set(plain) == {ChatKind.AREA}
    assert set(with_areas) == set(ChatKind)


def test_there_is_one_staff_group_and_one_of_supervision_but_many_of_neighbours():
    full = community(ChatKind.STAFF, ChatKind.SUPERVISION, ChatKind.COMMUNITY, ChatKind.BUILDING)

    offered = chats.kinds(full, administrator=True)

    assert set(ChatKind) - set(offered) == {ChatKind.STAFF, ChatKind.SUPERVISION, ChatKind.AREA}
    for kind in (ChatKind.STAFF, ChatKind.SUPERVISION):
        with pytest.raises(Refusal) as caught:
            chats.require_room(full, -99, kind)
        assert caught.value.key == "refusal-chat-kind-taken"
    chats.require_room(full, -99, ChatKind.COMMUNITY)
    chats.require_room(full, -1, ChatKind.STAFF)  # the same group


def asked(form, town, **data):
    question = form.next(talk(**data))
    return question and (question.field, question.choices(town, talk(**data)))


def test_the_form_asks_for_the_kind_and_for_the_place_only_where_there_is_one():
    town = community(areas=["a1"])

    assert asked(BIND, town, administrator="yes") == ("kind", chats.OFFERED)
    assert asked(BIND, town, administrator="") == ("kind", ("organiser",))
    assert asked(BIND, town, kind="area") == ("area", ("a1",))
    assert asked(BIND, town, kind="building") == ("building", ("b1", "b2"))
    assert asked(BIND, town, kind="community") is None
    assert BIND.confirm


def test_a_group_is_struck_off_only_when_that_was_said_twice():
    assert [q.field for q in UNBIND.questions] == ["sure"]
    assert UNBIND.confirm
