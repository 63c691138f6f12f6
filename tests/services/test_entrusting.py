import pytest

from governance.refusals import Unknown
from services import entrusting
from services.hearing import Asked
from tests.services.town import GROUP, LI

HERE = Asked(chat=GROUP, message=7)


@pytest.mark.parametrize("number", [0, 1])
def test_everybody_reads_the_list_and_each_power_where_it_was_asked_for(town, number):
    town.do(LI, entrusting.show, number, HERE)

    assert (town.told(), town.facts("powers")) == ([("powers", GROUP)], {"number": number})


def test_a_button_is_answered_in_private_and_what_is_not_listed_is_refused(town):
    last = len(town.community.small_powers)
    town.do(LI, entrusting.page, last)

    assert town.told() == [("powers", LI)]
    with pytest.raises(Unknown):
        town.do(LI, entrusting.page, last + 1)
