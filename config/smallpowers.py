"""The list of small powers, as a community's file says it (F05)."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from config.fields import Names, Office, choice
from config.row import Row
from governance.directory import Role
from governance.powers import POWER_OF, POWERS, Power, Verb
from governance.smallpowers import SmallPower

# what a power can cover: that which the committee carries out through the bot
COVERED = {
    verb.value: verb
    for verb in Verb
    if POWER_OF[verb] is Power.EXECUTE and Role.COMMITTEE in POWERS[verb]
}
Covered = Annotated[Verb, choice(COVERED)]


class PowerRow(Row):
    """One small power: who answers for it, how it is exercised, and whom to complain to."""

    names: Names = Field(examples=['{ zh-CN = "居务公开", en = "Disclosure" }'])
    office: Office = Field(examples=['"committee"'])
    steps: list[Names] = Field(min_length=1, examples=['[{ zh-CN = "登记编号" }]'])
    time: Names = Field(examples=['{ zh-CN = "每月 10 日前" }'])
    materials: list[Names] = Field(default=[], examples=['[{ zh-CN = "凭证" }]'])
    complaint: Names = Field(examples=['{ zh-CN = "监督委员会" }'])
    covers: list[Covered] = Field(default=[], examples=['["draft-disclosure"]'])


def powers(rows: Mapping[str, PowerRow]) -> tuple[SmallPower, ...]:
    """Return the small powers, in the order of the file."""
    return tuple(
        SmallPower(
            key=key,
            names=dict(row.names),
            office=row.office,
            steps=tuple(dict(each) for each in row.steps),
            time=dict(row.time),
            complaint=dict(row.complaint),
            materials=tuple(dict(each) for each in row.materials),
            covers=tuple(verb.value for verb in row.covers),
        )
        for key, row in rows.items()
    )
