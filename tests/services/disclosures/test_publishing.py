"""Published once, in one commit, to every group; what became of it in each can be asked."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from governance.chats import ChatStatus, Membership, Registration, Standing
from governance.directory import ChatKind
from governance.disclosures.reach import Carried, reach
from governance.disclosures.states import EditionAction, EditionStatus
from governance.notices import Fate, Kind, Policy
from governance.refusals import NotAllowed, Refusal, Unknown
from services.chats import moving
from services.disclosures import carrying, publishing, reaching, signing
from services.hearing import Asked
from storage import cards, outbox
from storage.outbox import OUTBOX
from tests.services.disclosures.accounts import (
    APRIL,
    approved,
    april,
    drafted,
    draw,
    edition_of,
    owes,
    published,
)
from tests.services.town import AT, CHEN, GROUP, LI, STAFF, WANG, WU

A, S = EditionAction, EditionStatus
OTHER = -1001000000009


def also(town, count=1):
    """Let the community have more groups of neighbours."""
    with town.work(0) as work:
        for n in range(count):
            work.chats.add(
                Registration(
                    id=OTHER - n,
                    kind=ChatKind.AREA,
                    name=f"群{n}",
                    status=ChatStatus.BOUND,
                    standing=Standing(membership=Membership.MEMBER),
                    at=AT,
                )
            )
        work.changed()


def at_head(town, edition, *, done=True, chat=GROUP):
    """Let its card be posted and Telegram answer whether it was pinned."""
    town.send()
    subject = f"disclosure:{edition.id}:0:{chat}"
    town.do(0, reaching.posted, subject)
    asked = [d for d in town.deliveries() if d.kind is Kind.ENQUIRY]
    for each in asked:
        town.do(0, reaching.pinned, edition.id, each.address.chat, done=done)
    return asked


def test_one_commit_has_the_edition_and_one_row_a_group(town):
    owes(town)
    also(town, 2)
    edition = published(town)

    assert (edition.status, edition.serial, edition.version) == (S.PUBLISHED, "2026-001", 1)
    rows = [d for d in town.deliveries() if d.key == carrying.CARD]
    assert sorted(d.address.chat for d in rows) == sorted([GROUP, OTHER, OTHER - 1])
    assert {d.policy for d in rows} == {Policy.ALWAYS}
    assert "edition-publish" in town.audit()


def test_five_hundred_groups_are_one_commit(town):
    owes(town)
    also(town, 500)
    published(town)

    with town.engine.begin() as connection:
        rows = connection.execute(select(OUTBOX.c.id).where(OUTBOX.c.words == carrying.CARD)).all()
    assert len(rows) == 501


def test_what_the_law_demands_waits_for_no_list(town):
    edition = approved(town)
    with town.work(0) as work:
        for _ in range(20):
            work.attention.hear(GROUP, "2026-11-03")
    town.ring("edition_publish")

    assert (f"disclosure:{edition.id}:0:{GROUP}", GROUP) in town.fresh()
    with town.work(0) as work:
        assert work.attention.heard(GROUP, "2026-11-03") == 21


def test_by_night_it_waits_for_the_morning(town):
    owes(town)
    town.now = AT + timedelta(hours=14)  # 23:00
    edition = approved(town)
    town.ring("edition_publish")
    assert edition_of(town, edition.id).published_at is None

    town.ring("edition_publish")
    local = edition_of(town, edition.id).published_at.astimezone(town.community.calendar.zone)
    assert (local.date(), local.hour) == (date(2026, 11, 4), 8)


def test_it_is_published_once(town):
    edition = published(town)
    town.do(0, publishing.publish, edition.id)

    assert town.fresh() == []


def test_the_staff_gets_what_hangs_on_the_wall(town):
    published(town)

    parts = [d.facts["part"] for d in town.deliveries() if d.address.chat == STAFF]
    assert parts == ["a4", "a3", "book"]


def test_who_reads_along_reads_it_in_private(town, monkeypatch):
    monkeypatch.setattr(carrying, "subscribers", lambda _work, _item: [LI])
    published(town)

    assert (f"disclosure:1:{LI}:{LI}", LI) in town.fresh()


def test_whoever_asks_gets_the_files_in_private(town):
    edition = published(town)
    town.do(LI, publishing.hand_out, edition.id)

    assert [d.facts["part"] for d in town.deliveries()] == ["a4", "book"]
    assert {d.address.chat for d in town.deliveries()} == {LI}


def test_files_of_what_is_not_shown_are_nobodys(town):
    edition = approved(town)
    with pytest.raises(Refusal, match="refusal-no-edition"):
        town.do(LI, publishing.hand_out, edition.id)


def corrected(town, edition, why="第3条金额写错了"):
    town.do(WANG, signing.press, edition.id, A.CORRECT)
    town.say(WANG, why)
    return edition_of(town, edition.id + 1)


def test_a_correction_is_a_version_with_its_reason(town):
    edition = published(town)
    fresh = corrected(town, edition)

    assert (fresh.version, fresh.follows, fresh.serial) == (2, edition.id, "2026-001")
    assert fresh.why == "第3条金额写错了"
    assert edition_of(town, edition.id).status is S.SUPERSEDED
    assert ("edition-corrected", WU) in town.fresh()
    # the card of the old one says so
    assert (f"disclosure:1:0:{GROUP}", GROUP) in town.told()
    with town.work(0) as work:
        assert work.disclosures.content(fresh.id) == work.disclosures.content(edition.id)


def test_the_old_version_says_so_again_once_the_new_one_is_out(town):
    fresh = corrected(town, published(town))
    town.do(WANG, signing.press, fresh.id, A.SUBMIT)
    draw(town)
    town.ring("edition_drawn")
    town.do(CHEN, signing.press, fresh.id, A.APPROVE)
    town.ring("edition_publish")

    assert town.told()[:2] == [
        (f"disclosure:1:0:{GROUP}", GROUP),
        (f"disclosure:2:0:{GROUP}", GROUP),
    ]
    # the old bytes lie there still
    town.do(LI, publishing.hand_out, 1)
    assert [d.facts["version"] for d in town.deliveries()] == [1, 1]


@pytest.mark.parametrize("person", [LI, CHEN, WU])
def test_only_whoever_writes_the_item_corrects_it(town, person):
    edition = published(town)
    with pytest.raises(NotAllowed):
        town.do(person, signing.press, edition.id, A.CORRECT)


def test_what_is_not_shown_is_not_corrected(town):
    edition = approved(town)
    with pytest.raises(NotAllowed):
        town.do(WANG, signing.press, edition.id, A.CORRECT)


def test_a_group_that_joined_gets_the_newest_of_each_item(town):
    published(town)
    drafted(town, april(), period=APRIL)
    also(town)
    town.do(0, publishing.joined, OTHER)

    assert [d.subject for d in town.deliveries()] == [f"disclosure:1:0:{OTHER}"]


def test_a_group_of_another_kind_gets_nothing(town):
    published(town)
    town.do(0, publishing.joined, STAFF)

    assert town.told() == []


def test_an_item_without_anything_shown_is_not_told_of(town):
    owes(town)
    town.do(0, publishing.joined, GROUP)

    assert town.told() == []


def test_the_newest_is_pinned_in_the_place_of_the_one_before(town):
    first = published(town)
    [asked] = at_head(town, first)
    assert (asked.address.chat, asked.facts["instead_of"]) == (GROUP, 0)
    with town.work(0) as work:
        stands = work.placed(f"disclosure:1:0:{GROUP}").reply_to

    second = published(town, april(), period=APRIL)
    assert second.status is S.PUBLISHED
    [asked] = at_head(town, second)

    assert asked.facts["instead_of"] == stands
    with town.work(0) as work:
        assert (work.reach.pins(1), work.reach.pins(2)) == ({GROUP: False}, {GROUP: True})


def test_an_older_one_is_not_pinned_over_a_newer(town):
    first = published(town)
    published(town, april(), period=APRIL)
    town.send()
    town.do(0, reaching.posted, f"disclosure:{first.id}:0:{GROUP}")

    assert [d for d in town.deliveries() if d.kind is Kind.ENQUIRY] == []


def test_in_private_nothing_is_pinned(town, monkeypatch):
    monkeypatch.setattr(carrying, "subscribers", lambda _work, _item: [LI])
    published(town)
    town.send()
    town.do(0, reaching.posted, f"disclosure:1:{LI}:{LI}")

    assert town.deliveries() == []


def test_an_older_card_that_stands_nowhere_is_not_unpinned(town):
    first = published(town)
    at_head(town, first)
    with town.work(0) as work:
        cards.post(work.connection, f"disclosure:1:0:{GROUP}", GROUP, None, photo=True)
    second = published(town, april(), period=APRIL)
    [asked] = at_head(town, second)

    assert asked.facts["instead_of"] == 0


def test_without_the_right_to_pin_the_committee_hears_one_line(town):
    owes(town)
    also(town, 2)
    edition = published(town)
    for chat in (GROUP, OTHER, OTHER - 1):
        at_head(town, edition, done=False, chat=chat)
    town.ring("edition_unpinned")

    told = [d.facts["count"] for d in town.deliveries() if d.key == "edition-unpinned"]
    assert told == [3, 3]  # each of the committee, once
    assert [verb for verb, _ in town.dues()].count("edition_unpinned") == 0


def test_every_group_is_counted_where_it_stands(town):
    owes(town)
    also(town, 2)
    edition = published(town)
    with town.engine.begin() as connection:
        rows = {d.address.chat: d for d in outbox.waiting(connection) if d.key == carrying.CARD}
        outbox.end(connection, rows[GROUP], Fate.SENT, message=9)
        cards.post(connection, rows[GROUP].subject, GROUP, 9, photo=True)
        outbox.end(connection, rows[OTHER], Fate.UNDELIVERABLE, error="Forbidden: bot was kicked")
    with town.work(0) as work:
        found = reach(work.reach.carried(edition.id))

    assert [c.chat for c in found.sent] == [GROUP]
    assert [c.chat for c in found.waiting] == [OTHER - 1]
    assert found.lost == (
        Carried(chat=OTHER, fate=Fate.UNDELIVERABLE, why="Forbidden: bot was kicked"),
    )


def test_a_row_that_was_cleared_away_is_not_counted_as_sent(town):
    edition = published(town)
    with town.engine.begin() as connection:
        connection.execute(OUTBOX.delete())
    with town.work(0) as work:
        assert [c.fate for c in work.reach.carried(edition.id)] == [Fate.UNDELIVERABLE]


def test_coverage_is_asked_by_the_number_and_answered_of_the_newest_shown(town):
    corrected(town, published(town))
    asked = Asked(chat=GROUP, message=7)
    town.do(LI, reaching.coverage, "2026-001", asked)
    assert town.facts("coverage")["edition"] == 1

    with pytest.raises(Unknown, match="refusal-no-edition"):
        town.do(LI, reaching.coverage, "2026-002", asked)


def test_a_group_that_moves_is_shown_the_newest_again_and_no_older(town):
    first = published(town)
    town.send()
    published(town, april(), period=APRIL)
    town.send()
    with town.engine.begin() as connection:
        connection.execute(update(OUTBOX).values(status=Fate.SENT))
    town.do(0, moving.moved, GROUP, OTHER)

    shown = [d.subject for d in town.deliveries() if d.key == carrying.CARD]
    assert shown == [f"disclosure:2:0:{GROUP}"]
    assert first.status is S.PUBLISHED
