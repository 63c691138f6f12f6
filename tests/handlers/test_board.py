"""The public board shows what a group may see, and nothing else; it needs no script."""

import re
from dataclasses import replace

import pytest

from bot import board
from governance.deliberations.states import TopicStatus
from governance.directory import ChatKind
from governance.disclosures.readers import Understood
from governance.disclosures.states import ProgrammeAction
from governance.resolutions.resolution import Contest
from governance.resolutions.states import ResolutionStatus, Stage
from services.disclosures import reading
from tests.bot.doors import LIBRARY
from tests.services.disclosures import projecting, questions
from tests.services.disclosures.accounts import (
    APRIL,
    approved,
    april,
    corrected,
    owes,
    published,
)
from tests.services.disclosures.programmes import begun, changed, items, until
from tests.services.resolutions.promises import (
    TEXT,
    agreed,
    carried_out,
    drafted,
    in_force,
    report,
)
from tests.services.town import AT, CHEN, LI, WU

LANGUAGES = pytest.mark.parametrize("file", ["index.html", "en.html"])
PHONE = "13812345678"
OWED = {
    "index.html": "<b>应公开未公开</b>：居务收支总账",
    "en.html": "<b>Due and not shown</b>: Accounts",
}
TOPICS = {
    TopicStatus.CONSENSUS: "楼道灯换不换",
    TopicStatus.DISCUSSION: "大门要不要装刷卡",
    TopicStatus.REJECTED: "不归我们管的事",
}


def pages(town):
    with town.work(0) as work:
        return board.drawn(town.roll, work.connection, LIBRARY, town.now)


def shown(town, file):
    """Return the part of a page that has the editions."""
    return pages(town)[file].split('id="board-disclosures"')[1].split('id="board-understood"')[0]


def put(town, **changes):
    with town.work(0) as work:
        work.resolutions.save(replace(work.resolutions.get(1), **changes))


@LANGUAGES
def test_a_resolution_in_force_stands_on_it_with_its_topic_and_the_rate(town, file):
    in_force(town)

    page = pages(town)[file]

    assert TEXT[:6] in page
    assert page.count("<article>") >= 2  # the rate, and the resolution


def test_what_a_few_neighbours_talk_over_and_resolve_stands_on_no_board(town):
    in_force(town)
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(1), node="building:b3"))
    topic = agreed(town, TopicStatus.DISCUSSION, node="building:b3")

    assert topic == 2
    for part in ("board-topics", "board-resolutions"):
        assert TEXT[:6] not in article(town, part)
        assert "议题" not in article(town, part)


def article(town, key, file="index.html"):
    """Return one part of a page as it is read: its articles without markup."""
    part = pages(town)[file].split(f'id="{key}"')[1].split("</section>")[0]
    return re.sub(r"<[^>]*>", "", part)


def test_how_far_a_promise_has_come_and_what_became_of_all_is_said_in_figures(town):
    in_force(town)
    report(town, text="线已布好", progress="50")
    assert "1. 王师傅：装刷卡，2026-11-30 前办成" in article(town, "board-resolutions")
    assert "进度 50%\n总进度 50%" in article(town, "board-resolutions")
    assert "答应 1 项，办成 0 项（其中晚了 0 项）" in article(town, "board-rates")

    carried_out(town)

    assert "总进度 100%" in article(town, "board-resolutions")
    assert "答应 1 项，办成 1 项（其中晚了 0 项）" in article(town, "board-rates")
    assert "of 1 promises 1 were kept" in article(town, "board-rates", "en.html")


def test_a_topic_stands_on_it_with_what_is_talked_over_and_how_it_stands(town):
    for status, text in TOPICS.items():
        topic = agreed(town, status)
        with town.work(0) as work:
            work.topics.save(replace(work.topics.get(topic), text=text))

    chinese, english = article(town, "board-topics"), article(town, "board-topics", "en.html")

    # the one that is being talked over stands before the one that is decided
    assert 0 < chinese.index("大门要不要装刷卡") < chinese.index("楼道灯换不换")
    assert "议题2 / T2 · 协商中" in chinese
    assert "Topic 2 / T2 · under discussion" in english
    assert "发言：赞成 1，反对 0，有条件赞成 0" in chinese
    assert "不归我们管的事" not in chinese + english


@LANGUAGES
def test_an_edition_stands_on_it_as_it_was_signed_and_what_corrects_it_not_before_it_is(
    town, file
):
    corrected(town, published(town))

    page = shown(town, file)

    assert page.count("2026-001") == 1
    assert page.count("<article>") == 1


@LANGUAGES
def test_of_two_editions_the_newest_stands_first_and_none_before_it_is_published(town, file):
    published(town)
    approved(town, april(), period=APRIL)
    assert ("2026-001" in shown(town, file), "2026-002" in shown(town, file)) == (True, False)
    town.ring("edition_publish")

    page = shown(town, file)

    assert 0 < page.index("2026-002") < page.index("2026-001")


@LANGUAGES
def test_the_answers_stand_beneath_the_edition_and_nobody_is_named(town, file):
    published(town)
    questions.ask(town, LI)
    questions.answer(town)

    page = shown(town, file)

    assert page.count("<article>") == 2
    assert page.index("2026-001") < page.index(questions.ANSWER)
    assert questions.ASKED not in page


def test_what_was_understood_is_counted_once_enough_have_said_so(town):
    published(town)
    questions.ask(town, LI)
    for person in range(6001, 6005):
        town.do(person, reading.say, 1, Understood.YES)
    page = pages(town)["index.html"]
    assert ("还不到 5 次" in page, "看懂了 4 次" in page) == (True, False)
    town.do(LI, reading.say, 1, Understood.NO)

    page = pages(town)["index.html"]

    assert "现在公示着的 1 份" in page
    assert "看懂了 4 次，没看懂 1 次" in page
    assert "疑问 1 条：按时答复 0 条，过期的 0 条，还没到日子的 1 条" in page


@LANGUAGES
def test_what_should_have_been_shown_and_was_not_stands_on_it_first(town, file):
    begun(town)
    until(town, "2026-12-10")
    owed = OWED[file]
    assert owed not in pages(town)[file]
    until(town, "2026-12-12")

    page = pages(town)[file].split('id="board-disclosures"')[0]

    assert owed in page
    assert "2026-12-10" in page
    items(town, "ledger", chats=(ChatKind.BUILDING,))
    assert owed not in pages(town)[file]


def test_what_a_pause_puts_off_is_not_said_to_be_missing(town):
    begun(town)
    changed(town, ProgrammeAction.PAUSE, CHEN, WU)
    until(town, "2026-12-12")

    assert "居务收支总账" not in article(town, "board-owed")


@LANGUAGES
def test_what_one_building_alone_reads_is_not_on_it(town, file):
    owes(town, chats=(ChatKind.BUILDING,))
    published(town)

    assert "2026-001" not in pages(town)[file]


@LANGUAGES
def test_what_is_only_drafted_is_not_on_it(town, file):
    drafted(town)

    assert TEXT[:6] not in pages(town)[file].split('id="board-topics"')[0]


@LANGUAGES
def test_no_phone_no_photo_no_script_no_button_and_no_mark_of_ours_is_on_it(town, file):
    in_force(town)
    said = f"<script>alert(1)</script> {PHONE}"
    put(town, text=said, contests=(Contest(person=CHEN, at=AT, text=said),))

    page = pages(town)[file]

    assert "&lt;script&gt;" in page
    assert PHONE not in page
    assert re.findall(r"<(?:script|img|form|button|input|iframe|object)", page) == []
    assert "callback" not in page


@LANGUAGES
def test_no_photo_that_was_sent_for_it_is_on_it_nor_where_one_is(town, file):
    projecting.in_force(town)
    projecting.opened(town, Stage.BEFORE)
    projecting.show(town, Stage.BEFORE, photo="photo-3")
    report(town, photo="photo-1")
    carried_out(town)  # with photo-9, as he reported it done

    page = pages(town)[file]

    assert "2026-001" in page
    assert "100%" in page
    assert re.findall(r"photo-\d|<img|url\(|data:|srcset|<svg", page) == []


@pytest.mark.parametrize("status", sorted({"drafted", "legal-checked"}))
def test_no_status_before_publication_lets_a_resolution_on_it(town, status):
    in_force(town)
    put(town, status=ResolutionStatus(status))

    assert TEXT[:6] not in pages(town)["index.html"].split('id="board-topics"')[0]


@LANGUAGES
def test_an_empty_board_says_so_and_leads_to_the_other_language(town, file):
    page = pages(town)[file]

    assert page.count("<article>") == 0
    assert page.count("<h2 ") == 6
    assert ('href="en.html"' in page) is (file == "index.html")


async def test_it_is_served_to_whoever_reads_and_looked_up_seldom():
    looked, now = [], [0.0]

    async def look():
        looked.append(now[0])
        return {"index.html": f"as at {now[0]}", "en.html": "x"}

    site = board.site(look, lambda: now[0])
    there = await ask(site, "/")
    again = await ask(site, "/en.html")
    now[0] += board.FRESH_SECONDS
    later = await ask(site, "/index.html")

    assert there == (200, "as at 0.0")
    assert again == (200, "x")
    assert later == (200, "as at 30.0")
    assert looked == [0.0, 30.0]
    assert (await ask(site, "/linli.db"))[0] == 404
    assert (await ask(site, "/", "POST"))[0] == 405


async def ask(site, path, method="GET"):
    """Ask a site as a web server does."""
    told = []
    asked = {"type": "http", "path": path, "method": method, "headers": [], "query_string": b""}

    async def heard():
        return {"type": "http.request", "body": b""}

    async def said(message):
        told.append(message)

    await site(asked, heard, said)
    return told[0]["status"], told[1]["body"].decode()
