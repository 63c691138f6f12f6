"""A meeting, a notice, and a way through the six steps, as the tests of their rules begin."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from governance.deliberations.states import Consultation, TopicStatus
from governance.fourstep import FourStep, Minuted, Track
from governance.meetings.meeting import Held, Meeting, advance
from governance.meetings.sounding import Sounding
from governance.meetings.states import MeetingKind
from governance.procedure import Requirements
from governance.refusals import REFUSALS, Refusal
from tests.governance.ballots.town import officer
from tests.governance.deliberations.matters import TOPIC

CHEN, WU = officer("chen"), officer("wu")
NEED = Requirements()
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
OPENS = AT + timedelta(days=4)
AFTER = OPENS + timedelta(hours=2)
TODAY = date(2026, 3, 2)
TALKING = replace(TOPIC, status=TopicStatus.DISCUSSION, discussed_from=AT)
MEETING = Meeting(
    id=1, agenda=(1,), kind=MeetingKind.TALK, place="活动室", opens=OPENS, called_by="chen", at=AT
)
HEARING = replace(MEETING, kind=MeetingKind.HEARING)
NOTICE = Sounding(
    id=1,
    topic=1,
    kind=Consultation.NOTICE,
    text="拟装刷卡",
    by="chen",
    at=AT,
    until=AT + timedelta(days=5),
)
SURVEY = replace(NOTICE, kind=Consultation.SURVEY, text="装不装", options=("装", "不装"))
TRACK = Track(id=1, topic=1)
PROPOSED = Minuted(
    step=FourStep.PROPOSE, on=TODAY, expected=9, present=7, photo="p", by="chen", at=AT
)


def refused(verb, *given, **more):
    with pytest.raises(Refusal) as found:
        verb(*given, **more)
    assert found.value.key in REFUSALS
    return found.value.key.removeprefix("refusal-")


def take(meeting, action, by=CHEN, **more):
    given = {
        "at": AFTER,
        "note": "下雨",
        "minutes": "大家同意",
        "attendance": 21,
        "opens": OPENS + timedelta(days=7),
    } | more
    return advance(meeting, action, Held(by=by, **given), NEED)
