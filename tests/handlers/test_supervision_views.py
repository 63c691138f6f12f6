"""How the desk of supervision looks, and how its words are read by those they are for."""

from datetime import timedelta

import pytest

from governance.cases import CaseAction
from governance.supervision import Matter
from handlers.buttons import VerbPress
from services.supervision import acting, looking
from services.supervision.finding import List
from tests.handlers.showing import presses, show, taps
from tests.services.ballots.booth import draft
from tests.services.disclosures.accounts import approved
from tests.services.disclosures.programmes import edition, until
from tests.services.resolutions.promises import drafted, in_force, press
from tests.services.supervision.speaking import REPLY, SAID, close, give, measure, overdue
from tests.services.town import CHEN, GROUP, LI, WANG, WU

M = Matter


def now(town):
    return int(town.now.timestamp() * 1000)


def desk(town, shown=looking.FIRST, start=0, language="zh-CN"):
    return show(
        town, "supervise", WU, reader=WU, language=language, list=shown, start=start, now=now(town)
    )


def accepted(town):
    """Let a case be reported and accepted."""
    town.report()
    town.act(WANG, CaseAction.ACCEPT)
    return town


def looked(town, matter, about):
    return show(town, "supervise-matter", WU, reader=WU, matter=matter, about=about, now=now(town))


@pytest.fixture
def late(town):
    """A town whose ledger is absent, and supervision has asked why; nobody replied."""
    give(town, overdue(town).id)
    until(town, "2026-12-17")
    return town


def test_the_desk_counts_what_lies_before_supervision(late):
    shown = desk(late)

    assert "· 逾期：1 件" in shown.text
    assert "等答复：1 条，其中 <b>逾期未答复 1 条</b>" in shown.text
    assert presses(shown) == [VerbPress("u", 0, each) for each in List]


def test_what_is_late_is_named_with_its_day_and_opens(late):
    shown = desk(late, List.OVERDUE)

    assert "· 居务收支总账（2026 年 11 月），应在 2026-12-10 前" in shown.text
    assert presses(shown)[0] == VerbPress("u", edition(late).id, "look=disclosure")


def test_the_audit_names_a_disclosure_and_what_was_done_with_it(town):
    approved(town)
    text = desk(town, List.AUDIT).text

    assert "· 提交 · 2026-001" in text
    assert "edition" not in text


@pytest.mark.parametrize("shown", [List.RETURNED, List.OBJECTIONS, List.DOUBTED])
def test_where_nothing_lies_it_says_so(late, shown):
    assert "没有" in desk(late, shown).text


def test_a_missing_reply_stands_first_in_the_list_of_opinions(late):
    give(late, edition(late).id, days="15")
    lines = desk(late, List.OPINIONS).text.splitlines()

    assert lines[1].startswith("· 监督1：")
    assert lines[1].endswith("逾期没有答复")
    assert lines[2].startswith("· 监督2：")


def test_a_long_list_is_turned_page_by_page(late):
    for _ in range(9):
        give(late, edition(late).id)
    first, second = desk(late, List.OPINIONS), desk(late, List.OPINIONS, 8)

    assert VerbPress("u", 8, "opinions") in presses(first)
    assert VerbPress("u", 0, "opinions") in presses(second)
    assert len(second.text.splitlines()) == 3


def test_the_audit_names_matters_and_no_person(town):
    working = accepted(town)
    in_force(working)
    text = desk(working, List.AUDIT).text

    assert "· 派单 · #1 电梯 ·" in text
    assert "· 反映一件事 · #1 电梯 ·" in desk(working, List.AUDIT, 15).text
    assert f"p{LI}" not in text
    assert VerbPress("u", 15, "audit") in presses(desk(working, List.AUDIT))


def test_what_lapsed_is_the_clocks(late):
    lines = desk(late, List.LAPSED).text.splitlines()

    assert [line.split(" · ")[2] for line in lines[1:]] == ["监督意见逾期没有答复", "应公开未公开"]
    assert all(line.endswith("clock") for line in lines[1:])


def test_no_button_of_supervision_edits_anything(late):
    """All that it can press is to look, to remind, to give an opinion, or to open (F03)."""
    every = [desk(late), *(desk(late, each) for each in List)]
    every.append(looked(late, M.DISCLOSURE, edition(late).id))
    verbs = {p.verb.partition("=")[0] for shown in every for p in presses(shown)}

    assert verbs - set(List) == {"look", "measure", "remind", "opinion", "open"}


def test_supervision_sends_back_only_where_the_table_lets_it(town):
    drafted(town)
    back = VerbPress("v", 1, "return")
    assert back not in presses(looked(town, M.RESOLUTION, 1))  # not handed in yet
    press(town, CHEN, "hand-in")
    assert back in presses(looked(town, M.RESOLUTION, 1))
    press(town, WU, "check")

    assert back not in presses(looked(town, M.RESOLUTION, 1))
    assert "退回" not in taps(looked(town, M.TOPIC, 1))


def test_an_edition_is_sent_back_where_its_table_lets_supervision(town):
    signed = approved(town)
    back = VerbPress("p", signed.id, "object")
    assert back in presses(looked(town, M.DISCLOSURE, signed.id))
    # and leads to the card that is signed
    assert VerbPress("w", signed.id, "open") in presses(looked(town, M.DISCLOSURE, signed.id))

    town.now += timedelta(days=9)
    town.ring("edition_publish")
    assert back not in presses(looked(town, M.DISCLOSURE, signed.id))


def test_the_draft_of_a_resolution_is_called_by_its_number_alone(town):
    drafted(town)

    assert looked(town, M.RESOLUTION, 1).text.splitlines()[0] == "<b>决议1</b>"


def test_a_ballot_and_a_case_have_their_numbers(town):
    working = accepted(town)
    made = draft(working)

    assert "<b>表决1 / B1</b>" in looked(working, M.BALLOT, made.id).text
    assert presses(looked(working, M.CASE, 1))[2] == VerbPress("k", 1, "history")


def test_each_side_has_its_own_tap_under_an_opinion(late):
    def card(reader):
        return show(late, "measure", reader, subject=f"measure:1:{reader}", reader=reader)

    assert (taps(card(CHEN)), taps(card(WU))) == (["答复"], ["撤回"])
    assert SAID in looked(late, M.DISCLOSURE, edition(late).id).text
    assert (SAID in card(CHEN).text, "逾期没有答复" in card(CHEN).text) == (True, True)
    close(late, measure(late))
    assert (taps(card(CHEN)), REPLY in card(CHEN).text) == ([], True)
    assert "迟了 2 天才答复" in card(WU).text


def test_the_group_hears_that_there_is_no_reply_and_how_to_read_the_opinion(late):
    shown = show(late, "measure-missing", GROUP, reader=0, measure=1)

    assert "到今天没有答复" in shown.text
    assert "/history 监督1" in shown.text
    assert (SAID in shown.text, shown.buttons) == (False, ())


def test_what_is_told_in_private_leads_there(late):
    found = edition(late)
    reminder = late.do(WU, acting.remind, M.DISCLOSURE, found.id)
    shown = show(late, "supervise-reminded", CHEN, reader=CHEN, measure=reminder.id)
    assert presses(shown) == [VerbPress("w", found.id, "open")]
    shown = show(late, "measure-due", CHEN, reader=CHEN, measure=1)
    assert presses(shown) == [VerbPress("u", 1, "measure")]


def test_the_talks_are_held_under_the_name_of_the_matter(late):
    talk = late.do(WU, acting.begin, M.DISCLOSURE, edition(late).id)
    shown = show(late, "dialogue", WU, subject=f"dialogue:{talk.id}", reader=WU)
    assert "<b>监督意见</b>：居务收支总账（2026 年 11 月）" in shown.text
    talk = late.do(CHEN, acting.ask, 1, "answer")
    shown = show(late, "dialogue", CHEN, subject=f"dialogue:{talk.id}", reader=CHEN)
    assert "<b>答复监督意见</b>：居务收支总账（2026 年 11 月）" in shown.text


def test_in_ones_own_data_an_opinion_that_is_being_written_has_its_name(late):
    late.do(WU, acting.begin, M.DISCLOSURE, edition(late).id)
    late.say(WU, SAID)
    shown = show(late, "mydata", WU, reader=WU, page=0)

    assert SAID in shown.text


def powers(town, number=0, chat=LI, language="zh-CN"):
    return show(town, "powers", chat, language=language, number=number)


def test_the_list_of_small_powers_is_everybodys(town):
    shown = powers(town)

    assert "5. 居务公开" in shown.text
    assert presses(shown)[4] == VerbPress("u", 5, "power")
    assert powers(town, chat=GROUP).buttons == []
    assert "5. Disclosure" in powers(town, language="en").text


def test_one_power_says_how_how_long_who_and_whom_to_complain_to(town):
    text = powers(town, 5, GROUP).text

    for each in (
        "1）一个人起草",
        "多久：公开日历",
        "谁负责：居（村）委会",
        "收支凭证",
        "监督意见",
    ):
        assert each in text
    assert "要带的：不用带什么" in powers(town, 1).text


def test_supervision_is_shown_what_stands_under_no_power(late):
    text = desk(late, List.UNMATCHED).text

    assert "· 把群接入机器人" in text
    assert "主持议题" not in text
