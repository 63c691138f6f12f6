"""What the supported are compared with: the edition shown last, by its day (G04)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.disclosures.contents import Beneficiaries, Group
from governance.disclosures.edition import Edition
from governance.disclosures.states import EditionStatus
from services.disclosures import beside
from tests.services.disclosures.writing import shown

S = EditionStatus


def supported(people, each=1000):
    group = Group(number=1, name="低保", people=people, standard=each, total=people * each)
    return Beneficiaries(groups=(group,), look_up="窗口", object="监督")


def show(town, people, day, **changed):
    """Let an edition have been shown so many days after the beginning."""
    made = shown(town, supported(people), "beneficiaries", None, occasion=f"{people}")
    with town.work(0) as work:
        found = work.disclosures.get(made)
        at = town.now + timedelta(days=day)
        changed = {"serial": f"2026-{people:03}", "published_at": at, **changed}
        return work.disclosures.save(replace(found, **changed))


def last(town, edition):
    with town.work(0) as work:
        found = beside.shown_last(work, edition, Beneficiaries)
    return (found[0].serial, found[1].people, found[1].total) if found else None


@pytest.fixture
def draft(town):
    with town.work(0) as work:
        return work.disclosures.add(Edition(item="beneficiaries", serial="2026-099"))


def test_the_first_has_nothing_beside_it(town, draft):
    assert last(town, draft) is None


def test_it_is_what_was_shown_last_and_not_what_was_begun_last(town, draft):
    show(town, 5, day=3)
    show(town, 7, day=1)  # begun later, and shown before

    assert last(town, draft) == ("2026-005", 5, 5000)


def test_a_correction_is_compared_as_the_first_version_was(town):
    show(town, 5, day=1)
    wrong = show(town, 7, day=2, status=S.SUPERSEDED)
    show(town, 9, day=4)
    fresh = replace(wrong, id=0, version=2, follows=wrong.id, status=S.DRAFT, published_at=None)
    with town.work(0) as work:
        fresh = work.disclosures.add(fresh)

    assert last(town, fresh) == ("2026-005", 5, 5000)


def test_what_a_correction_made_of_the_last_one_is_what_counts(town, draft):
    wrong = show(town, 7, day=2, status=S.SUPERSEDED)
    right = shown(town, supported(6), "beneficiaries", None, occasion="right")
    with town.work(0) as work:
        found = replace(
            work.disclosures.get(right),
            serial=wrong.serial,
            version=2,
            published_at=town.now + timedelta(days=8),
        )
        work.disclosures.save(found)

    assert last(town, draft) == ("2026-007", 6, 6000)
