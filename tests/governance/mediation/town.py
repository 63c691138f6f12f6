"""One dispute of the example's community, as the tests begin with it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from config.community import read
from governance.directory import Actor, Role
from governance.mediation import Dispute

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
LI, ZHENG, MA, CHEN, HE, LIANG = 5001, 2005, 2006, 3001, 3002, 4101
COMMUNITY = read(Path(__file__).parents[3] / "config" / "community.example.toml")


def dispute(**more):
    whole = {
        "community": "xingfuli",
        "reporter": LI,
        "at": AT,
        "declared": True,
        "kin_named": True,
        "building": "b3",
    }
    return Dispute(**(whole | more))


def actor(person):
    officer = COMMUNITY.by_telegram(person)
    if officer is None:
        return Actor(id=person)
    return Actor(id=person, officer=officer.key, offices=officer.offices)


def keys(officers):
    return [o.key for o in officers]


def without(*offices, away=()):
    """Return the community with nobody seated in these offices, and some on leave."""
    officers = tuple(
        replace(o, telegram=0 if o.offices & set(offices) else o.telegram, away=o.key in away)
        for o in COMMUNITY.officers
    )
    return replace(COMMUNITY, officers=officers)


MEDIATORS, MEMBERS, TOWNSHIP = Role.MEDIATOR, Role.COMMITTEE, Role.TOWNSHIP
