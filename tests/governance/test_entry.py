from datetime import UTC, datetime

from governance.dialogues import Dialogue, DialogueKind
from governance.entry import PROXY
from governance.intake import ELSEWHERE, YES

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def talk(**data):
    return Dialogue(token="t", kind=DialogueKind.PROXY, person=1, chat=1, expires=AT, data=data)


def test_nothing_is_entered_without_consent_and_a_last_tap(community):
    asked = [q.field for q in PROXY.asked(talk())]

    assert asked == ["behalf", "text", "building", "category", "consent"]
    assert PROXY.confirm
    assert PROXY.questions[-1].choices(community, talk()) == (YES,)
    assert not PROXY.offers(
        community, talk(behalf="", text="x", building="b3", category="lift"), "consent", ""
    )


def test_only_the_name_may_be_left_out():
    assert [q.field for q in PROXY.questions if q.optional] == ["behalf"]


def test_every_building_and_category_can_be_chosen_and_all_else(community):
    places, kinds = (q.choices(community, talk()) for q in PROXY.questions[2:4])

    assert places == (*(b.key for b in community.buildings), ELSEWHERE)
    assert set(kinds) == {c.key for c in community.categories}
    assert kinds[-1] == "other"
