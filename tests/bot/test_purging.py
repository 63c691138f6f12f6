"""What is too old goes, in batches and with one line; what is open, young or a proof stays."""

from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio
from sqlalchemy import func, insert, select, update

from bot.purging import purge
from governance.retention import Retention
from storage import audit, inbox, retention
from storage.against import CONTESTS
from storage.audit import AUDIT, DETAILS
from storage.ballots import PASSAGES as BALLOT_PASSAGES
from storage.cases import CASES
from storage.cases.tables import PASSAGES, REVISIONS
from storage.dialogues import DIALOGUES
from storage.flats import ACCOUNTS
from storage.inbox import DUES, INBOX
from storage.mediation import DISPUTES, ENTRIES
from storage.meetings import COMING
from storage.outbox import OUTBOX
from storage.relays import RELAYS
from storage.replies import ASKED, REPLIES
from storage.residents import RESIDENTS
from storage.roster import OWNERS, UNITS
from storage.rows import ms
from storage.statements import ANSWERS, STATEMENTS
from storage.topics import OBJECTIONS, SECONDS
from storage.votes import ENTERED, VOTERS, VOTES
from storage.votes import UNITS as BALLOT_UNITS
from tests.bot import doors
from tests.bot.doors import MONDAY
from tests.bot.stale import OLD, SAYS, YEARS, fill


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def town(request, tmp_path):
    """A town six years after a case was reported, talked about and closed."""
    on_server = request.param == "postgres"
    migrated = request.getfixturevalue("postgres").fresh() if on_server else None
    async with doors.opened(tmp_path, migrated) as town:
        await town.report()
        await town.unit(fill)
        town.house.clock.at = MONDAY + YEARS
        yield town


async def test_every_store_is_let_go_of_and_the_chain_holds(town):
    counts = await purge(town.house)

    assert counts.keys() == {rule.table for rule in retention.PURGED}
    assert (await town.rows(CASES.c.text, CASES.c.photo, CASES.c.behalf)) == [("—", "", "")]
    assert await town.rows(DIALOGUES.c.token) == [("t3",)]
    assert await town.rows(COMING.c.meeting_id) == [(2,)]
    assert {text for (text,) in await town.rows(RELAYS.c.text)} == {""}
    assert [status for (status,) in await town.rows(RESIDENTS.c.status)] == ["verified", "moved"]
    assert await town.rows(OWNERS.c.unit_id) == [(2,)]
    assert await town.rows(UNITS.c.roster_id) == [(2,)]
    assert {text for (text,) in await town.rows(PASSAGES.c.note)} == {""}
    assert {str(facts) for (facts,) in await town.rows(OUTBOX.c.facts)} == {"{}"}
    assert await town.rows(INBOX.c.update_id) == [(3,)]
    for column in (STATEMENTS.c.text, OBJECTIONS.c.text):
        assert sorted(await town.rows(column)) == [("",), ("吵",)]
    assert await town.rows(SECONDS.c.topic_id) == [(2,)]
    assert await town.rows(ANSWERS.c.statement_id) == [(2,)]
    for asked in (ASKED, REPLIES):
        assert await town.rows(asked.c.resolution_id) == [(2,)]
    assert sorted(await town.rows(CONTESTS.c.text)) == [("",), ("太贵",)]
    for of in (BALLOT_UNITS, VOTERS, VOTES, ENTERED):
        assert await town.rows(of.c.ballot_id) == [(2,)]
    objected = await town.rows(BALLOT_PASSAGES.c.ballot_id, BALLOT_PASSAGES.c.note)
    assert sorted(objected) == [(1, ""), (2, "漏了我家")]
    assert await town.rows(ACCOUNTS.c.owner) == [("A",)]
    verdict = await town.unit(lambda c: audit.verify(c, town.house.community_id))
    assert verdict.broken is None


async def test_an_error_that_quotes_what_people_wrote_goes_with_the_text(town):
    ours = {"kind": "card", "facts": {}, "status": "undeliverable"}  # a card has no text here
    await town.unit(lambda c: c.execute(update(OUTBOX).where(OUTBOX.c.id == 1).values(**ours)))
    await town.unit(lambda c: inbox.keep(c, 8, OLD, [inbox.Arrival(9, "5001", "{}")]))
    await town.unit(lambda c: inbox.bury(c, 8, 9, SAYS))
    errors = OUTBOX.c.error, INBOX.c.error
    before = [{error for (error,) in await town.rows(each)} for each in errors]

    await purge(town.house)

    assert before == [{SAYS}, {None, SAYS}]
    assert [{error for (error,) in await town.rows(each)} for each in errors] == [{None}, {None}]


async def test_an_error_that_is_young_stays(town):
    late = ms(MONDAY + YEARS - timedelta(days=1))
    await town.alter(OUTBOX, at=late)

    await purge(town.house)

    assert {error for (error,) in await town.rows(OUTBOX.c.error)} == {SAYS}


async def test_it_is_one_line_of_counts_in_the_audit_and_a_second_night_says_nothing(town):
    counts = await purge(town.house)
    again = await purge(town.house)

    entries = await town.rows(AUDIT.c.id, AUDIT.c.actor, AUDIT.c.verb, AUDIT.c.object)
    lines = [each for each in entries if each[2] == "purge"]
    assert [line[1:] for line in lines] == [("operator", "purge", "retention")]
    [detail] = [d for n, d in await town.rows(DETAILS.c.audit_id, DETAILS.c.detail)]
    assert (detail, again) == (dict(counts), {})


async def test_what_is_open_is_never_touched(town):
    await town.alter(CASES, status="in-progress")
    before = await town.rows(CASES.c.text, CASES.c.photo)

    await purge(town.house)

    disputes = await town.rows(DISPUTES.c.status, DISPUTES.c.text)
    assert await town.rows(CASES.c.text, CASES.c.photo) == before
    assert {text for (text,) in await town.rows(RELAYS.c.text)} == {"快点"}
    assert len(await town.rows(REVISIONS.c.id)) == 2
    assert disputes == [("withdrawn", ""), ("reported", "吵")]
    assert [n for _, n in await town.rows(ENTRIES.c.dispute_id, ENTRIES.c.note)] == ["", "吵"]


async def test_a_case_that_was_touched_lately_is_not_over(town):
    await town.alter(PASSAGES, at=ms(MONDAY + YEARS))

    await purge(town.house)

    assert [text for (text,) in await town.rows(CASES.c.text)] == [doors.SAID]


async def test_nothing_younger_than_its_setting_goes(town):
    ever = timedelta(days=9_000)
    kept = Retention(**dict.fromkeys(retention.KINDS, ever))
    roll = town.house.roll
    roll._known = (roll._known[0], replace(town.house.community, retention=kept))

    assert await purge(town.house) == {}


async def test_no_unit_lets_go_of_more_than_a_batch(town, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 3)
    many = [
        {"key": f"m{n}", "at": 0, "verb": "v", "words": {}, "status": "done"} for n in range(20)
    ]
    await town.unit(lambda c: c.execute(insert(DUES), many))
    sizes, real = [], retention.purge

    def measured(connection, rule, keys, before, community):
        sizes.append(len(keys))
        return real(connection, rule, keys, before, community)

    monkeypatch.setattr(retention, "purge", measured)
    counts = await purge(town.house)

    assert counts["dues"] >= 20
    assert max(sizes) == 3


async def test_the_newest_number_is_never_given_twice(town):
    """SQLite gives a deleted newest number again; then `d7:1` would be told already."""
    top = await town.unit(lambda c: c.execute(select(func.max(DUES.c.id))).scalar())
    await town.alter(DUES, at=0, status="done")

    await purge(town.house)
    await town.unit(lambda c: inbox.ask(c, 1, "v", "fresh", {}))

    assert (await town.rows(DUES.c.id))[-1] == (top + 1,)


async def test_what_was_received_tells_still_where_to_go_on(town):
    answer = inbox.ANSWERS + 5
    await town.unit(lambda c: inbox.keep(c, 7, 0, [inbox.Arrival(answer, "x", "{}")]))
    await town.alter(INBOX, at=0, status="done", raw=None)

    await purge(town.house)

    assert [n for (n,) in await town.rows(INBOX.c.update_id)] == [3, answer]


@pytest.mark.parametrize("kind", retention.KINDS)
def test_every_setting_is_heeded_by_a_rule(kind):
    assert kind in {rule.keeps for rule in retention.PURGED}
