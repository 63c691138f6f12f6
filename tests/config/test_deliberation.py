from dataclasses import fields, replace

import pytest

from config.community import parse
from config.deliberation import BodyRow, DeliberationRow, body
from governance.ballots.bodies import BODIES
from governance.ballots.bodies import body as decider
from governance.procedure import Certainty, Law, Level, Requirements, UnitKind
from governance.quorum import Base, Measure, Threshold
from tests.config.example import TEXT

HALF = Threshold.read("more than 1/2")
THIRDS = Threshold.read("at least 2/3")


def with_bodies(text):
    return parse(f"{TEXT}\n{text}", "our.toml")


def test_every_number_of_a_deliberation_may_be_set():
    of_a_kind = {"stages", "participants"}  # these the catalogue says (E02)
    named = {each.name for each in fields(Requirements)} - of_a_kind
    assert set(DeliberationRow.model_fields) == named
    assert parse(TEXT, "our.toml").deliberation == Requirements()
    fewer = parse(TEXT.replace("seconds = 5 ", "seconds = 2 "), "our.toml")
    assert fewer.deliberation == Requirements(seconds=2)


def test_a_body_says_only_what_differs_from_its_template():
    community = with_bodies("[bodies.owners-major]\nnotice_days = 15")

    usual = BODIES["owners-major"]
    assert decider(community, "owners-major") == replace(usual, notice_days=15)
    assert decider(community, "owners-ordinary") == BODIES["owners-ordinary"]


def test_a_body_of_the_community_s_own_is_read():
    community = with_bodies("""
        [bodies.elders]
        kind = "household"
        turnout = { heads = "at least 2/3" }
        assent = { heads = "more than 1/2" }
        base = "roll"
        law = "own-rules"
        article = "7"
        year = 2025
        adults = false
        classes = { party = { assent = { heads = "more than 1/2" } } }
    """)

    elders = community.bodies["elders"]

    assert (elders.key, elders.kind, elders.adults, elders.notice_days) == (
        "elders",
        UnitKind.HOUSEHOLD,
        False,
        0,
    )
    assert elders.rule.whole.turnout == {Measure.HEADS: THIRDS}
    assert elders.rule.whole.assent == {Measure.HEADS: HALF}
    assert elders.rule.whole.base is Base.ROLL
    assert elders.rule.classes["party"].assent == {Measure.HEADS: HALF}
    assert (elders.source.law, elders.source.article) == (Law.OWN_RULES, "7")
    assert elders.source.certainty is Certainty.READ


@pytest.mark.parametrize(
    ("cited", "sure"),
    [({}, Certainty.TO_CHECK), ({"article": "30", "year": 2025}, Certainty.READ)],
)
@pytest.mark.parametrize(
    "numbers",
    [
        {"turnout": {"heads": "at least 3/4"}},
        {"assent": {"heads": "at least 2/3"}},
        {"base": "roll"},
        {"classes": {"party": {"assent": {"heads": "more than 1/2"}}}},
    ],
    ids=["turnout", "assent", "base", "classes"],
)
def test_other_numbers_are_as_sure_as_what_is_cited_for_them(numbers, cited, sure):
    """A number that the article does not say never stands under it unmarked."""
    changed = body("residents-representatives", BodyRow(**numbers, **cited))

    assert changed.complete
    assert changed.source.certainty is sure


def test_who_changes_nothing_of_the_numbers_leaves_them_as_sure_as_they_were():
    assert body("owners-major", BodyRow(adults=True)).source.certainty is Certainty.READ
    assert body("residents-meeting", BodyRow(adults=True)).source.certainty is Certainty.READ


def test_the_catalogue_of_the_example_says_who_decides():
    community = parse(TEXT, "our.toml")

    told = {e.key: (e.level, e.body, e.vital, e.reserved) for e in community.catalogue}

    assert told["rebuilding"] == (Level.MEETING, "owners-major", True, False)
    assert told["micro-projects"] == (Level.DELEGATED, "residents-households", False, False)
    assert told["land-use"] == (Level.OTHER, "", False, True)
    assert all(set(e.names) == {"zh-CN", "en"} for e in community.catalogue)
    assert "广告费" in community.catalogue[0].words
