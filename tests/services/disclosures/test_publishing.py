"""Published once, in one commit, to every group; what became of it in each can be asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from governance.directory import Community
from governance.disclosures.edition import Edition
from governance.disclosures.states import EditionAction, EditionStatus
from governance.notices import Policy
from governance.refusals import Refusal
from services.disclosures import (
    carrying,
    publishing,
    subscribing,
)
from storage.outbox import OUTBOX
from tests.services.disclosures.accounts import (
    APRIL,
    ITEM,
    MARCH,
    OTHER,
    also,
    approved,
    april,
    drafted,
    edition_of,
    owes,
    published,
)
from tests.services.disclosures.questions import answer, ask
from tests.services.town import AT, GROUP, LI, STAFF

A, S = EditionAction, EditionStatus


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


@pytest.mark.parametrize("allowed", [True, False])
def test_who_reads_along_reads_it_in_private_where_the_file_lets_him(town, allowed):
    town.do(LI, subscribing.choose, 1)
    owes(town, subscribers=allowed)
    published(town)

    assert ((f"disclosure:1:{LI}:{LI}", LI) in town.fresh()) is allowed


def test_whoever_asks_gets_the_files_in_private(town):
    edition = published(town)
    town.do(LI, publishing.hand_out, edition.id)

    assert [d.facts["part"] for d in town.deliveries()] == ["a4", "book"]
    assert {d.address.chat for d in town.deliveries()} == {LI}


def test_files_of_what_is_not_shown_are_nobodys(town):
    edition = approved(town)
    with pytest.raises(Refusal, match="refusal-no-edition"):
        town.do(LI, publishing.hand_out, edition.id)


def test_a_group_that_joined_gets_the_newest_of_each_item(town):
    published(town)
    drafted(town, april(), period=APRIL)
    also(town)
    town.do(0, publishing.joined, OTHER)

    assert [d.subject for d in town.deliveries()] == [f"disclosure:1:0:{OTHER}"]


def test_a_group_that_joined_reads_the_answers_too(town):
    published(town)
    ask(town, LI)
    answer(town)
    also(town)
    town.do(0, publishing.joined, OTHER)

    answers = (f"edition-answers:1:{OTHER}", OTHER)
    assert town.fresh() == [(f"disclosure:1:0:{OTHER}", OTHER), answers]


def test_a_group_that_joined_gets_all_of_the_newest_period_and_of_events_the_last(town):
    owes(town, ITEM, replace(ITEM, key="duties"), replace(ITEM, key="policy"))
    old, new = (Edition(item="duties", period=each) for each in (MARCH, APRIL))
    events = [Edition(item="policy", occasion=each) for each in ("低保", "医保")]
    with town.work(0) as work:
        for each in (replace(new, occasion="wang"), replace(new, occasion="he"), old, *events):
            work.disclosures.add(replace(each, status=S.PUBLISHED))
    also(town)
    town.do(0, publishing.joined, OTHER)

    assert [s.split(":")[1] for s, _ in town.fresh()] == ["1", "2", "5"]


def test_a_group_of_another_kind_gets_nothing(town):
    published(town)
    town.do(0, publishing.joined, STAFF)

    assert town.told() == []


def test_an_item_without_anything_shown_is_not_told_of(town):
    owes(town)
    town.do(0, publishing.joined, GROUP)

    assert town.told() == []


def test_where_one_group_cannot_be_told_nothing_is_published(town, monkeypatch):
    edition = approved(town)
    monkeypatch.setattr(publishing, "_to_print", lambda *_: 1 / 0)
    town.now += timedelta(days=1)
    with pytest.raises(ZeroDivisionError):
        town.do(0, publishing.publish, edition.id)

    assert edition_of(town, edition.id).status is S.APPROVED
    assert [d for d in town.deliveries() if d.key == carrying.CARD] == []


def test_without_a_group_of_the_staff_it_is_published_all_the_same(town, monkeypatch):
    monkeypatch.setattr(Community, "chat", lambda *_: None)

    assert published(town).status is S.PUBLISHED
