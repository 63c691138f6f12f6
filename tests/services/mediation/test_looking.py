import pytest

from governance.refusals import NotAllowed, Unknown
from services.hearing import Asked
from services.mediation import looking
from tests.services.mediation.people import LIANG, ZHENG, tell
from tests.services.town import CHEN, GROUP, LI, WANG, WU, ZHANG


def asked(chat):
    return Asked(chat=chat, message=9)


@pytest.mark.parametrize("person", [ZHENG, CHEN, LIANG])
def test_those_who_may_handle_disputes_get_the_list_in_private(town, person):
    town.do(person, looking.queue, asked(person))

    assert town.told() == [("dispute-queue", person)]


@pytest.mark.parametrize("person", [LI, WANG, WU])
def test_nobody_else_gets_it(town, person):
    with pytest.raises(NotAllowed) as caught:
        town.do(person, looking.queue, asked(person))
    assert caught.value.key == "refusal-mediators"


def test_in_a_group_neither_the_list_nor_a_dispute_is_shown(town):
    tell(town)

    town.do(ZHENG, looking.queue, asked(GROUP))
    assert town.told() == [("dispute-private", GROUP)]
    for number in (1, 404):
        town.do(LI, looking.status, number, asked(GROUP))
        assert town.told() == [("dispute-private", GROUP)]


def test_its_reporter_and_its_handlers_see_a_dispute_by_its_number(town):
    tell(town)

    town.do(LI, looking.status, 1, asked(LI))
    assert town.told() == [("disputant:1:0", LI)]
    town.do(ZHENG, looking.status, 1, asked(ZHENG))
    assert town.told() == [("dispute:1:zheng:0", ZHENG)]


@pytest.mark.parametrize("person", [ZHANG, WANG, CHEN, WU])
def test_to_anybody_else_it_does_not_exist(town, person):
    tell(town, kin=("chen",))

    for number in (1, 404):
        with pytest.raises(Unknown) as caught:
            town.do(person, looking.status, number, asked(person))
        assert caught.value.key == "refusal-no-dispute"
