"""Who meets, and by what numbers: templates of the law, to be changed by the community's file.

A chat ballot is never such a meeting (N01, N03): the numbers are those by which it is read, and a
number marked `TO_CHECK` is shown to the committee as such.
"""

from collections.abc import Mapping

from governance.ballots.roll import Participant
from governance.directory import Community, Role
from governance.procedure import Body, Certainty, Law, Source, UnitKind
from governance.quorum import Demand, Measure, Rule, Threshold, Thresholds


def _heads(words: str) -> Thresholds:
    return {Measure.HEADS: Threshold.read(words)}


def _both(words: str) -> Thresholds:
    return {measure: Threshold.read(words) for measure in Measure}


def _rule(turnout: Thresholds, assent: Thresholds) -> Rule:
    return Rule(whole=Demand(turnout=turnout, assent=assent))


CIVIL_CODE = Source(law=Law.CIVIL_CODE, article="278", year=2020, certainty=Certainty.READ)
# both organic laws as passed on 2025-10-28, in force since 2026-01-01: see docs/decisions/0015
VILLAGERS_MEETING = Source(law=Law.VILLAGERS, article="26", year=2025, certainty=Certainty.READ)
VILLAGERS_REPRESENTATIVES = Source(
    law=Law.VILLAGERS, article="30", year=2025, certainty=Certainty.READ
)
RESIDENTS_MEETING = Source(law=Law.RESIDENTS, article="27", year=2025, certainty=Certainty.READ)
RESIDENTS_REPRESENTATIVES = Source(
    law=Law.RESIDENTS, article="29", year=2025, certainty=Certainty.READ
)
NOTICE = 10  # days; article 25 of the one and 26 of the other: shorter only for a special reason
# of no law: the numbers are the community's own, and it may cite where they stand
OWN = Source(law=Law.OWN_RULES, article="", year=0, certainty=Certainty.UNKNOWN)
NEIGHBOURS = "neighbours"
REPRESENTED = frozenset({str(Participant.REPRESENTATIVE)})
PRESENT_MAJORITY = _heads("more than 1/2")  # 到会人员的过半数

_BODIES = (
    # 业主大会: who takes part, and who agrees of those who take part, by area and by head
    Body(
        key="owners-ordinary",
        kind=UnitKind.OWNER,
        rule=_rule(_both("at least 2/3"), _both("more than 1/2")),
        source=CIVIL_CODE,
    ),
    Body(  # items 6 to 8: raising maintenance funds, rebuilding, changing common parts
        key="owners-major",
        kind=UnitKind.OWNER,
        rule=_rule(_both("at least 2/3"), _both("at least 3/4")),
        source=CIVIL_CODE,
    ),
    Body(  # 村民会议, by villagers of 18 or older
        key="villagers-meeting",
        kind=UnitKind.PERSON,
        rule=_rule(_heads("more than 1/2"), PRESENT_MAJORITY),
        source=VILLAGERS_MEETING,
        notice_days=NOTICE,
    ),
    Body(  # 村民会议, by representatives of the households
        key="villagers-households",
        kind=UnitKind.HOUSEHOLD,
        rule=_rule(_heads("at least 2/3"), PRESENT_MAJORITY),
        source=VILLAGERS_MEETING,
        notice_days=NOTICE,
    ),
    Body(  # 村民代表会议
        key="villagers-representatives",
        kind=UnitKind.PERSON,
        voters=REPRESENTED,
        rule=_rule(_heads("at least 2/3"), PRESENT_MAJORITY),
        source=VILLAGERS_REPRESENTATIVES,
    ),
    Body(  # 居民会议, by residents of 18 or older
        key="residents-meeting",
        kind=UnitKind.PERSON,
        rule=_rule(_heads("more than 1/2"), PRESENT_MAJORITY),
        source=RESIDENTS_MEETING,
    ),
    Body(  # 居民会议, by representatives of the households (户代表会议)
        key="residents-households",
        kind=UnitKind.HOUSEHOLD,
        rule=_rule(_heads("more than 1/2"), PRESENT_MAJORITY),
        source=RESIDENTS_MEETING,
    ),
    Body(  # 楼栋、网格议事: of no law; households of one building or grid (A11)
        key=NEIGHBOURS,
        kind=UnitKind.HOUSEHOLD,
        rule=_rule(_heads("more than 1/2"), PRESENT_MAJORITY),
        source=OWN,
    ),
    Body(  # 居民代表会议
        key="residents-representatives",
        kind=UnitKind.PERSON,
        voters=REPRESENTED,
        rule=_rule(_heads("at least 2/3"), PRESENT_MAJORITY),
        source=RESIDENTS_REPRESENTATIVES,
    ),
)
BODIES: Mapping[str, Body] = {body.key: body for body in _BODIES}


def offered(community: Community) -> Mapping[str, Body]:
    """Return every body by its key: the templates as the community's file has them, its own last.

    Where nobody is named as a representative, no meeting of them can be asked; one of a
    community's own has a name, or no button could offer it.
    """
    represented = any(community.holders(Role.REPRESENTATIVE))
    own = {k: b for k, b in community.bodies.items() if k in BODIES or b.names}
    every = {**BODIES, **own}
    return {k: b for k, b in every.items() if represented or b.voters != REPRESENTED}


def fits(found: Body, *, near: bool) -> bool:
    """Whether a body decides such a topic: one of a few neighbours is theirs, by household (A11).

    A meeting of the law is the whole community's; a body of its own file may be of either.
    """
    if found.key in BODIES:
        return near is (found.key == NEIGHBOURS)
    return found.kind is UnitKind.HOUSEHOLD or not near


def body(community: Community, key: str) -> Body | None:
    """Return who decides by this key: as the community's file has it, else the template."""
    return community.bodies.get(key) or BODIES.get(key)
