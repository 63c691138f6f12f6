"""What the committee says of a topic: the checklist, the elements, the gate, and each step."""

from dataclasses import replace
from datetime import date

from governance import days, powers
from governance.deliberations import advance as road
from governance.deliberations import forms, summing
from governance.deliberations.advance import Given
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.summing import Part
from governance.deliberations.table import LIFECYCLE
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.powers import Verb
from governance.procedure import Level
from governance.refusals import NotAllowed, Refusal
from services import talks
from services.deliberations import acting, posting, proposing, telling
from services.ports import Work

A, S = TopicAction, TopicStatus
REVIEWED = frozenset({S.PRE_REVIEW, S.ADMITTED})
ANYTHING = "?"  # holds the place of words that a talk will gather
SPECIFIED = frozenset({S.PRE_REVIEW, S.ADMITTED})


def press(work: Work, topic_id: int, action: TopicAction) -> Topic | Dialogue:
    """Take the step of a button, or open the talk in which its words are given."""
    topic = work.topics.get(topic_id)
    taken = LIFECYCLE.step(topic.status, action, road.roles_in(topic, work.by))
    if not (taken.reason or taken.proof or action is A.RESUBMIT):
        return acting.act(work, topic_id, action, Given(by=work.by, at=work.now))
    parts = dict.fromkeys(map(str, Part), ANYTHING)
    given = Given(
        by=work.by, at=work.now, note=ANYTHING, proof=ANYTHING, parts=parts, weighed=True
    )
    acting.foreseen(work, topic, action, given)
    if action is A.SUMMARISE:
        had = summing.heard(topic, work.statements.of(topic.id))
        counted = {f"had-{part}": str(had[part]) for part in Part}
        return _open(work, DialogueKind.SUMMARY, topic, **counted)
    sorted_in = forms.YES if topic.criteria else forms.NO
    return _open(work, DialogueKind.TOPIC_STEP, topic, action=action, sorted=sorted_in)


def stepped(work: Work, talk: Dialogue) -> Topic:
    """Take the step for which a talk has gathered the words."""
    action = A(talk.text("action"))
    weighed = action in forms.UNTALKED
    note, proof = talk.text("note"), talk.text("proof")
    given = Given(by=work.by, at=work.now, note=note, proof=proof, weighed=weighed)
    topic = work.topics.get(talk.whole("matter"))
    if weighed and talk.text("sorted") != forms.YES and not topic.criteria:
        topic = replace(topic, criteria=forms.criteria(talk))
    if action is A.RESUBMIT:
        topic = replace(topic, text=note)
    return acting.step(work, topic, action, given)


def summed(work: Work, talk: Dialogue) -> Topic:
    """Write the summary; what waits for its batch is shown first, and belongs into it (E05)."""
    parts = {str(part): talk.text(part) for part in Part}
    topic = posting.flush(work, work.topics.get(talk.whole("matter")))
    work.dialogues.save(talks.timed(work, talk, telling.group(work, talk)))
    note = summing.words(parts)
    given = Given(by=work.by, at=work.now, note=note, parts=parts)
    return acting.step(work, topic, A.SUMMARISE, given)


def check(work: Work, topic_id: int) -> Dialogue:
    """Open the checklist of the review (E03)."""
    topic = led(work, topic_id, REVIEWED)
    if topic.criteria:
        return _open(work, DialogueKind.PREREVIEW, topic, sorted=forms.YES, entry=topic.entry)
    sort = proposing.catalogue(work, topic.text)
    return _open(work, DialogueKind.PREREVIEW, topic, **sort)


def checked(work: Work, talk: Dialogue) -> Topic:
    """Write the checklist down; whoever reads the topic sees it."""
    topic = led(work, talk.whole("matter"), REVIEWED)
    found = forms.entry(work.community, talk)
    if talk.text("sorted") != forms.YES:
        topic = replace(proposing.sorted_in(work, topic, talk), criteria=forms.criteria(talk))
    if not topic.criteria:
        raise Refusal("refusal-topic-criteria")
    level = found.level if found else Level(talk.text("level"))
    if found is None:
        major, vital = (talk.text(field) == forms.YES for field in ("major", "vital"))
        topic = replace(topic, major=major, vital=vital)
    review = forms.review(talk, level)
    return written(work, replace(topic, review=review), "topic-review")


def specify(work: Work, topic_id: int) -> Dialogue:
    """Open the form of the five elements (E04)."""
    return _open(work, DialogueKind.ELEMENTS, led(work, topic_id, SPECIFIED))


def specified(work: Work, talk: Dialogue) -> Topic:
    """Write the five elements down."""
    topic = led(work, talk.whole("matter"), SPECIFIED)
    said = forms.elements(talk, topic.text)
    return written(work, replace(topic, elements=said), "topic-elements")


def study(work: Work, topic_id: int) -> Dialogue:
    """Open the form of the party organisation's study: its day and what it came to (E11)."""
    return _open(work, DialogueKind.STUDY, led(work, topic_id, REVIEWED))


def studied(work: Work, talk: Dialogue) -> Topic:
    """Write down day and conclusion, and nothing else of it (N02)."""
    topic = led(work, talk.whole("matter"), REVIEWED)
    day = date.fromisoformat(talk.text("day"))
    studied_on = replace(topic, party_studied=day, party_conclusion=talk.text("conclusion"))
    return written(work, studied_on, "topic-study")


class StudyTalk(talks.Filled):
    """The talk that asks for the day; one that was, in the calendar of the community."""

    __slots__ = ()

    def _go_on(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        if field == "day":
            today = work.now.astimezone(work.community.calendar.zone).date()
            value = (today if value == forms.TODAY else days.behind(value, today)).isoformat()
        return super()._go_on(work, dialogue, field, value)


def _open(work: Work, kind: DialogueKind, topic: Topic, **known: str) -> Dialogue:
    said: dict[str, str | int | None] = dict(known)
    return talks.open_form(work, kind, 0, matter=topic.id, number=topic.number, **said)


def led(work: Work, topic_id: int, where: frozenset[TopicStatus]) -> Topic:
    """Return a topic for whoever leads it, while this can still be said of it."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    topic = work.topics.get(topic_id)
    if topic.status not in where:
        raise NotAllowed("refusal-not-allowed")
    return topic


def written(work: Work, topic: Topic, verb: str, **more: int) -> Topic:
    """Write down what was said of a topic, and draw it anew."""
    saved = work.topics.save(topic)
    work.note(verb, f"topic:{topic.id}", {"status": topic.status, **more})
    telling.redraw(work, saved)
    return saved


PREREVIEW = talks.Filled(forms.PREREVIEW, checked)
ELEMENTS = talks.Filled(forms.ELEMENTS, specified)
STUDY = StudyTalk(forms.STUDY, studied)
STEP = talks.Filled(forms.STEP, stepped)
SUMMARY = talks.Filled(forms.SUMMARY, summed, telling.group)
