"""Published once, in one commit, to every group; what became of it in each can be asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from governance.dialogues import DialogueStatus
from governance.directory import Community
from governance.disclosures import contents
from governance.disclosures.ledger import Wrong
from governance.disclosures.states import EditionAction, EditionStatus
from governance.notices import Policy
from governance.refusals import NotAllowed, Refusal
from services.disclosures import (
    beside,
    carrying,
    drafting,
    owing,
    publishing,
    questioning,
    scheduling,
    signing,
    subscribing,
)
from services.supervision import finding
from storage.outbox import OUTBOX
from tests.services.disclosures.accounts import (
    APRIL,
    OTHER,
    also,
    approved,
    april,
    corrected,
    drafted,
    draw,
    edition_of,
    ledger,
    owes,
    published,
)
from tests.services.town import AT, CHEN, GROUP, LI, STAFF, WANG, WU

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


def test_a_correction_is_a_version_with_its_reason(town):
    edition = published(town)
    fresh = corrected(town, edition)

    assert (fresh.version, fresh.follows, fresh.serial) == (2, edition.id, "2026-001")
    assert fresh.why == "第3条金额写错了"
    assert edition_of(town, edition.id).status is S.PUBLISHED
    assert ("edition-corrected", WU) in town.fresh()
    # whoever began it has it before him, to be put right
    assert (f"disclosure-work:{fresh.id}:{WANG}", WANG) in town.fresh()
    # the card of the old one says so
    assert (f"disclosure:1:0:{GROUP}", GROUP) in town.told()
    with town.work(0) as work:
        assert work.disclosures.content(fresh.id) == work.disclosures.content(edition.id)


def out(town, edition):
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    draw(town)
    town.ring("edition_drawn")
    town.do(CHEN, signing.press, edition.id, A.APPROVE)
    town.ring("edition_publish")


def test_what_is_being_corrected_stands_until_the_other_version_is_shown(town):
    edition = published(town)
    wrong = drafted(town, ledger(period=APRIL, opening=1), period=APRIL)
    fresh = corrected(town, edition)

    assert town.do(LI, questioning.begin, edition.id).status is DialogueStatus.OPEN
    with town.work(0) as work:
        assert Wrong.OPENING in {p.wrong for p in drafting.problems(work, wrong)}
    also(town)
    town.do(0, publishing.joined, OTHER)
    assert f"disclosure:{edition.id}:0:{OTHER}" in {d.subject for d in town.deliveries()}
    # begun once: a second correction has no place beside the first
    with pytest.raises(Refusal, match="refusal-edition-correcting"):
        town.do(WANG, signing.press, edition.id, A.CORRECT)
    # what is shown long ago is archived, but not while it is being corrected
    town.now += timedelta(days=6 * 365)
    town.do(0, scheduling.look)
    assert edition_of(town, edition.id).status is S.PUBLISHED
    assert edition_of(town, fresh.id).status is S.DRAFT


@pytest.mark.parametrize("less", [0, 100])
def test_whoever_corrects_what_is_left_hears_that_the_next_month_begins_otherwise(town, less):
    first = published(town)
    following = published(town, april(), period=APRIL)
    fresh = corrected_third(town, first, less)
    with town.work(0) as work:
        found = beside.parted(work, fresh)
        assert beside.parted(work, following) is None  # nothing follows it
        blank = replace(following, id=0, version=9, status=S.DRAFT, published_at=None)
        assert beside.parted(work, work.disclosures.add(blank)) is None
    assert (found.id if found else 0) == (following.id if less else 0)
    town.deliveries()
    out(town, fresh)

    assert (("edition-parted", WU) in town.fresh()) is bool(less)


def corrected_third(town, edition, less):
    town.do(WANG, signing.press, edition.id, A.CORRECT)
    town.say(WANG, "第3条金额写错了")
    fresh = edition_of(town, 3)
    lines = [
        replace(each, amount=each.amount - less * (each.number == 3)) for each in ledger().lines
    ]
    with town.work(0) as work:
        work.disclosures.write(fresh.id, contents.written(ledger(*lines)))
    return fresh


def test_a_correction_has_its_day_and_is_absent_after_it(town):
    fresh = corrected(town, published(town))
    assert fresh.due == town.now.date() + timedelta(days=7)
    with town.work(0) as work:
        assert finding.overdue(work, town.now) == ()
    town.deliveries()
    for _ in range(2):
        town.ring("disclosure_remind")
    assert ("programme-remind", WANG) in town.fresh()
    town.ring("disclosure_absent")

    assert {("programme-absent", GROUP), ("programme-absent", WU)} <= set(town.fresh())
    with town.work(0) as work:
        (late,) = finding.overdue(work, town.now)
        (owed,) = [o for o in owing.calendar(work, owing.local(work, town.now)) if o.edition]
    assert (late.about, late.day) == (fresh.id, fresh.due)
    assert (owed.version, owed.absent) == (2, True)


def test_the_old_version_says_so_again_once_the_new_one_is_out(town):
    fresh = corrected(town, published(town))
    out(town, fresh)

    assert edition_of(town, 1).status is S.SUPERSEDED
    assert edition_of(town, fresh.id).status is S.PUBLISHED
    assert [t for t in town.told() if t[0].startswith("disclosure:")] == [
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
