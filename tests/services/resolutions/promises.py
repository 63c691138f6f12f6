"""How a topic becomes a promise in a test: agreed, drafted, checked, public, in force."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from governance.cases import CaseAction, CaseStatus
from governance.deliberations.statements import Stance, Statement
from governance.deliberations.states import TopicStatus
from governance.resolutions.states import Reply, ResolutionAction
from services.resolutions import acting, checking, drafting, watching
from storage.alarms import ALARMS
from tests.governance.deliberations.matters import REVIEW, TALKED
from tests.services.joining import asks, verified
from tests.services.joining import press as meet
from tests.services.town import AT, CHEN, HE, LI, WANG, WU, ZHANG

LIANG = 4101
DAY = timedelta(days=1)
TEXT = "三号楼一楼大门装刷卡"
CLAUSE = {
    "officer": "wang",
    "what": "装刷卡",
    "money": "1200.5元",
    "finish": "11月30日",
    "proof": "验收单和照片",
    "rhythm": "weekly",
    "disclose": "week-after",
}
TAPPED = frozenset({"officer", "rhythm"})


def agreed(town, status=TopicStatus.CONSENSUS, **changed):
    """Let a topic be agreed on, of which 李婶 spoke."""
    review = replace(REVIEW, level=changed.pop("level", REVIEW.level))
    whole = replace(TALKED, at=AT, status=status, text="装刷卡", review=review, **changed)
    with town.work(0) as work:
        topic = work.topics.add(whole)
        said = Statement(topic=topic.id, person=LI, stance=Stance.FOR, shown=True, at=AT)
        work.statements.add(said)
        return topic.id


def topic(town, topic_id=1):
    with town.work(0) as work:
        return work.topics.get(topic_id)


def resolution(town, number=1):
    with town.work(0) as work:
        return work.resolutions.get(number)


def waiting(town, person):
    """Return the newest open talk of somebody in private."""
    with town.work(0) as work:
        found = work.dialogues.waiting(person, person)
        return found.id if found else 0


def word(town, by, begun, form="plan", text=TEXT):
    """Answer the questions of a draft."""
    town.answer(by, "form", form, begun)
    town.say(by, text)
    return town.answer(by, "submit", dialogue_id=begun)


def clause(town, by=CHEN, talk=0, **answers):
    """Answer the questions of a promise, in the talk that waits."""
    talk = talk or waiting(town, by)
    for field, value in {**CLAUSE, **answers}.items():
        if field in TAPPED or value in {"week-after", ""}:
            town.answer(by, field, value, talk)
        else:
            town.say(by, value)
    return town.answer(by, "submit", dialogue_id=talk)


def drafted(town, by=CHEN, **answers):
    """Draft a resolution with one promise."""
    begun = town.do(by, drafting.begin, agreed(town)).id
    word(town, by, begun)
    clause(town, by, **answers)
    return resolution(town)


def press(town, by, action, number=1):
    return town.do(by, acting.press, number, ResolutionAction(action))


def step(town, by, action, *words, number=1):
    """Press a button and give the words that it asks for."""
    talk = press(town, by, action, number)
    for each in words:
        town.say(by, each)
    return town.answer(by, "submit", dialogue_id=talk.id)


def public(town, **answers):
    """Publish a resolution that was drafted and checked."""
    drafted(town, **answers)
    press(town, CHEN, "hand-in")
    press(town, WU, "check")
    return press(town, CHEN, "publish")


def in_force(town, **answers):
    """Let the window pass without an objection."""
    public(town, **answers)
    town.ring("resolution_look")
    return resolution(town)


def report(town, by=WANG, text="线已布好", progress="50", day=None, **heard):
    """Report on the first promise, on the day of its first check-in."""
    [promise] = resolution(town).clauses
    ordinal = (day or promise.checkins[0].day).toordinal()
    talk = town.do(by, checking.begin, 1, promise.id, ordinal)
    town.say(by, text, **heard)
    town.answer(by, "progress", progress, talk.id)
    return town.answer(by, "submit", dialogue_id=talk.id)


def carried_out(town, end="confirm"):
    """Let 王师傅 carry the promise out; 吴老, who checked it, says whether it is done."""
    [promise] = resolution(town).clauses
    if town.case(promise.case).status is CaseStatus.DISPATCHED:
        town.act(WANG, CaseAction.ACCEPT, promise.case)
    town.act(WANG, CaseAction.FINISH, promise.case, note="装好了", proof="photo-9")
    town.act(WU, CaseAction(end), promise.case)
    town.ring("promise")
    return resolution(town)


def disclosed(town):
    """Carry it out and publish the result; 李婶 and 张叔 are residents who were met."""
    verified(town, LI)
    verified(town, ZHANG, door="二单元302")
    in_force(town)
    carried_out(town)
    return step(town, CHEN, "disclose", "装好了，用了1200.50元")


def met(town, person, by=HE):
    """Let somebody in office live here too, met by another."""
    found = asks(town, person, building="b1", door="1单元101")
    meet(town, by, "verify", found.id)


def watch(town, person, reply):
    return town.do(person, watching.watch, 1, Reply(reply))


def empty(town, *posts, without=()):
    """Let nobody hold these posts any more, and chats of these kinds be gone."""

    class Plan(type(town.roll)):
        def _compose(self, connection):
            found = super()._compose(connection)
            return replace(
                found,
                officers=tuple(
                    replace(o, telegram=0) if o.key in posts else o for o in found.officers
                ),
                chats=tuple(c for c in found.chats if c.kind not in without),
            )

    town.roll = Plan(town.community, town.id)
    with town.work(0) as work:
        work.changed()


def sounded(town):
    """Return what the operator is alarmed of."""
    with town.engine.begin() as connection:
        return [tuple(row) for row in connection.execute(select(ALARMS.c.key, ALARMS.c.what))]


def heard(town, key):
    """Return who is told these words, in order."""
    return sorted(d.address.chat for d in town.deliveries() if d.key == key)


def facts(town, key):
    """Return the facts of words that are told, to whomever."""
    return next(d.facts for d in town.deliveries() if d.key == key)
