"""What stands at the head of a group, and what became of an edition in each group."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from governance.chats import ChatStatus, Membership, Standing
from governance.disclosures.reach import Carried, reach
from governance.disclosures.states import EditionAction, EditionStatus
from governance.notices import Fate, Kind
from governance.refusals import Unknown
from services.chats import moving, standing
from services.disclosures import carrying, publishing, reaching, subscribing
from services.hearing import Asked
from storage import cards, outbox
from storage.cards import CARDS
from storage.outbox import OUTBOX
from tests.services.disclosures.accounts import (
    APRIL,
    MARCH,
    OTHER,
    also,
    april,
    corrected,
    owes,
    published,
)
from tests.services.disclosures.questions import answer, ask
from tests.services.town import GROUP, LI, STAFF

A, S = EditionAction, EditionStatus


def at_head(town, edition, *, done=True, chat=GROUP):
    """Let its card be posted and Telegram answer whether it was pinned."""
    town.send()
    subject = f"disclosure:{edition.id}:0:{chat}"
    town.do(0, reaching.posted, subject)
    asked = [d for d in town.deliveries() if d.kind is Kind.ENQUIRY]
    for each in asked:
        town.do(0, reaching.pinned, edition.id, each.address.chat, done=done)
    return asked


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


def test_in_private_nothing_is_pinned(town):
    town.do(LI, subscribing.choose, 1)
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


def test_what_waits_for_a_group_that_threw_the_bot_out_is_not_on_its_way(town):
    owes(town)
    also(town, 1)
    edition = published(town)
    with town.work(0) as work:
        group = work.chats.get(OTHER)
        out = Standing(membership=Membership.KICKED)
        work.chats.save(replace(group, status=ChatStatus.OUT, standing=out))
    with town.work(0) as work:
        found = reach(work.reach.carried(edition.id))

    assert [c.chat for c in found.waiting] == [GROUP]
    assert found.lost == (Carried(chat=OTHER, fate=Fate.WAITING, shut=True),)


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

    assert shown(town) == [f"disclosure:2:0:{GROUP}"]
    assert first.status is S.PUBLISHED


def shown(town):
    return [d.subject for d in town.deliveries() if d.key == carrying.CARD]


def carried(town, edition):
    with town.work(0) as work:
        return {c.chat: c.fate for c in work.reach.carried(edition)}


def arrive(town):
    """Let everything arrive where it goes."""
    town.send()
    with town.engine.begin() as connection:
        connection.execute(update(OUTBOX).values(status=Fate.SENT))


def test_what_waits_for_a_group_that_moves_arrives_there_once_each(town):
    for accounts, period in ((None, MARCH), (april(), APRIL)):
        published(town, accounts, period=period)
    with town.engine.begin() as connection:  # neither has left yet
        waits = OUTBOX.c.words == carrying.CARD
        connection.execute(update(OUTBOX).where(waits).values(status=Fate.WAITING))
        connection.execute(update(CARDS).values(message=None))
    with town.work(0) as work:
        moving.moved(work, GROUP, OTHER)
        going = [d.address.chat for d in outbox.waiting(work.connection) if d.key == carrying.CARD]

    assert going == [OTHER, OTHER]
    town.ring("edition_missed")
    assert len(shown(town)) == 0  # both are on their way already
    assert carried(town, 1) == carried(town, 2) == {OTHER: Fate.SENT}


def test_an_older_one_counts_as_arrived_after_the_move_and_is_not_posted_by_a_redrawing(town):
    first = published(town)
    arrive(town)
    published(town, april(), period=APRIL)
    arrive(town)
    town.do(0, carrying.redraw, first)  # an edit waits
    with town.work(0) as work:
        moving.moved(work, GROUP, OTHER)

    assert shown(town) == [f"disclosure:2:0:{GROUP}"]
    assert carried(town, 1) == {OTHER: Fate.SENT}
    assert carried(town, 2) == {OTHER: Fate.WAITING}
    arrive(town)
    town.do(0, carrying.redraw, first)
    assert shown(town) == []
    town.ring("edition_missed")
    assert shown(town) == []


def test_what_was_published_while_nobody_knew_where_the_group_is_follows_it_once(town):
    first = published(town)
    arrive(town)
    left(town)
    published(town, april(), period=APRIL)
    assert carried(town, 2) == {}
    arrive(town)
    town.do(0, moving.moved, GROUP, OTHER)
    arrive(town)
    town.ring("edition_missed")

    assert shown(town) == [f"disclosure:2:0:{OTHER}"]
    arrive(town)
    town.do(0, publishing.missed, OTHER)
    assert shown(town) == []
    assert first.id == 1


def left(town):
    """Let the bot be told that it is out of its group."""
    town.do(0, standing.stood, GROUP, standing.GONE)


def test_a_group_that_lets_the_bot_in_again_is_shown_what_it_missed(town):
    published(town)
    arrive(town)
    left(town)
    published(town, april(), period=APRIL)
    arrive(town)
    town.do(0, standing.stood, GROUP, Standing(membership=Membership.MEMBER))
    arrive(town)
    town.ring("edition_missed")

    assert shown(town) == [f"disclosure:2:0:{GROUP}"]


def test_nothing_is_shown_to_a_group_that_is_none_of_ours_or_reads_other_things(town):
    published(town)
    arrive(town)
    for chat in (OTHER, STAFF):
        town.do(0, publishing.missed, chat)
        assert shown(town) == []


def test_a_group_that_was_bound_anew_before_its_move_was_known_has_each_once(town):
    published(town)
    also(town)
    town.do(0, publishing.joined, OTHER)
    arrive(town)
    published(town, april(), period=APRIL)  # is sent to both numbers
    town.do(0, moving.moved, GROUP, OTHER)

    assert carried(town, 1) == {OTHER: Fate.SENT}
    assert list(carried(town, 2)) == [OTHER]
    assert [s for s in shown(town) if s.startswith("disclosure:")] == []
    with town.work(0) as work:
        assert not work.connection.execute(
            select(CARDS).where(CARDS.c.subject.endswith(f":{GROUP}"))
        ).all()


def test_a_group_that_moves_is_shown_all_of_the_newest_period_and_answers_only_there(town):
    first = published(town)
    ask(town, LI)
    answer(town)
    arrive(town)
    second = published(town, april(), period=APRIL, occasion="a")
    arrive(town)
    with town.work(0) as work:
        also_new = replace(second, id=0, serial="2026-009", occasion="b")
        third = work.disclosures.add(also_new)
        carrying.tell(work, third, [GROUP])
    arrive(town)
    town.do(0, moving.moved, GROUP, OTHER)

    assert sorted(s for _, s in [(0, d.subject) for d in town.deliveries() if d.subject]) == [
        f"disclosure:2:0:{GROUP}",
        f"disclosure:3:0:{GROUP}",
    ]
    assert first.id == 1
