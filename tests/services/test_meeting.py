import pytest

from governance.consent import VERSION, Consent
from services import consent, directory, meeting, residents
from services.cases import finding
from tests.services.town import AT, LI, WANG

FIVE = (f"consent:{LI}:0", LI)


def reachable(town):
    with town.work(0) as work:
        return work.people.get(LI).reachable


@pytest.mark.parametrize("before", [None, False])
def test_whoever_comes_for_the_first_time_is_shown_the_five_lines_once(town, before):
    if before is not None:
        with town.work(LI) as work:
            work.people.reach(LI, reachable=before)
    town.do(LI, meeting.first, finding.progress)
    first = town.told()
    town.do(LI, meeting.first, finding.progress)

    assert (first, town.told(), reachable(town)) == ([FIVE], [], True)


@pytest.mark.parametrize("verb", [directory.start, residents.arrive, consent.read])
def test_a_verb_that_shows_them_itself_shows_them_alone(town, verb):
    town.do(LI, meeting.first, verb)

    assert (town.told(), reachable(town)) == ([], True)


def test_who_is_in_office_is_not_stopped_at_his_duty(town):
    town.do(WANG, meeting.first, finding.progress)

    assert town.told() == []


@pytest.mark.parametrize("given", [True, False])
def test_who_answered_them_before_is_not_shown_them_again(town, given):
    with town.work(LI) as work:
        work.residents.answer(LI, Consent(version=VERSION, at=AT, given=given))

    town.do(LI, meeting.first, finding.progress)

    assert town.told() == []
