"""Beneath a duty report: until when to ask, that everybody is asked, what came of it (F07)."""

from datetime import date

import pytest

from governance.disclosures.periods import Period
from governance.programme import Template
from handlers.views.shown import LONGEST
from services.disclosures import duties
from services.meetings import polling
from services.meetings.polling import Polled
from tests.handlers.showing import show, taps
from tests.handlers.test_edition_views import card
from tests.services.disclosures.accounts import ledger, published
from tests.services.disclosures.programmes import items
from tests.services.town import CHEN, GROUP

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
CAPTION = 1024  # what Telegram lets stand under a photo


@pytest.fixture
def reported(town):
    """A report of duties, as far as its card is concerned."""
    published(town)
    items(town, "ledger", template=Template.DUTIES)
    with town.work(0) as work:
        duties.wake(work, work.disclosures.get(1))
    return town


def survey(town, *counts):
    town.ring("duties_survey")
    if counts:
        told = Polled(sounding=1, poll="p", chat=GROUP, message=9)
        town.do(0, polling.stands, told)
        answers = Polled(poll="p", counts=counts, answered=sum(counts))
        town.do(0, polling.counted, answers)


def test_the_card_says_the_last_day_then_what_is_asked_then_what_came_of_it(reported):
    said = [card(reported).text]
    survey(reported, 12, 5, 1)
    said.append(card(reported).text)
    reported.ring("sounding_end")
    said.append(card(reported).text)

    assert "可以提问到 2026-11-" in said[0]
    assert "正在全社区的群里征求意见（不是决议，也不是考核）" in said[1]
    assert "可以提问到" not in said[1]
    result = "满意 12、基本满意 5、不满意 1。登记的居民 0 人，18 人答了。正式考核另外进行"
    assert result in said[2]
    assert all(said[0].startswith(each[:40]) for each in said)  # it stands beneath, not above


def test_whoever_is_asked_reads_the_days_of_the_report(town):
    year = Period(date(2025, 12, 1), date(2026, 12, 1))
    published(town, ledger(period=year), period=year)
    items(town, "ledger", template=Template.DUTIES)
    with town.work(0) as work:
        duties.wake(work, work.disclosures.get(1))
    survey(town, 3, 2, 1)
    asked = show(town, "poll", GROUP, reader=GROUP, sounding=1)
    town.ring("sounding_end")
    told = show(town, "survey-result", GROUP, reader=GROUP, sounding=1)
    assert ["2025-12-01 至 2026-11-30" in each.text for each in (asked, told)] == [True, True]


@LANGUAGES
def test_the_group_reads_the_result_with_what_it_is_not(reported, language):
    survey(reported, 3, 2, 1)
    reported.ring("sounding_end")
    shown = show(reported, "survey-result", GROUP, reader=GROUP, sounding=1, language=language)
    zh = "不是决议，也不是考核" in shown.text and "基本满意：2" in shown.text

    assert zh or "neither a decision nor an appraisal" in shown.text
    assert "3" in shown.text
    assert len(card(reported, language=language).text) <= CAPTION


def test_the_poll_asks_in_words_and_the_list_offers_nobody_to_call_it_off(reported):
    survey(reported)
    asked = show(reported, "poll", GROUP, reader=GROUP, sounding=1)
    listed = show(reported, "meetings", CHEN, reader=CHEN)

    assert asked.poll == ("满意", "基本满意", "不满意")
    assert "征求意见，不是决议" in asked.text
    assert "您满意吗" in asked.text
    assert "您满意吗" in listed.text
    assert not any("撤回" in tap for tap in taps(listed))
    assert len(listed.text) <= LONGEST


def test_a_survey_whose_counts_nobody_told_says_so(reported):
    survey(reported)
    reported.ring("sounding_close")

    assert "没有结果" in card(reported).text
