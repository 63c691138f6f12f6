from dataclasses import replace
from datetime import date, timedelta

import pytest

from governance.disclosures.contents import Fact, Report
from governance.disclosures.edition import Edition
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionStatus
from governance.meetings.states import SoundingStatus
from governance.notices import Kind
from governance.programme import Content, Item, Template
from governance.programme import Kind as ProgrammeKind
from governance.refusals import Refusal
from services.disclosures import carrying, duties, questioning
from services.meetings import polling, sounding
from services.meetings.polling import Polled
from tests.services.disclosures.programmes import at, planned, told, until
from tests.services.disclosures.writing import shown
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, LI, ZHANG

ITEM = Item(
    key="duties",
    names={"zh-CN": "年底述职"},
    kind=ProgrammeKind.RESIDENTS,
    content=Content.OTHER,
    template=Template.DUTIES,
)
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
REPORT = Report(
    headline="年底述职", facts=(Fact(number=1, name="done", text="修了楼道灯"),), subject="he"
)


@pytest.fixture
def reported(town):
    """A duty report that was shown on the second of November, at 9."""
    return report(town)


def report(town, item=ITEM, **more):
    with town.work(0) as work:
        file = [i for i in work.community.disclosures if i.key != item.key]
    planned(town, disclosures=(*file, item), **more)
    made = shown(town, REPORT, "duties", YEAR, occasion="he")
    with town.work(0) as work:
        found = replace(work.disclosures.get(made), serial="2026-001", published_at=town.now)
        found = work.disclosures.save(found)
        carrying.tell(work, found, [GROUP])
        duties.wake(work, found)
    return town


def surveys(town):
    with town.work(0) as work:
        return [s for s in work.soundings.standing(sorted(SoundingStatus)) if s.edition]


def ask(town, person=LI):
    return town.do(person, questioning.begin, 1)


def polls(heard):
    return [(d.key, d.address.chat) for d in heard if d.kind is Kind.ENQUIRY]


def refused(verb, *given):
    with pytest.raises(Refusal) as found:
        verb(*given)
    return found.value


def test_a_report_is_asked_about_until_its_last_day_and_no_longer(reported):
    at(reported, "2026-11-09", 23)
    talk = ask(reported)
    reported.answer(LI, "line", "1", talk.id)
    at(reported, "2026-11-10", 0)

    assert refused(ask, reported, ZHANG).facts == {"day": "2026-11-09"}
    # what was begun in time and is finished too late is late
    assert refused(reported.say, LI, "灯是谁修的").key == "refusal-duties-over"


def test_then_everybody_is_asked_once_and_the_answer_stands_beneath(reported):
    verified(reported, LI)
    with reported.work(0) as work:
        work.disclosures.add(Edition(item="duties", period=YEAR, occasion="chen"))
    heard = until(reported, "2026-11-09")
    assert polls(heard) == []
    heard = until(reported, "2026-11-10")

    assert polls(heard) == [("poll", GROUP)]
    [asked] = surveys(reported)
    assert (asked.edition, asked.topic, asked.roster) == (1, 0, 1)
    assert asked.options == ("well", "mostly", "not")
    assert asked.until - timedelta(days=7) == asked.at
    reported.do(0, polling.stands, Polled(sounding=asked.id, poll="p", chat=GROUP, message=9))
    reported.do(0, polling.counted, Polled(poll="p", counts=(3, 1, 1), answered=5))
    reported.ring("sounding_end")

    [asked] = surveys(reported)
    assert (asked.status, asked.counts, asked.answered) == (SoundingStatus.CLOSED, (3, 1, 1), 5)
    assert ("survey-result", GROUP) in reported.fresh()
    assert (f"disclosure:1:0:{GROUP}", GROUP) in reported.told()
    assert polls(until(reported, "2027-02-01")) == []


def test_whoever_is_asked_about_cannot_call_it_off(reported):
    until(reported, "2026-11-10")

    assert refused(reported.do, CHEN, sounding.press, 1).key == "refusal-survey-duties"


def test_a_poll_that_does_not_stand_is_told_to_the_committee(reported):
    until(reported, "2026-11-10")
    reported.do(0, polling.stands, Polled(sounding=1))

    assert ("duties-unposted", CHEN) in reported.fresh()


def test_more_days_in_the_file_put_the_survey_off(reported):
    planned(reported, disclosing=replace(reported.community.disclosing, question_days=10))

    assert polls(until(reported, "2026-11-12")) == []
    assert polls(until(reported, "2026-11-13")) == [("poll", GROUP)]


def corrected(town, status=EditionStatus.SUPERSEDED):
    with town.work(0) as work:
        old = work.disclosures.save(replace(work.disclosures.get(1), status=status))
        new = Edition(
            item="duties",
            period=YEAR,
            occasion="he",
            serial=old.serial,
            version=2,
            follows=1,
            status=EditionStatus.PUBLISHED,
            published_at=town.now + timedelta(days=5),
        )
        new = work.disclosures.add(new)
        carrying.tell(work, new, [GROUP])
        duties.wake(work, new)
        return duties.last_day(work, new)


def test_a_correction_keeps_the_days_and_is_what_everybody_is_asked_about(reported):
    assert corrected(reported) == date(2026, 11, 9)
    heard = until(reported, "2026-11-11")

    assert polls(heard) == [("poll", GROUP)]
    assert [s.edition for s in surveys(reported)] == [2]
    with reported.work(0) as work:
        both = [duties.asked(work, e).id for e in work.disclosures.of("duties")]
    assert both == [1, 1]
    reported.ring("sounding_close")
    assert (f"disclosure:2:0:{GROUP}", GROUP) in reported.told()


def test_nobody_is_asked_about_what_stands_no_more(reported):
    with reported.work(0) as work:
        gone = replace(work.disclosures.get(1), status=EditionStatus.ARCHIVED)
        work.disclosures.save(gone)

    assert polls(until(reported, "2026-11-10")) == []


@pytest.mark.parametrize("changed", [{"chats": ("building",)}, {"kind": ProgrammeKind.PARTY}])
def test_no_survey_leaves_the_audience_and_none_is_held_about_the_party(town, changed):
    heard = until(report(town, replace(ITEM, **changed)), "2026-11-10")

    assert polls(heard) == surveys(town) == []
    assert told(heard, "duties-unasked") == ([] if "kind" in changed else [3001, 3002])


def test_without_a_group_of_all_the_committee_hears_that_nobody_was_asked(town):
    heard = until(report(town, chats=()), "2026-11-10")

    assert polls(heard) == []
    assert CHEN in told(heard, "duties-unasked")


def test_other_editions_are_asked_about_for_as_long_as_they_stand(town):
    with town.work(0) as work:
        known = Edition(item="policy", serial="2026-002", published_at=town.now)
        assert duties.last_day(work, work.disclosures.add(known)) is None
