"""How a community deliberates, as its file says: numbers, who decides, the catalogue (E12)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from config.fields import Names, Text, choice, key, wrong
from config.row import Row
from governance.ballots.bodies import BODIES, OWN
from governance.ballots.roll import Participant
from governance.deliberations.concerned import NAMED
from governance.deliberations.statements import OWN_VOICES
from governance.deliberations.states import Step
from governance.procedure import (
    Body,
    Certainty,
    Entry,
    Law,
    Level,
    Requirements,
    Source,
    UnitKind,
)
from governance.quorum import Base, Demand, Measure, Rule, Threshold
from governance.resolutions.states import ResolutionKind

_USUAL = Requirements()
_YEAR = 366  # days
_NOBODY = Body(
    key="",
    kind=UnitKind.PERSON,
    rule=Rule(whole=Demand()),
    source=OWN,
)


def _share(found: object) -> Threshold:
    try:
        return Threshold.read(str(found))
    except ValueError as reason:
        raise wrong("bad-threshold", {}) from reason


def _body_key(found: str) -> str:
    return found if found in BODIES else key(found)  # no button carries it: some are longer


BodyKey = Annotated[str, AfterValidator(_body_key)]
Hour = Annotated[int, Field(ge=0, le=23)]
Days = Annotated[int, Field(ge=1, le=_YEAR)]
Count = Annotated[int, Field(ge=1, le=100)]
Share = Annotated[Threshold, BeforeValidator(_share)]
Weighed = Annotated[Measure, choice({measure.value: measure for measure in Measure})]
Shares = dict[Weighed, Share]
Voter = Annotated[UnitKind, choice({kind.value: kind for kind in UnitKind})]
Of = Annotated[Base, choice({base.value: base for base in Base})]
Named = Annotated[Law, choice({law.value: law for law in Law})]
Decided = Annotated[Level, choice({level.value: level for level in Level})]
Class = Annotated[
    Participant,
    choice({p.value: p for p in Participant if p is not Participant.OBSERVER}),
]

Heard = Annotated[
    Participant,
    choice({p.value: p for p in (*NAMED, Participant.REPRESENTATIVE)}),
]
Passed = Annotated[Step, choice({step.value: step for step in Step})]
Form = Annotated[ResolutionKind, choice({kind.value: kind for kind in ResolutionKind})]


class DeliberationRow(Row):
    """How much is talked, how soon answered, how often told."""

    days: Days = Field(default=_USUAL.days, examples=["3"])
    statements: int = Field(default=_USUAL.statements, ge=OWN_VOICES, le=100, examples=["5"])
    open_at_once: Count = Field(default=_USUAL.open_at_once, examples=["3"])
    retries: int = Field(default=_USUAL.retries, ge=0, le=10, examples=["1"])
    objection_days: Days = Field(default=_USUAL.objection_days, examples=["3"])
    seconds: Count = Field(default=_USUAL.seconds, examples=["5"])
    near_seconds: Count = Field(default=_USUAL.near_seconds, examples=["3"])
    near_statements: int = Field(
        default=_USUAL.near_statements, ge=OWN_VOICES, le=100, examples=["3"]
    )
    promote_households: int = Field(
        default=_USUAL.promote_households, ge=2, le=100, examples=["5"]
    )
    promote_days: Days = Field(default=_USUAL.promote_days, examples=["30"])
    repeat_times: int = Field(default=_USUAL.repeat_times, ge=2, le=100, examples=["3"])
    repeat_months: int = Field(default=_USUAL.repeat_months, ge=1, le=24, examples=["6"])
    review_days: Days = Field(default=_USUAL.review_days, examples=["7"])
    resolve_days: Days = Field(default=_USUAL.resolve_days, examples=["15"])
    contest_days: Days = Field(default=_USUAL.contest_days, examples=["5"])
    hearing_days: Days = Field(default=_USUAL.hearing_days, examples=["3"])
    minutes_days: Days = Field(default=_USUAL.minutes_days, examples=["3"])
    notice_days: Days = Field(default=_USUAL.notice_days, examples=["5"])
    step_days: Days = Field(default=_USUAL.step_days, examples=["7"])
    step_quorum: Share = Field(
        default=str(_USUAL.step_quorum), validate_default=True, examples=['"more than 1/2"']
    )
    decide_quorum: Share = Field(
        default=str(_USUAL.decide_quorum), validate_default=True, examples=['"at least 2/3"']
    )
    disclose_days: Days = Field(default=_USUAL.disclose_days, examples=["5"])
    statements_a_day: int = Field(default=_USUAL.statements_a_day, ge=1, le=20, examples=["5"])
    messages_a_day: Count = Field(default=_USUAL.messages_a_day, examples=["10"])
    quiet_from: Hour = Field(default=_USUAL.quiet_from, examples=["21"])
    quiet_until: Hour = Field(default=_USUAL.quiet_until, examples=["8"])

    pot_yuan: int = Field(default=_USUAL.pot_yuan, ge=0, le=1_000_000_000, examples=["50000"])
    anchor: bool = Field(default=_USUAL.anchor, examples=["true"])

    @field_validator("quiet_until")
    @classmethod
    def _not_all_day(cls, until: int, row: ValidationInfo) -> int:
        if until == row.data.get("quiet_from"):
            raise wrong("quiet-all-day", {"hour": until})
        return until


class DemandRow(Row):
    """What one class of voters must reach besides all together (E09)."""

    turnout: Shares = Field(default={}, examples=['{ heads = "more than 1/2" }'])
    assent: Shares = Field(default={}, examples=['{ heads = "at least 2/3" }'])
    base: Of = Field(default=Base.TAKING_PART, examples=['"taking-part"'])


class BodyRow(Row):
    """Who decides; what is left out is as in the template of this key, where there is one."""

    kind: Voter | None = Field(default=None, examples=['"household"'])
    turnout: Shares | None = Field(default=None, examples=['{ heads = "at least 2/3" }'])
    assent: Shares | None = Field(default=None, examples=['{ heads = "more than 1/2" }'])
    base: Of | None = Field(default=None, examples=['"roll"'])
    law: Named | None = Field(default=None, examples=['"residents-committees"'])
    article: Text | None = Field(default=None, examples=['"22"'])
    year: int | None = Field(default=None, ge=1982, le=2100, examples=["2025"])
    adults: bool | None = Field(default=None, examples=["true"])
    notice_days: int | None = Field(default=None, ge=0, le=_YEAR, examples=["10"])
    voters: list[Class] | None = Field(default=None, examples=['["representative", "party"]'])
    names: Names | None = Field(default=None, examples=['{ zh-CN = "三号楼议事会" }'])
    classes: dict[Class, DemandRow] = Field(
        default={}, examples=['{ stakeholder = { assent = { heads = "more than 1/2" } } }']
    )


class EntryRow(Row):
    """A kind of matter, who decides it and on which road (E02, E12)."""

    names: Names = Field(examples=['{ zh-CN = "公共收益使用", en = "Shared income" }'])
    level: Decided = Field(examples=['"meeting"'])
    body: str = Field(default="", examples=['"owners-ordinary"'])
    major: bool = Field(default=False, examples=["true"])
    vital: bool = Field(default=False, examples=["true"])
    reserved: bool = Field(default=False, examples=["true"])
    words: list[Text] = Field(default=[], examples=['["广告费", "停车费收入"]'])
    participants: list[Heard] = Field(default=[], examples=['["stakeholder"]'])
    stages: list[Passed] = Field(default=[], examples=['["meeting", "hearing"]'])
    days: int = Field(default=0, ge=0, le=_YEAR, examples=["7"])
    statements: int = Field(default=0, ge=0, le=100, examples=["10"])
    result: Form | None = Field(default=None, examples=['"pact"'])


def requirements(row: DeliberationRow) -> Requirements:
    """Return the numbers of the file."""
    return Requirements(**dict(row))


def body(key: str, row: BodyRow) -> Body:
    """Return a body of the file: what it leaves out is the template's; nothing where none is."""
    usual = BODIES.get(key, replace(_NOBODY, key=key))
    classes = {c.value: Demand(**dict(demand)) for c, demand in row.classes.items()}
    voters = usual.voters if row.voters is None else frozenset(map(str, row.voters))
    return replace(
        usual,
        **_said(row, "kind", "adults", "notice_days"),
        voters=voters,
        names=dict(row.names or usual.names),
        rule=Rule(
            whole=replace(usual.rule.whole, **_said(row, "turnout", "assent", "base")),
            classes=classes,
        ),
        source=_source(row, usual.source),
    )


def _source(row: BodyRow, usual: Source) -> Source:
    """Return where the numbers are from: read where the file cites, else as sure as before.

    Numbers that differ from the template's and cite nothing are not those of its article.
    """
    cited = _said(row, "law", "article", "year")
    if cited:
        return replace(usual, **cited, certainty=Certainty.READ)
    changed = row.classes or _said(row, "turnout", "assent", "base")
    return replace(usual, certainty=Certainty.TO_CHECK) if changed else usual


def _said(row: BodyRow, *names: str) -> dict[str, Any]:
    return {name: found for name in names if (found := getattr(row, name)) is not None}


def catalogue(rows: Mapping[str, EntryRow]) -> tuple[Entry, ...]:
    """Return the kinds of matters, in the order of the file."""
    return tuple(
        Entry(
            key=key,
            names=dict(row.names),
            level=row.level,
            body=row.body,
            major=row.major,
            vital=row.vital,
            reserved=row.reserved,
            words=tuple(row.words),
            participants=tuple(map(str, row.participants)),
            stages=tuple(map(str, row.stages)),
            days=row.days,
            statements=row.statements,
            result=str(row.result or ""),
        )
        for key, row in rows.items()
    )
