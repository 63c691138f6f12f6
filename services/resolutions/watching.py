"""Neighbours watch whether it is carried out: one answer a person, changeable (F04)."""

from governance.directory import Role
from governance.refusals import NotAllowed, Refusal
from governance.resolutions.states import (
    WORKING,
    Question,
    Reply,
    ResolutionAction,
    ResolutionStatus,
)
from services.ports import Work
from services.resolutions import acting, telling

S = ResolutionStatus
WATCHED = WORKING | {S.IMPLEMENTED, S.RESULT_PUBLISHED, S.DISPUTED}
# who hears of an answer: how many by now, and never who (N21)
HEARS = {Reply.NO: Role.SUPERVISION, Reply.UNSURE: Role.COMMITTEE}


def watch(work: Work, resolution_id: int, reply: Reply) -> Reply:
    """Write down what somebody sees; who carries it out or was not met here is refused.

    A no to a published result brings it before supervision.
    """
    resolution = work.resolutions.get(resolution_id)
    if resolution.status not in WATCHED:
        raise Refusal("refusal-closed")
    if not acting.is_resident(work, work.by.id, work.topics.get(resolution.topic)):
        raise NotAllowed("refusal-resolution-resident")
    if work.by.officer and work.by.officer in resolution.involved.officers:
        raise NotAllowed("refusal-resolution-own")
    before = work.replies.said(resolution.id).get((work.by.id, Question.SEEN))
    work.replies.answer(resolution.id, work.by.id, Question.SEEN, reply, work.now)
    if before is reply:
        return reply
    if reply is Reply.NO and resolution.status is S.RESULT_PUBLISHED:
        acting.act(work, resolution.id, ResolutionAction.DISPUTE)
        return reply
    if role := HEARS.get(reply):
        said = telling.facts(resolution)
        telling.officers(work, f"resolution-seen-{reply}", said, role)
    telling.redraw(work, resolution)
    return reply
