"""The public board shows what a group may see, and nothing else; it needs no script."""

import re
from dataclasses import replace

import pytest

from bot import board
from governance.directory import ChatKind
from governance.disclosures.readers import Understood
from governance.resolutions.resolution import Contest
from governance.resolutions.states import ResolutionStatus
from services.disclosures import reading
from tests.bot.doors import LIBRARY
from tests.services.disclosures import questions
from tests.services.disclosures.accounts import (
    APRIL,
    approved,
    april,
    corrected,
    owes,
    published,
)
from tests.services.disclosures.programmes import begun, items, until
from tests.services.resolutions.promises import TEXT, drafted, in_force
from tests.services.town import AT, CHEN, LI

LANGUAGES = pytest.mark.parametrize("file", ["index.html", "en.html"])
PHONE = "13812345678"
OWED = {
    "index.html": "<b>应公开未公开</b>：居务收支总账",
    "en.html": "<b>Due and not shown</b>: Accounts",
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
