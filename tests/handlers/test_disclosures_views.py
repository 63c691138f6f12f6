"""How the programme looks: to everybody in the group and in private, to those who act."""

from datetime import date

import pytest

from governance.disclosures.edition import Edition
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionStatus
from governance.programme import Occasion
from handlers.buttons import VerbPress
from services.disclosures import events
from tests.handlers.showing import presses, show, taps
from tests.services.disclosures.programmes import (
    ask,
    begun,
    changed,
    edition,
    items,
    planned,
    stands,
    until,
)
from tests.services.resolutions.promises import in_force
from tests.services.town import CHEN, GROUP, HE, LI, LIU, WU

S = EditionStatus


def listing(town, shown="calendar", chat=LI, start=0, day="2026-11-30", **more):
    reader = chat if chat > 0 else LI
    return show(town, "disclosures", chat, reader=reader, list=shown, start=start, day=day, **more)


@pytest.fixture
def november(town):
    """A town in which the ledger of November is due."""
    begun(town)
    until(town, "2026-11-30")
    return town


def test_everybody_reads_what_is_due_by_which_office(november):
    shown = listing(november, chat=GROUP)

    assert "2026-12-10 前：居务收支总账（2026 年 11 月），由居（村）委会起草" in shown.text
    assert "没有迟的" in shown.text
    urls = [b.url.rpartition("=")[2] for row in shown.buttons for b in row]
    assert urls == ["w_archive", "w_coverage"]
    private = listing(november)
    assert presses(private) == [VerbPress("w", 0, "archive"), VerbPress("w", 0, "coverage")]


def test_what_is_absent_stands_first_in_words_that_nobody_misreads(november):
    until(november, "2026-12-12")
    text = listing(november, chat=GROUP, day="2026-12-12").text

    assert "有 1 项<b>应公开未公开</b>" in text
    first = text.splitlines()[2]
    assert first.startswith("⚠️ <b>应公开未公开</b>：居务收支总账（2026 年 11 月）")
    english = listing(november, chat=LI, day="2026-12-12", language="en").text
    assert "Due and not shown</b>: Accounts of the month (2026-11), by 2026-12-10" in english


def test_a_promise_is_called_by_its_resolution(town):
    in_force(town)

    assert "2026-12-07 前：决议1 第 1 项：落实结果，由网格员起草" in listing(town).text


def test_what_is_paused_is_shown_with_its_reason_and_no_day(november):
    changed(november, "pause", CHEN, WU)
    text = listing(november, chat=GROUP).text

    assert "⏸ 居务收支总账（2026 年 11 月），暂停中" in text
    assert "⏸ 居务收支总账：2026-11-30 起暂停" in text
    assert "账本在核对" in text
    changed(november, "retire", WU, CHEN)
    assert "⏹ 居务收支总账：2026-11-30 起不再公开" in listing(november, chat=GROUP).text


def test_who_acts_finds_his_worksheets_and_what_can_be_begun(november):
    found = edition(november)
    mine = listing(november, chat=HE)
    assert VerbPress("w", found.id, "open") in presses(mine)
    assert VerbPress("w", 0, "event=policy") in presses(mine)
    assert VerbPress("w", 0, "items") in presses(mine)
    assert VerbPress("w", found.id, "open") in presses(listing(november, chat=WU))
    for other in (LI, LIU):
        verbs = {p.verb for p in presses(listing(november, chat=other))}
        assert verbs == {"archive", "coverage"}


def test_the_archive_has_serial_and_version(november):
    assert "还没有" in listing(november, "archive").text
    stands(november, edition(november), serial="2026-031")
    shown = listing(november, "archive", chat=GROUP)

    assert "2026-11-30 公示 2026-031 第1版 居务收支总账（2026 年 11 月） · 已公开" in shown.text
    assert not presses(shown)


def test_the_archive_leads_each_reader_to_what_is_for_him(november):
    stands(november, edition(november), serial="2026-031")
    leads = VerbPress("w", edition(november).id, "again")

    assert presses(listing(november, "archive"))[0] == leads
    assert taps(listing(november, "archive"))[0].startswith("2026-031-1 居务收支总账")
    items(november, "ledger", chats=("building",))
    assert leads not in presses(listing(november, "archive"))
    assert leads in presses(listing(november, "archive", chat=WU))


def test_the_coverage_names_what_had_nothing(november):
    stands(november, edition(november))
    shown = listing(november, "coverage")

    assert "2026 年第 4 季度公开了什么" in shown.text
    assert "有 6 类没有公开" in shown.text
    assert "✓ 日常财务：1 次" in shown.text
    assert "✗ 惠民政策：没有" in shown.text
    before = listing(november, "coverage", start=1)
    assert "2026 年第 3 季度" in before.text
    assert VerbPress("w", 0, "coverage") in presses(before)
    assert VerbPress("w", 0, "coverage") not in presses(shown)
    assert not presses(listing(november, "coverage", chat=GROUP))


def test_the_items_are_for_those_who_change_them(november):
    ask(november, CHEN, "pause")
    shown = listing(november, "items", chat=WU)

    assert "居务收支总账（财务，日常财务），由居（村）委会起草，有申请在等答复" in shown.text
    assert VerbPress("w", 0, "change=ledger") in presses(shown)
    for other in (LI, LIU):
        assert "只给居（村）委会和监督委员会看" in listing(november, "items", chat=other).text


def worksheet(town, reader, item="ledger", **more):
    subject = f"disclosure-work:{edition(town, item).id}:{reader}"
    return show(town, "disclosure-work", reader, subject=subject, reader=reader, **more)


def test_a_worksheet_says_what_is_due_and_by_whom(november):
    shown = worksheet(november, HE)

    assert "居务收支总账（2026 年 11 月）</b> · 还没动笔" in shown.text
    assert "请在 <b>2026-12-10</b> 前公开" in shown.text
    assert "起草：何副主任 · 批准：陈主任、何副主任" in shown.text
    assert "一个月的收入和支出" in shown.text
    english = worksheet(november, HE, language="en").text
    assert "To be shown by <b>2026-12-10</b>" in english


def test_the_worksheet_is_for_those_who_write_what_is_signed_has_a_card_of_its_own(november):
    def verbs(reader):
        return [p.verb for p in presses(worksheet(november, reader))]

    assert verbs(HE) == ["begin"]
    assert verbs(CHEN) == []  # 何副主任 writes it
    stands(november, edition(november), S.DRAFT, drafters=("he",))
    assert verbs(HE) == ["begin", "submit"]
    stands(november, edition(november), S.IN_REVIEW, drafters=("he",))
    assert [verbs(reader) for reader in (HE, CHEN, WU)] == [[], [], []]
    stands(november, edition(november), S.PUBLISHED, drafters=("he",))
    assert verbs(HE) == ["correct"]
    assert "前公开" not in worksheet(november, HE).text  # it is owed no more


def test_party_affairs_have_buttons_for_the_authorised_account_alone(town):
    items(town, "party", occasion=Occasion.EVENT, rule="")
    begun(town, "party")
    talk = town.do(CHEN, events.begin, "party")
    town.say(CHEN, "主题党日")
    town.answer(CHEN, "submit", dialogue_id=talk.id)

    assert [p.verb for p in presses(worksheet(town, CHEN, "party"))] == ["begin"]
    assert presses(worksheet(town, HE, "party")) == []
    assert "一个字也不加" in worksheet(town, CHEN, "party").text


def test_a_worksheet_of_what_is_gone_or_corrected_says_so(november):
    stands(november, edition(november), S.DRAFT, why="金额错了")
    assert "更正的理由：金额错了" in worksheet(november, HE).text
    changed(november, "pause", CHEN, WU)
    assert "暂停中" in worksheet(november, HE).text
    planned(november, disclosures=())
    assert "已经不在公开目录里" in worksheet(november, HE).text
    assert "—" in told(november, "programme-remind", HE, days=1).text


def told(town, key, chat, **facts):
    reader = chat if chat > 0 else LI
    about = {"edition": edition(town).id, "editions": str(edition(town).id)}
    return show(town, key, chat, reader=reader, **about, **facts)


def test_a_reminder_leads_to_the_worksheet(november):
    shown = told(november, "programme-remind", HE, days=3)

    assert "还有 3 天就要公开：居务收支总账（2026 年 11 月）（2026-12-10 前）" in shown.text
    assert presses(shown) == [VerbPress("w", edition(november).id, "open")]
    assert taps(shown) == ["打开"]


def test_what_is_absent_is_said_in_the_group_without_buttons(november):
    shown = told(november, "programme-absent", GROUP)

    assert "应公开未公开</b>：居务收支总账（2026 年 11 月）" in shown.text
    assert "由居（村）委会起草" in shown.text
    assert shown.buttons == ()
    assert presses(told(november, "programme-absent", WU))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_what_is_absent_on_the_same_day_is_one_list(november, language):
    begun(november, "facilities")
    with november.work(0) as work:
        made = work.disclosures.add(
            Edition(item="policy", occasion="医保缴费", due=date(2026, 12, 8))
        )
    both = f"{edition(november).id},{made.id}"
    shown = show(november, "programme-absent", GROUP, editions=both, language=language)
    mine = show(november, "programme-absent", WU, reader=WU, editions=both, language=language)

    assert (shown.text.count("⚠️"), shown.text.count("·")) == (1, 2)
    assert "医保缴费" in shown.text
    assert "2026-12-08" in shown.text
    assert (shown.buttons, len(presses(mine))) == ([], 2)
    assert all(len(tap) > 2 for tap in taps(mine))


def test_a_change_is_before_the_other_side_alone(november):
    made = ask(november, CHEN, "pause")

    def card(reader):
        subject = f"programme-change:{made.id}:{reader}"
        return show(november, "programme-change", reader, subject=subject, reader=reader)

    assert "陈主任申请暂停公开" in card(WU).text
    assert [p.verb for p in presses(card(WU))] == ["confirm", "refuse"]
    for other in (HE, LIU, LI):
        assert presses(card(other)) == []
    decided = show(november, "programme-decided", HE, reader=HE, change=made.id)
    assert "没有同意" in decided.text


def test_a_talk_about_an_item_bears_its_name(november):
    talk = november.do(HE, events.begin, "policy")
    shown = show(november, "dialogue", HE, subject=f"dialogue:{talk.id}", reader=HE)

    assert "惠民政策" in shown.text
    assert "是什么事" in shown.text


@pytest.mark.parametrize(("on", "wanted"), [("yes", 0), ("no", 1)])
def test_the_tap_of_a_subscription_changes_it(town, on, wanted):
    shown = show(town, "subscribe", LI, on=on)

    assert presses(shown) == [VerbPress("w", wanted, "subscribe")]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 2, 1), date(2026, 3, 1), "2026 年 2 月"),
        (date(2026, 4, 1), date(2026, 7, 1), "2026 年第 2 季度"),
        (date(2026, 1, 1), date(2027, 1, 1), "2026 年"),
        (date(2025, 12, 1), date(2026, 12, 1), "2025-12-01 至 2026-11-30"),
        (date(2026, 2, 1), date(2026, 5, 1), "2026-02-01 至 2026-04-30"),
        (date(2026, 2, 28), date(2026, 3, 31), "2026-02-28 至 2026-03-30"),
        (date(2026, 1, 1), date(2026, 7, 1), "2026-01-01 至 2026-06-30"),
        (date(2026, 3, 2), date(2026, 3, 9), "2026-03-02 至 2026-03-08"),
    ],
)
def test_a_period_is_called_as_people_call_it(town, start, end, words):
    begun(town)
    with town.work(0) as work:
        made = work.disclosures.add(Edition(item="ledger", period=Period(start, end), due=end))
    text = show(town, "programme-absent", GROUP, editions=str(made.id)).text

    assert f"（{words}）" in text
