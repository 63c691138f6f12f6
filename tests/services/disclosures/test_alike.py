"""Whoever gets an edition later, or in private, has what the others have: the signed bytes."""

import pytest

from governance.disclosures import freezing as digests
from governance.disclosures.freezing import Part
from services.disclosures import freezing, looking, publishing, subscribing
from tests.handlers.showing import show as draw_card
from tests.services.disclosures.accounts import OTHER, also, edition_of
from tests.services.disclosures.projecting import B, in_force, opened, signed, written
from tests.services.resolutions.promises import heard
from tests.services.town import GROUP, LI, ZHANG


@pytest.fixture
def shown(town):
    """A stage with its photo, published to the groups and to one who reads along."""
    in_force(town)
    town.do(LI, subscribing.choose, 1)
    opened(town, B)
    edition = signed(town, written(town, B, photo="photo-1"))
    town.send()
    town.ring("edition_publish")
    return edition_of(town, edition.id)


def files(town):
    """Return what files wait to be sent, to whom, by the number of the paper."""
    told = [d for d in town.deliveries() if d.key == "edition-file"]
    return {(d.address.chat, d.facts["part"]): d.facts["paper"] for d in told}


def card(town, edition, chat, reader):
    subject = f"disclosure:{edition.id}:{reader}:{chat}"
    drawn = draw_card(town, "disclosure", chat, subject=subject, reader=reader)
    return drawn.text, drawn.file


def test_all_have_the_photo_whenever_they_came(town, shown):
    assert heard(town, "edition-photo") == [GROUP, LI]
    also(town)
    town.do(0, publishing.joined, OTHER)
    assert heard(town, "edition-photo") == [OTHER]
    town.do(LI, looking.again, shown.id)
    assert heard(town, "edition-photo") == [LI]


def test_who_was_away_has_the_photo_too(town, shown):
    also(town)
    with town.work(0) as work:
        known = work.chats.get(OTHER)
        assert known.at < shown.published_at
    town.do(0, publishing.missed, OTHER)
    assert heard(town, "edition-photo") == [OTHER]


def test_text_picture_paper_and_workbook_are_the_signed_ones_for_everybody(town, shown):
    also(town)
    town.do(0, publishing.joined, OTHER)
    assert card(town, shown, GROUP, 0) == card(town, shown, OTHER, 0) == card(town, shown, LI, LI)
    with town.work(0) as work:
        signed_parts = freezing.parts(work, shown)
        assert digests.digest({p: each.digest for p, each in signed_parts.items()}) == shown.signed
    wanted = {p: each.id for p, each in signed_parts.items()}
    assert card(town, shown, OTHER, 0)[1][1] == f"paper:{wanted[Part.PICTURE]}"
    for person, chat in ((LI, 0), (ZHANG, OTHER)):
        town.do(person, publishing.hand_out, shown.id, chat)
        assert files(town) == {(person, p): wanted[p] for p in (Part.A4, Part.BOOK)}
