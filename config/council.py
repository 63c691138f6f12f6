"""When the council sits, as a community's file says (E24)."""

from datetime import date, time

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from config.fields import Text, wrong
from config.row import Row
from governance.council import Council
from governance.programme import recurring


class CouncilRow(Row):
    """The calendar of the council: on which days, at what time, where, called how long before."""

    since: date = Field(examples=["2026-01-01"])
    rule: str = Field(examples=['"FREQ=MONTHLY;BYDAY=1SA"'])
    hour: time = Field(examples=["19:00:00"])
    place: Text = Field(examples=['"社区活动室"'])
    ahead: int = Field(default=5, ge=1, le=30, examples=["5"])

    @field_validator("rule")
    @classmethod
    def _of_days(cls, rule: str, row: ValidationInfo) -> str:
        try:
            recurring(rule, row.data.get("since") or date.min.replace(year=2020))
        except ValueError as reason:
            raise wrong("bad-rule", {}) from reason
        return rule.upper()


def council(row: CouncilRow | None) -> Council | None:
    """Return the calendar of the file; None where it has none."""
    return Council(**dict(row)) if row else None
