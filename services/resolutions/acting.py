"""Taking a step on the road of a resolution: one verb, one unit, telling included (8.11)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from governance import residents
from governance.deliberations.advance import Given as TopicGiven
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import THE_CLOCK
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import advance as road
from governance.resolutions import forms
from governance.resolutions.advance import Given
from governance.resolutions.resolution import Passage, Resolution
from governance.resolutions.states import ResolutionAction, ResolutionStatus
from governance.resolutions.table import LIFECYCLE
from services import near, talks
from services.deliberations import acting as topics
from services.ports import Shelf, Work
from services.resolutions import asking, basis, carrying, telling

A, S = ResolutionAction, ResolutionStatus
OWN_WORDS = frozenset({A.OBJECT})  # a resident's: they stand with the objection alone
ANYTHING = "?"  # in the place of words that a talk will gather


def given(work: Work, resolution: Resolution, note: str = "", law: str = "") -> Given:
    """Return what the rules must know of this moment."""
    topic = work.topics.get(resolution.topic)
    return Given(
        by=work.by,
        at=work.now,
        today=carrying.local(work, work.now),
        note=note,
        law=law,
        resident=is_resident(work, work.by.id, topic),
        topic=topic.status,
        basis=basis.of(work, topic),
        winners=basis.winners(work, topic),
        final=asking.final(work, resolution),
        required=work.community.deliberation,
    )


def is_resident(shelf: Shelf, person: int, topic: Topic) -> bool:
    """Whether somebody was met as a resident (A12), and there if it is of a few neighbours."""
    met = residents.primary(shelf.residents.of(person)) is not None
    return met and (not topic.node or near.lives(shelf, topic, person))


def press(work: Work, resolution_id: int, action: ResolutionAction) -> Resolution | Dialogue:
    """Take the step of a button, or open the talk in which its words are given."""
    resolution = work.resolutions.get(resolution_id)
    asked = given(work, resolution)
    if action is A.OBJECT and not asked.resident:
        raise NotAllowed("refusal-resolution-resident")
    roles = road.roles_in(work.community, resolution, asked)
    taken = LIFECYCLE.step(resolution.status, action, roles)
    if not taken.reason:
        return act(work, resolution_id, action)
    words = replace(asked, note=ANYTHING, law=ANYTHING)
    road.advance(work.community, resolution, action, words)
    return talks.open_form(
        work,
        DialogueKind.RESOLUTION_STEP,
        0,
        resolution=resolution.id,
        number=resolution.number,
        action=action,
    )


def stepped(work: Work, talk: Dialogue) -> Resolution:
    """Take the step for which a talk has gathered the words."""
    action = A(talk.text("action"))
    note, law = talk.text("note"), talk.text("law")
    work.dialogues.save(replace(talk, data={"action": str(action)}))
    return act(work, talk.whole("resolution"), action, note, law)


STEP = talks.Filled(forms.STEP, stepped)


def act(
    work: Work, resolution_id: int, action: ResolutionAction, note: str = "", law: str = ""
) -> Resolution:
    """Take one step, and every step that follows by rule; raise Refusal or Conflict."""
    resolution = work.resolutions.get(resolution_id)
    resolution = _one(work, resolution, action, given(work, resolution, note, law))
    return follow(work, resolution)


def follow(work: Work, resolution: Resolution) -> Resolution:
    """Take the steps that follow by rule until a human must act, or a day come."""
    while action := road.automatic(work.community, resolution, given(work, resolution)):
        by_rule = replace(given(work, resolution), by=THE_CLOCK, resident=False)
        resolution = _one(work, resolution, action, by_rule)
    telling.redraw(work, resolution)
    return resolution


def _one(work: Work, resolution: Resolution, action: ResolutionAction, said: Given) -> Resolution:
    roles = road.roles_in(work.community, resolution, said)
    tells = LIFECYCLE.step(resolution.status, action, roles).tells
    moved = work.resolutions.save(road.advance(work.community, resolution, action, said))
    note = "" if action in OWN_WORDS else said.note
    work.resolutions.passed(
        moved.id, Passage(action=action, officer=said.by.officer, at=said.at, note=note)
    )
    detail = {"note": said.note, "law": said.law, "status": moved.status}
    work.note(f"resolution-{action}", f"resolution:{moved.id}", detail)
    told = telling.facts(moved, note=note, law=said.law, by=said.by.officer)
    telling.step(work, moved, action, told, tells)
    if then := FOLLOWS.get(action):
        moved = then(work, moved) or moved
    return moved


def _window(work: Work, resolution: Resolution) -> None:
    _wake(work, resolution, resolution.window_until)


def _wake(work: Work, resolution: Resolution, at: datetime | None) -> None:
    key = f"resolution-look:{resolution.id}:{resolution.version}"
    work.due(at or work.now, "resolution_look", key, resolution=resolution.id)


def _in_force(work: Work, resolution: Resolution) -> None:
    """Conclude the topic, in the name of whoever of the committee answers for it."""
    lead = telling.lead(work, resolution)
    topic = work.topics.get(resolution.topic)
    if lead is None:
        work.alarm("unheld", f"resolution:{resolution.id}")
    elif topic.status is TopicStatus.RESOLVING:
        by, proof = work.actor(lead.telegram), f"resolution:{resolution.id}"
        concluded = TopicGiven(by=by, at=work.now, proof=proof)
        topics.act(work, topic.id, TopicAction.CONCLUDE, concluded)


def _disclosed(work: Work, resolution: Resolution) -> None:
    asking.ask(work, resolution)
    _wake(work, resolution, resolution.asked_until)


def _closed(work: Work, resolution: Resolution) -> None:
    """Let the topic be evaluated: its questions were asked and answered (E14)."""
    if work.topics.get(resolution.topic).status is TopicStatus.RESOLVED:
        topics.by_clock(work, resolution.topic, TopicAction.EVALUATE)
    for person in work.replies.asked(resolution.id):
        work.redraw(f"resolution-asked:{resolution.id}:{person}:")


FOLLOWS: Mapping[ResolutionAction, Callable[[Work, Resolution], Resolution | None]] = {
    A.HAND_IN: telling.checkers,
    A.RETURN: telling.leaders,
    A.CHECK: telling.leaders,
    A.PUBLISH: _window,
    A.OBJECT: telling.checkers,
    A.UPHOLD: telling.leaders,
    A.ENTER: _in_force,
    A.BEGIN: carrying.begin,
    A.RESUME: carrying.begin,
    A.FINISH: telling.leaders,
    A.DISCLOSE: _disclosed,
    A.DISPUTE: telling.checkers,
    A.CLOSE: _closed,
    A.CORRECT: telling.leaders,
}


def working(resolution: Resolution) -> None:
    """Raise Refusal unless it is being carried out."""
    if resolution.status not in {S.IMPLEMENTING, S.OVERDUE}:
        raise Refusal("refusal-closed")
