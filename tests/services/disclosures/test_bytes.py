"""What leaves is what was signed, byte for byte; anything else is not published (N23)."""

import pytest

from governance.disclosures.states import EditionAction, EditionStatus
from services.disclosures import freezing
from tests.services.disclosures.accounts import (
    approved,
    edition_of,
    owes,
    papers,
    spoil,
)
from tests.services.town import CHEN, GROUP, HE, WU

A, S = EditionAction, EditionStatus


def test_what_goes_out_is_what_was_signed(town):
    """Template, file and data change after the signature: the bytes do not."""
    edition = approved(town)
    before = {part: paper.digest for part, paper in papers(town).items()}
    owes(town, names={"zh-CN": "另一本账"})
    with town.work(0) as work:
        work.disclosures.write(edition.id, {**work.disclosures.content(1), "closing": 1})
    town.ring("edition_publish")

    found = edition_of(town, edition.id)
    assert found.status is S.PUBLISHED
    assert {part: paper.digest for part, paper in papers(town).items()} == before
    with town.work(0) as work:
        assert freezing.lying(work, found) == found.signed
    assert (f"disclosure:1:0:{GROUP}", GROUP) in town.fresh()


@pytest.mark.parametrize("part", ["text", "picture", "a4", "a3", "book"])
def test_other_bytes_are_not_published(town, part):
    edition = approved(town)
    spoil(town, part)
    town.ring("edition_publish")

    assert edition_of(town, edition.id).status is S.APPROVED
    assert {c for k, c in town.fresh() if k == "edition-altered"} == {CHEN, HE, WU}
    assert "disclosure:1" not in str(town.fresh())


def test_bytes_that_are_gone_are_not_published(town):
    edition = approved(town)
    with town.work(0) as work:
        work.connection.exec_driver_sql("update papers set body = x''")
    town.ring("edition_publish")

    assert edition_of(town, edition.id).status is S.APPROVED
