"""A correction is another version; what it corrects stands until it is shown (N24)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.dialogues import DialogueStatus
from governance.disclosures import contents
from governance.disclosures.ledger import Wrong
from governance.disclosures.states import EditionAction, EditionStatus
from governance.refusals import NotAllowed, Refusal
from services.disclosures import (
    beside,
    drafting,
    owing,
    publishing,
    questioning,
    scheduling,
    signing,
)
from services.supervision import finding
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
    published,
)
from tests.services.town import CHEN, GROUP, LI, WANG, WU

A, S = EditionAction, EditionStatus


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
    town.ring("disclosure_absences")

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
