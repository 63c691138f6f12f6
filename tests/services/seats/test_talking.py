import pytest

from governance.grants import GrantStatus
from governance.refusals import NotAllowed
from services.seats import talking
from tests.services.seats.posts import NEW, claim, grant, status, take_up
from tests.services.town import CHEN, HE, LI, WANG, WU


def test_whoever_says_it_is_not_him_is_asked_why(begun):
    claim(begun, "wang", NEW)

    begun.do(WU, talking.refuse, 4)
    assert (begun.talk().person, begun.talk().text("post")) == (WU, "王师傅")
    assert status(begun, 4) is GrantStatus.CLAIMED
    begun.answer(WU, "reason", "stranger")

    assert (status(begun, 4), grant(begun, 4).reason) == (GrantStatus.REFUSED, "@seat-stranger")


def test_a_reason_in_words_is_kept_as_it_was_written(begun):
    claim(begun, "wang", NEW)
    begun.do(WU, talking.refuse, 4)

    begun.say(WU, "打电话问过，不是他本人")

    assert grant(begun, 4).reason == "打电话问过，不是他本人"


@pytest.mark.parametrize("person", [LI, NEW])
def test_nobody_else_is_asked_why(begun, person):
    claim(begun, "wang", NEW)

    with pytest.raises(NotAllowed):
        begun.do(person, talking.refuse, 4)


def test_a_member_of_the_committee_names_the_post_and_the_reason(begun):
    take_up(begun, "wang", WANG, HE)

    begun.do(CHEN, talking.revoke)
    begun.answer(CHEN, "officer", "wang")
    begun.answer(CHEN, "reason", "left")
    assert status(begun, 4) is GrantStatus.ACTIVE
    begun.answer(CHEN, "submit")

    assert (status(begun, 4), grant(begun, 4).reason) == (GrantStatus.REVOKE_ASKED, "@seat-left")


@pytest.mark.parametrize("person", [WU, WANG, LI])
def test_nobody_else_begins_to_revoke(town, person):
    with pytest.raises(NotAllowed):
        town.do(person, talking.revoke)


@pytest.mark.parametrize("person", [CHEN, WU])
def test_the_posts_are_listed_in_private_for_committee_and_supervision(town, person):
    town.do(person, talking.posts)

    assert town.told() == [("posts", person)]


@pytest.mark.parametrize("person", [WANG, LI])
def test_the_posts_are_listed_for_nobody_else(town, person):
    with pytest.raises(NotAllowed) as refused:
        town.do(person, talking.posts)

    assert refused.value.key == "refusal-read"
