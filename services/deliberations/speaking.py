"""Speaking to a topic: from the button in the group to a numbered statement (E06, E16)."""

from dataclasses import replace

from governance import delegates, powers
from governance.deliberations import forms, spared
from governance.deliberations import topic as topics
from governance.deliberations.statements import Stance, Statement
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.notices import Fact
from governance.powers import Verb
from governance.refusals import Refusal
from services import near, talks
from services.deliberations import posting, telling
from services.hearing import Heard
from services.ports import Work


def begin(work: Work, topic_id: int) -> Dialogue:
    """Ask in private for a statement; Refusal where the talk is not open, or to a stranger."""
    work.people.reach(work.by.id, reachable=True)
    topic = near.among(work, topics.discussed(work.topics.get(topic_id)))
    return _open(work, topic, place=_place(work, topic))


def _place(work: Work, topic: Topic) -> str:
    """Return how whoever speaks stands to a matter; Refusal for a stranger (A12, E23)."""
    if near.homes(work, work.by.id):
        return forms.CONCERNED if near.concerned(work, topic, work.by.id) else ""
    if delegates.guest(work.community, work.by.id):
        return forms.GUEST
    raise Refusal("refusal-topic-verified")


def enter(work: Work, topic_id: int) -> Dialogue:
    """Ask for what somebody without a phone said to the officer (A10)."""
    powers.require(work.by, Verb.ENTER_VOTE)
    topic = near.serves(work, work.topics.get(topic_id))
    return _open(work, topics.discussed(topic), entering=forms.YES)


def _open(work: Work, topic: Topic, entering: str = forms.NO, place: str = "") -> Dialogue:
    known: dict[str, str | int | None] = {"for": entering, "place": place}
    return talks.open_form(
        work, DialogueKind.SPEAK, 0, matter=topic.id, number=topic.number, **known
    )


class Speaking(talks.Filled):
    """The talk in which somebody speaks, in words or by a voice."""

    __slots__ = ()

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take the words, or a voice in their place; Refusal where they are too many."""
        question = self.form.next(dialogue)
        if question and question.field == "text" and heard.voice and not heard.text:
            data = {**dialogue.data, "voice": heard.voice}
            return self._go_on(work, replace(dialogue, data=data), "text", "")
        forms.brief(heard.text)
        return super().hear(work, dialogue, heard)

    def back(self, work: Work, dialogue: Dialogue) -> object:
        """Ask the question before this one again; a voice is let go with its words."""
        last = self.form.last(dialogue)
        data = {k: v for k, v in dialogue.data.items() if k != "voice"}
        spoken = last is not None and last.field == "text"
        return super().back(work, replace(dialogue, data=data) if spoken else dialogue)


def said(work: Work, talk: Dialogue) -> Statement:
    """Write a statement down: shown at once under the name, else with the next batch."""
    topic = topics.discussed(work.topics.get(talk.whole("matter")))
    entered = talk.text("for") == forms.YES
    if not entered:
        near.among(work, topic)
    hidden = talk.text("name") == forms.HIDDEN
    # of one who hides his name it keeps the same: his talk must not look different from others'
    kept: dict[str, str | int | None] = {"matter": topic.id, "for": talk.text("for")}
    over = talks.timed(work, replace(talk, data=kept), telling.group(work, talk))
    statement = work.statements.add(
        Statement(
            topic=topic.id,
            person=0 if entered else work.by.id,
            stance=Stance(talk.text("stance")),
            text=talk.text("text"),
            voice=talk.text("voice"),
            affected=forms.affected(talk),
            hidden=hidden,
            shown=not hidden,
            entered_by=work.by.officer if entered else "",
            at=work.now,
            office=_office(work, talk),
            guest=talk.text("place") == forms.GUEST,
        )
    )
    # what was said stands in the statement, and nowhere else
    work.dialogues.save(over)
    if hidden:
        posting.wait(work, topic)  # no line in the audit either: it would say when
        return statement
    work.note("topic-statement", f"topic:{topic.id}", {"number": statement.number})
    posting.post(work, topic, [statement])
    return statement


def _office(work: Work, talk: Dialogue) -> str:
    """Return for which office somebody speaks under his name; none who hides it is labelled."""
    own = talk.text("for") != forms.YES and talk.text("name") != forms.HIDDEN
    return (delegates.guest(work.community, work.by.id) or "") if own else ""


def reply(work: Work, topic_id: int, number: int) -> Dialogue:
    """Ask one of the committee for the answer to a statement."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    topic = work.topics.get(topic_id)
    statement = _unanswered(work, topic, number)
    return talks.open_form(
        work,
        DialogueKind.ANSWER_STATEMENT,
        matter=topic.id,
        number=topic.number,
        count=statement.number,
    )


def replied(work: Work, talk: Dialogue) -> Statement:
    """Put the answer beside the statement, and say it in the group."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    topic = work.topics.get(talk.whole("matter"))
    statement = _unanswered(work, topic, talk.whole("count"))
    answered = replace(statement, reply=talk.text("text"))
    work.statements.save(answered)
    detail = {"number": statement.number, "text": answered.reply}
    work.note("topic-reply", f"topic:{topic.id}", detail)
    work.dialogues.save(talks.timed(work, talk, telling.group(work, talk)))
    told = telling.facts(topic, first=statement.number, by=work.by.officer)
    telling.aloud(work, spared.REPLY, told, topic)
    telling.redraw(work, topic)
    _tell_author(work, answered, told)
    return answered


def _tell_author(work: Work, answered: Statement, told: dict[str, Fact]) -> None:
    """Tell whoever made a statement that it was answered, in private and nowhere else (N21)."""
    author = answered.person
    if author and author != work.by.id and telling.met(work, author):
        telling.privately(work, telling.REPLIED, told, [author])


def _unanswered(work: Work, topic: Topic, number: int) -> Statement:
    statement = work.statements.numbered(topic.id, number)
    if statement.reply or not statement.shown:
        raise Refusal("refusal-statement-answered")
    return statement


def read(work: Work, topic_id: int, until: int = 0) -> None:
    """Show in private what was said to a topic: the newest, or what came until a number."""
    topic = near.require(work, work.topics.get(topic_id))
    telling.privately(work, "topic-said", telling.facts(topic, until=until), [work.by.id])


SPEAK = Speaking(forms.SPEAK, said, telling.group)
REPLY = talks.Filled(forms.ANSWER, replied, telling.group)
