from dataclasses import replace
from pathlib import Path

import pytest

from config.community import read
from governance.ballots.bodies import BODIES, NEIGHBOURS, offered
from governance.directory import Officer, Role
from governance.procedure import Certainty, Law, UnitKind
from governance.quorum import Measure

H, A = Measure.HEADS, Measure.AREA
COMMUNITY = read(Path(__file__).parents[3] / "config" / "community.example.toml")


def words(thresholds):
    return {m: f"{t.reach} {t.share}".replace("-", " ") for m, t in thresholds.items()}


@pytest.mark.parametrize(
    ("key", "kind", "turnout", "assent", "law"),
    [
        ("owners-ordinary", UnitKind.OWNER, {H: "at least 2/3", A: "at least 2/3"},
         {H: "more than 1/2", A: "more than 1/2"}, ("civil-code", "278", 2020)),
        ("owners-major", UnitKind.OWNER, {H: "at least 2/3", A: "at least 2/3"},
         {H: "at least 3/4", A: "at least 3/4"}, ("civil-code", "278", 2020)),
        ("villagers-meeting", UnitKind.PERSON, {H: "more than 1/2"},
         {H: "more than 1/2"}, ("villagers-committees", "26", 2025)),
        ("villagers-households", UnitKind.HOUSEHOLD, {H: "at least 2/3"},
         {H: "more than 1/2"}, ("villagers-committees", "26", 2025)),
        ("villagers-representatives", UnitKind.PERSON, {H: "at least 2/3"},
         {H: "more than 1/2"}, ("villagers-committees", "30", 2025)),
        ("residents-meeting", UnitKind.PERSON, {H: "more than 1/2"},
         {H: "more than 1/2"}, ("residents-committees", "27", 2025)),
        ("residents-households", UnitKind.HOUSEHOLD, {H: "more than 1/2"},
         {H: "more than 1/2"}, ("residents-committees", "27", 2025)),
        ("residents-representatives", UnitKind.PERSON, {H: "at least 2/3"},
         {H: "more than 1/2"}, ("residents-committees", "29", 2025)),
    ],
)  # fmt: skip
def test_a_template_says_what_the_law_says(key, kind, turnout, assent, law):
    body = BODIES[key]

    assert (body.kind, words(body.rule.whole.turnout), words(body.rule.whole.assent)) == (
        kind,
        turnout,
        assent,
    )
    assert (body.source.law, body.source.article, body.source.year) == law
    assert body.adults


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_every_template_has_numbers_an_article_and_its_year(body):
    assert body.complete
    if body.key == NEIGHBOURS:  # of no law: the community's own rules, which it may write in
        assert body.source.law is Law.OWN_RULES
    else:
        assert body.source.article
        assert body.source.certainty is Certainty.READ


@pytest.mark.parametrize("key", ["villagers-representatives", "residents-representatives"])
def test_of_thirty_representatives_twenty_meet_and_eleven_of_them_decide(key):
    rule = BODIES[key].rule.whole
    turnout, assent = rule.turnout[H], rule.assent[H]

    assert (turnout.holds(20, 30), turnout.holds(19, 30)) == (True, False)
    assert (assent.holds(11, 20), assent.holds(10, 20)) == (True, False)


def test_a_villagers_meeting_is_made_known_ten_days_before():
    told = {key: body.notice_days for key, body in BODIES.items() if body.notice_days}

    assert told == {"villagers-meeting": 10, "villagers-households": 10}


def named(*bodies, officers=()):
    community = replace(COMMUNITY, bodies={b.key: b for b in bodies})
    return replace(community, officers=(*COMMUNITY.officers, *officers))


def test_a_meeting_of_representatives_is_asked_only_where_somebody_is_one():
    speaker = Officer(
        key="qian", name="钱文", known_as="钱姨", offices=frozenset({Role.REPRESENTATIVE})
    )

    assert "villagers-representatives" not in offered(named())
    assert "villagers-representatives" in offered(named(officers=(speaker,)))
    assert BODIES["villagers-representatives"].voters == {"representative"}


def test_a_body_of_the_community_s_own_is_offered_by_its_name():
    usual = BODIES["residents-households"]
    own = replace(usual, key="stairs", names={"zh-CN": "单元议事会"})

    assert offered(named(own, replace(usual, key="nameless")))["stairs"] == own
    assert "nameless" not in offered(named(own, replace(usual, key="nameless")))
