"""Under 一肩挑 supervision signs too, is reminded of it, and nowhere else is it asked (A15)."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from governance.directory import Role
from governance.disclosures.states import EditionAction, EditionStatus
from governance.refusals import Refusal
from services.disclosures import scheduling, signing, telling
from storage.disclosures import DISCLOSURES
from storage.roll import Roll
from tests.services.disclosures.accounts import DAY, approved, edition_of, owes
from tests.services.disclosures.programmes import sounded, told, until
from tests.services.town import AT, CHEN, GROUP, WU

A, S = EditionAction, EditionStatus


def one_shoulder(town, key="chen"):
    owes(town)
    officers = [replace(o, one_shoulder=o.key == key) for o in town.community.officers]
    town.community = replace(town.community, officers=tuple(officers))
    town.roll = Roll(town.community, town.id)


def test_under_one_shoulder_it_waits_for_supervision(town):
    one_shoulder(town)
    edition = approved(town)
    town.ring("edition_publish")
    assert edition_of(town, edition.id).status is S.APPROVED
    assert ("edition-unsigned", WU) in town.fresh()

    town.do(WU, signing.press, edition.id, A.COUNTERSIGN)
    assert ("edition-countersigned", CHEN) in town.fresh()
    town.ring("edition_publish")
    assert edition_of(town, edition.id).status is S.PUBLISHED


def test_whoever_must_countersign_is_reminded_and_on_its_day_it_is_not_published(town):
    one_shoulder(town)
    edition = approved(town)
    with town.work(0) as work:
        connection = work.connection
        day = date(2026, 11, 9)
        change = update(DISCLOSURES).where(DISCLOSURES.c.id == edition.id)
        connection.execute(change.values(due=day.isoformat()))
        scheduling.watch(work, work.disclosures.get(edition.id))
    heard = until(town, "2026-11-09")

    assert told(heard, "programme-remind") == [WU] * 3  # seven days before, three, and one
    assert told(heard, "programme-absent") == []
    heard = until(town, "2026-11-10")
    assert GROUP in told(heard, "programme-absent")
    town.do(WU, signing.press, edition.id, A.COUNTERSIGN)
    with town.work(0) as work:
        item = work.community.item("ledger")
        assert telling.waited_for(work, item, work.disclosures.get(edition.id)) == ()


def test_where_nobody_can_countersign_the_operator_hears(town):
    one_shoulder(town)
    officers = [
        replace(o, offices=o.offices - {Role.SUPERVISION}) for o in town.community.officers
    ]
    town.community = replace(town.community, officers=tuple(officers))
    town.roll = Roll(town.community, town.id)
    edition = approved(town)

    assert ("unheld", f"edition:{edition.id}") in sounded(town)


def test_where_nobody_holds_both_posts_nothing_is_countersigned(town):
    edition = approved(town)

    with pytest.raises(Refusal, match="refusal-edition-alone"):
        town.do(WU, signing.press, edition.id, A.COUNTERSIGN)


def test_countersigned_early_it_still_waits_its_time(town):
    one_shoulder(town)
    edition = approved(town)
    town.do(WU, signing.press, edition.id, A.COUNTERSIGN)
    town.ring("edition_publish")

    assert edition_of(town, edition.id).published_at == AT + DAY
