import pytest

from governance import consent as five
from governance.consent import Consent
from services import consent, residents, talks
from services.hearing import Asked
from tests.services.joining import agreed, private
from tests.services.town import AT, GROUP, LI, LIFT


def test_the_five_lines_can_be_read_again_in_private_only(town):
    town.do(LI, consent.read, private(LI))
    here = town.told()
    town.do(LI, consent.read, Asked(chat=GROUP, message=7))

    assert here == [(f"privacy:{LI}:0", LI)]
    assert town.facts("in-private") == {"token": "r_privacy"}


def test_consent_is_remembered_with_its_version_and_time_and_only_once(town):
    agreed(town)
    town.do(LI, consent.by_tap)

    with town.work(0) as work:
        assert work.residents.consent(LI) == Consent(version=five.VERSION, at=AT, given=True)
    assert town.audit() == []


def test_consent_is_taken_back_as_easily_as_it_was_given(town):
    agreed(town)

    town.do(LI, consent.take_back)
    town.do(LI, consent.take_back)

    assert not town.do(LI, consent.stands, LI)
    town.do(LI, residents.arrive, private(LI))
    assert town.told() == [(f"consent:{LI}:join:0", LI)]


@pytest.mark.parametrize("answer", [agreed, lambda town: town.do(LI, consent.take_back)])
def test_every_card_that_asked_is_drawn_anew_by_the_answer(town, answer):
    if answer is not agreed:
        agreed(town)
    town.do(LI, consent.read, private(LI))
    with town.work(LI) as work:
        consent.ask(work, consent.START)
        consent.ask(work, consent.JOIN)
        consent.lay_out(work, LI)
    asked = set(town.told())

    answer(town)

    assert len(asked) == 4
    assert asked <= set(town.told())


def test_taking_back_what_was_never_given_notes_nothing(town):
    town.do(LI, consent.take_back)

    assert town.audit() == []
    assert town.told() == [("consent-taken-back", LI)]


def test_a_report_in_a_group_is_filed_and_asks_once_in_private_afterwards(town):
    with town.work(LI) as work:
        work.people.reach(LI, reachable=True)
    town.report()
    first = town.fresh()
    town.report(text="三号楼电梯门口漏水漏了两天", message=8)
    second = town.fresh()
    agreed(town)
    town.report(text="三号楼门口垃圾堆了三天没人清", message=9)

    asked = (f"consent:{LI}:0", LI)
    assert town.case().chat == GROUP
    assert asked in first
    assert asked not in second
    assert asked not in town.told()


def test_the_tap_that_files_a_first_report_carries_consent(town):
    town.report(LI, chat=LI, text="太吵了", reading=LIFT, asked=False)
    before = town.do(LI, consent.stands, LI)
    for field, value in (("category", "noise"), ("building", "b3")):
        if not town.talk().text(field):
            town.answer(LI, field, value)
    town.answer(LI, talks.SUBMIT)

    assert not before
    assert town.do(LI, consent.stands, LI)


def led(town, case=1):
    with town.work(0) as work:
        return consent.leads(work, work.cases.get(case))


def test_the_first_receipt_of_a_stranger_in_a_group_leads_to_the_five_lines_once(town):
    town.report()
    town.report(text="三号楼电梯门口漏水漏了两天", message=8)

    assert (led(town), led(town, 2)) == (True, False)


def test_it_leads_there_no_more_once_they_were_answered(town):
    town.report()
    agreed(town)

    assert ("receipt:1:0", GROUP) in town.told()
    assert led(town) is False
    town.do(LI, consent.take_back)
    assert led(town) is False


@pytest.mark.parametrize(("chat", "reachable"), [(GROUP, True), (LI, None)])
def test_who_can_be_written_to_is_not_led_away_from_a_group(town, chat, reachable):
    town.report(chat=chat)
    if reachable:
        with town.work(LI) as work:
            work.people.reach(LI, reachable=True)

    assert led(town) is False


@pytest.mark.parametrize("chat", [GROUP, LI])
def test_who_never_opened_the_private_chat_or_reported_there_is_not_asked(town, chat):
    town.report(chat=chat)

    assert (f"consent:{LI}:0", LI) not in town.told()
