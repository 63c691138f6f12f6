"""Writing a resolution: from what was agreed to words and promises, one by one (E07)."""

from dataclasses import replace

from governance import days, powers
from governance.deliberations.advance import Given as TopicGiven
from governance.deliberations.required import entry
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.powers import Verb
from governance.procedure import Level
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import draft, forms, prices
from governance.resolutions.advance import unwritten
from governance.resolutions.clauses import LONGEST
from governance.resolutions.resolution import DRAFTABLE, Resolution
from governance.resolutions.states import OVER, ResolutionKind, ResolutionStatus
from services import talks
from services.deliberations import acting as topics
from services.hearing import Heard
from services.ports import Work
from services.resolutions import acting, basis, carrying, telling

AGREED = frozenset({TopicStatus.CONSENSUS, TopicStatus.DIRECTED})
DAYS = frozenset({"finish", "disclose"})


def begin(work: Work, topic_id: int) -> Resolution | Dialogue:
    """Ask for the words of a topic's resolution; where it has one, show that."""
    topic = _ready(work, topic_id)
    known = work.resolutions.of_topic(topic.id)
    if known and known.status not in OVER:
        telling.sheet(work, known, work.by.id)
        return known
    whole: dict[str, str | int | None] = {"matter": topic.id, "number": topic.number}
    if form := _form(work, topic):
        whole["form"] = form
    return talks.open_form(work, DialogueKind.RESOLVE, 0, resolution=0, **whole)


def _form(work: Work, topic: Topic) -> str:
    """Return in what form a matter of this kind ends: a menu's winners are projects (E02)."""
    if basis.winners(work, topic):
        return ResolutionKind.PROJECT
    kind = entry(work.community, topic)
    return kind.result if kind else ""


def _ready(work: Work, topic_id: int) -> Topic:
    """Return the topic; Refusal for all but the committee, and where nothing is decided yet."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    topic = work.topics.get(topic_id)
    by_meeting = topic.level is Level.MEETING and topic.status in AGREED
    if topic.status not in DRAFTABLE or by_meeting:
        raise Refusal("refusal-resolution-topic")
    return topic


def rewrite(work: Work, resolution_id: int) -> Dialogue:
    """Ask for other words of a draft."""
    resolution = _draft(work, resolution_id)
    topic = work.topics.get(resolution.topic)
    return talks.open_form(
        work,
        DialogueKind.RESOLVE,
        0,
        matter=topic.id,
        number=topic.number,
        resolution=resolution.id,
    )


def written(work: Work, talk: Dialogue) -> Resolution:
    """Write a draft down, new or with other words; a new one goes on with its first promise."""
    kind, text = ResolutionKind(talk.text("form")), talk.text("text")
    if number := talk.whole("resolution"):
        resolution = work.resolutions.get(number)
        asked = acting.given(work, resolution)
        changed = draft.written(work.community, resolution, asked, kind, text)
        return _saved(work, changed, "resolution_edit")
    topic = _ready(work, talk.whole("matter"))
    if _form(work, topic) not in {"", kind}:
        raise Refusal("refusal-resolution-form")
    if (known := work.resolutions.of_topic(topic.id)) and known.status not in OVER:
        raise Refusal("refusal-conflict")
    if topic.status in AGREED:
        topics.act(work, topic.id, TopicAction.RESOLVE, TopicGiven(by=work.by, at=work.now))
    made = work.resolutions.add(
        Resolution(topic=topic.id, at=work.now, kind=kind, text=text, drafted_by=work.by.officer)
    )
    work.note("resolution_draft", f"resolution:{made.id}", {"text": text, "kind": kind})
    telling.sheet(work, made, work.by.id)
    promise(work, made.id)
    return made


def promise(work: Work, resolution_id: int) -> Dialogue:
    """Ask for one promise more: the next project that a menu chose, with its cost (E19)."""
    resolution = _draft(work, resolution_id)
    known: dict[str, str | int | None] = {}
    costs = basis.winners(work, work.topics.get(resolution.topic))
    for name in unwritten(resolution, costs)[:1]:
        known = {"what": name, "money": prices.yuan(costs[name])}
    return talks.open_form(
        work, DialogueKind.CLAUSE, 0, resolution=resolution.id, number=resolution.number, **known
    )


def promised(work: Work, talk: Dialogue) -> Resolution:
    """Write a promise down; where a menu chose another project, go on with that."""
    resolution = work.resolutions.get(talk.whole("resolution"))
    asked = acting.given(work, resolution)
    found = forms.clause(talk)
    changed = draft.promised(work.community, resolution, asked, found)
    saved = _saved(work, changed, "resolution_promise")
    if unwritten(saved, asked.winners):
        promise(work, saved.id)
    return saved


def drop(work: Work, resolution_id: int, clause_id: int) -> Resolution:
    """Take a promise out of a draft."""
    resolution = work.resolutions.get(resolution_id)
    asked = acting.given(work, resolution)
    changed = draft.dropped(work.community, resolution, asked, clause_id)
    return _saved(work, changed, "resolution_drop")


def _draft(work: Work, resolution_id: int) -> Resolution:
    powers.require(work.by, Verb.LEAD_TOPIC)
    resolution = work.resolutions.get(resolution_id)
    if resolution.status is not ResolutionStatus.DRAFTED:
        raise NotAllowed("refusal-not-allowed")
    return resolution


def _saved(work: Work, resolution: Resolution, verb: str) -> Resolution:
    saved = work.resolutions.save(resolution)
    detail = {"text": saved.text, "promises": [c.what for c in saved.clauses]}
    work.note(verb, f"resolution:{saved.id}", detail)
    telling.sheet(work, saved, work.by.id)
    telling.redraw(work, saved)
    return saved


class ClauseTalk(talks.Filled):
    """The talk that gathers a promise; days and sums are read as they are written."""

    __slots__ = ()

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take an answer; Refusal where it is no day, or no sum, and one is asked for."""
        question = self.form.next(dialogue)
        if question and question.field in DAYS:
            today = carrying.local(work, work.now)
            day = days.ahead(heard.text, today, LONGEST)
            heard = replace(heard, text=day.isoformat())
        if question and question.field == "money":
            yuan = prices.yuan(prices.fen(heard.text))
            heard = replace(heard, text=yuan)
        return super().hear(work, dialogue, heard)


RESOLVE = talks.Filled(forms.RESOLVE, written)
CLAUSE = ClauseTalk(forms.CLAUSE, promised)
