import pytest

from governance.directory import ChatKind, Role


@pytest.mark.parametrize("part", ["officer", "building", "grid", "category"])
def test_each_is_found_by_its_key(community, part):
    plural = {"category": "categories"}.get(part, f"{part}s")
    those = getattr(community, plural)

    assert tuple(getattr(community, part)(each.key) for each in those) == those


@pytest.mark.parametrize("part", ["officer", "building", "grid", "category", "grid_of"])
def test_an_unknown_key_is_an_error(community, part):
    with pytest.raises(KeyError, match="nobody"):
        getattr(community, part)("nobody")


def test_every_building_stands_in_one_grid(community):
    homes = {b.key: community.grid_of(b.key).key for b in community.buildings}

    assert homes == {"b1": "g1", "b2": "g1", "b3": "g2", "b4": "g2", "b5": "g3", "b6": "g3"}


def test_offices_belong_to_the_account(community):
    assert community.offices_of(3002) == {Role.COMMITTEE, Role.DISPATCHER}
    assert community.offices_of(5001) == frozenset()


def test_an_officer_is_known_by_the_account(community):
    assert community.by_telegram(2001) == community.officer("wang")
    assert community.by_telegram(5001) is None


def test_holders_stand_in_the_order_of_the_file(community):
    assert [o.key for o in community.holders(Role.COMMITTEE)] == ["chen", "he"]


def test_the_first_chat_of_a_kind_is_it(community):
    assert [community.chat(k).id for k in (ChatKind.COMMUNITY, ChatKind.STAFF)] == [
        -1001000000001,
        -1001000000002,
    ]


def test_a_community_may_lack_a_chat(community):
    from dataclasses import replace

    assert replace(community, chats=()).chat(ChatKind.STAFF) is None


def test_a_post_is_named_with_its_person_and_by_a_dash_once_it_left_the_file(community):
    assert (community.called("wang"), community.name_of("wang")) == ("王师傅", "王建国")
    assert (community.called("gone"), community.name_of("gone")) == ("—", "—")
