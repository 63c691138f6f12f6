"""What a community owes its people to know, as its file says (G07, G09, G12)."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from config.fields import Kept, Kind, Names, choice, wrong
from config.row import Row
from governance.programme import (
    USUAL_SINCE,
    Content,
    Counted,
    Disclosing,
    DueDay,
    Item,
    Occasion,
    Privacy,
    Template,
    recurring,
)
from governance.programme import Kind as Of

_USUAL = Disclosing()
_FEN, _PER_CENT = 100, 100
_KEPT = timedelta(days=5 * 365)

Whose = Annotated[Of, choice({kind.value: kind for kind in Of})]
About = Annotated[Content, choice({content.value: content for content in Content})]
Made = Annotated[Template, choice({template.value: template for template in Template})]
When = Annotated[Occasion, choice({occasion.value: occasion for occasion in Occasion})]
Days = Annotated[Counted, choice({counted.value: counted for counted in Counted})]
Said = Annotated[Privacy, choice({privacy.value: privacy for privacy in Privacy})]


class DueRow(Row):
    """How many days after its period something is shown."""

    days: int = Field(ge=1, le=366, examples=["10"])
    counted: Days = Field(default=Counted.CALENDAR, examples=['"working"'])


class DisclosureRow(Row):
    """One thing to be shown; the occasion stands before what depends on it."""

    names: Names = Field(examples=['{ zh-CN = "收支总账", en = "Accounts" }'])
    kind: Whose = Field(examples=['"finance"'])
    content: About = Field(examples=['"spending"'])
    template: Made = Field(examples=['"ledger"'])
    occasion: When = Field(default=Occasion.CALENDAR, examples=['"calendar"'])
    since: date | None = Field(default=None, examples=["2026-01-01"])
    until: date | None = Field(default=None, examples=["2028-12-31"])
    rule: str = Field(default="", examples=['"FREQ=MONTHLY;BYMONTHDAY=1"'])
    due: DueRow = Field(examples=["{ days = 10 }"])
    drafter: str = Field(default="", examples=['"he"'])
    approver: str = Field(default="", examples=['"chen"'])
    privacy: Said = Field(examples=['"none"'])
    chats: list[Kind] = Field(default=[], examples=['["community", "building"]'])
    subscribers: bool = Field(default=True, examples=["true"])
    keep: Kept = Field(default=_KEPT, examples=['"1825d"'])

    @field_validator("until")
    @classmethod
    def _after_since(cls, until: date | None, row: ValidationInfo) -> date | None:
        since = row.data.get("since")
        if until and since and until < since:
            raise wrong("until-before-since", {"since": since, "until": until})
        return until

    @field_validator("rule")
    @classmethod
    def _of_days(cls, rule: str, row: ValidationInfo) -> str:
        try:
            if rule:
                recurring(rule, row.data.get("since") or USUAL_SINCE)
        except ValueError as reason:
            raise wrong("bad-rule", {}) from reason
        return rule


class DisclosingRow(Row):
    """Numbers for all that is disclosed; the large amount is in yuan."""

    window_days: int = Field(default=_USUAL.window_days, ge=0, le=30, examples=["1"])
    large_yuan: int = Field(default=_USUAL.large // _FEN, ge=1, le=100_000_000, examples=["1000"])
    jump_percent: int = Field(default=int(_USUAL.jump * _PER_CENT), ge=1, le=1000, examples=["30"])
    answer_days: int = Field(default=_USUAL.answer_days, ge=1, le=60, examples=["7"])
    correct_days: int = Field(default=_USUAL.correct_days, ge=1, le=60, examples=["7"])
    question_days: int = Field(default=_USUAL.question_days, ge=1, le=60, examples=["7"])
    survey_days: int = Field(default=_USUAL.survey_days, ge=1, le=30, examples=["7"])
    plain_percent: int = Field(
        default=int(_USUAL.plain * _PER_CENT), ge=1, le=100, examples=["60"]
    )
    plain_answers: int = Field(default=_USUAL.enough, ge=1, le=10_000, examples=["5"])


def items(rows: Mapping[str, DisclosureRow]) -> tuple[Item, ...]:
    """Return what is disclosed, in the order of the file."""
    return tuple(
        Item(
            key=key,
            names=dict(row.names),
            kind=row.kind,
            content=row.content,
            template=row.template,
            occasion=row.occasion,
            rule=row.rule.upper(),
            since=row.since or USUAL_SINCE,
            until=row.until,
            due=DueDay(days=row.due.days, counted=row.due.counted),
            drafter=row.drafter,
            approver=row.approver,
            privacy=row.privacy,
            chats=tuple(kind.value for kind in row.chats),
            subscribers=row.subscribers,
            keep=row.keep,
        )
        for key, row in rows.items()
    )


def numbers(row: DisclosingRow) -> Disclosing:
    """Return the numbers of the file."""
    return Disclosing(
        window_days=row.window_days,
        large=row.large_yuan * _FEN,
        jump=Fraction(row.jump_percent, _PER_CENT),
        answer_days=row.answer_days,
        correct_days=row.correct_days,
        question_days=row.question_days,
        survey_days=row.survey_days,
        plain=Fraction(row.plain_percent, _PER_CENT),
        enough=row.plain_answers,
    )
