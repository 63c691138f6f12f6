"""The public board shows what a group may see, and nothing else; it needs no script."""

import re
from dataclasses import replace

import pytest

from bot import board
from governance.directory import ChatKind
from governance.resolutions.resolution import Contest
from governance.resolutions.states import ResolutionStatus
from tests.bot.doors import LIBRARY
from tests.services.disclosures.accounts import corrected, owes, published
from tests.services.resolutions.promises import TEXT, drafted, in_force
from tests.services.town import AT, CHEN

LANGUAGES = pytest.mark.parametrize("file", ["index.html", "en.html"])
PHONE = "13812345678"


def pages(town):
    with town.work(0) as work:
        return board.drawn(town.roll, work.connection, LIBRARY)


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
def test_an_edition_stands_on_it_as_it_was_signed_the_newest_first(town, file):
    corrected(town, published(town))

    page = pages(town)[file].split('id="board-rates"')[0]

    assert page.count("2026-001") == 1
    assert page.count("<article>") == 1


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
    assert page.count("<h2 ") == 4
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
