"""Which ballots can be held from where a topic stands (E05, E14, E18)."""

from collections.abc import Mapping

from governance.ballots.states import Instrument
from governance.deliberations.states import TopicStatus

I, T = Instrument, TopicStatus  # noqa: E741 -- as elsewhere, one letter for a long enum
HELD: Mapping[TopicStatus, tuple[Instrument, ...]] = {
    T.NOTICED: (I.SURVEY,),
    T.DISCUSSION: (I.SURVEY,),
    T.SUMMARY: (I.SURVEY,),
    T.POLLING: (I.DELIBERATIVE, I.MENU),
    T.RESOLVED: (I.EVALUATION,),
}
