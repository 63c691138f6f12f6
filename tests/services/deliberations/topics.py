"""How a topic comes to stand where a test needs it: tap by tap, by the verbs themselves."""

from dataclasses import replace
from datetime import timedelta

from governance.deliberations.advance import Given
from governance.deliberations.forms import CRITERIA
from governance.deliberations.states import TopicAction
from governance.deliberations.summing import NOBODY, Part
from services import talks
from services.deliberations import acting, proposing, reviewing, speaking
from tests.governance.deliberations.matters import PARTS
from tests.services.joining import newest, verified
from tests.services.town import CHEN, LI

A = TopicAction
SAID = "三号楼的电梯要不要装刷卡"
CHECKED = {
    "interest": "yes",
    "difficulty": "no",
    "conflict": "no",
    "entry": "other",
    "in_scope": "yes",
    "lawful": "yes",
    "already_decided": "no",
    "level": "other",
    "major": "no",
    "vital": "no",
    "affected": "三号楼全体住户",
    "money": "不花钱",
    "personal_data": "no",
}
SPECIFIED = {
    "participants": "三号楼全体住户",
    "question": "as-proposed",
    "form": "mixed",
    "timetable": "三月",
    "use": "物业照办",
}
WORDS = {"affected", "money", "participants", "timetable", "use", "text", "note", "proof", *Part}


def topic(town, topic_id=1):
    with town.work(0) as work:
        return work.topics.get(topic_id)


def fill(town, person, **given):
    """Answer the talk that waits for somebody: words where they are wanted, else taps."""
    talk = newest(town, person)
    for field, value in given.items():
        tapped = value == NOBODY or (field == "affected" and value in {"yes", "no"})
        words = field in WORDS and not tapped
        if words:
            town.say(person, value)
        else:
            town.answer(person, field, value, talk)
    return talk


def submit(town, person):
    return town.answer(person, talks.SUBMIT, dialogue_id=newest(town, person))


def proposed(town, person=LI, door="2单元301", building="b3"):
    verified(town, person, door=door, building=building)
    town.do(person, proposing.begin, town.hear(SAID, chat=person))
    return submit(town, person)


def take(town, action, person=CHEN, topic_id=1, **given):
    with town.work(person) as work:
        by = work.by
    usual = {"note": "说明", "parts": PARTS, "weighed": True}
    given = Given(by=by, at=town.now, **{**usual, **given})
    return town.do(person, acting.act, topic_id, A(action), given)


def reviewed(town, **changed):
    """Propose, and answer the checklist."""
    proposed(town)
    take(town, A.REVIEW)
    town.do(CHEN, reviewing.check, 1)
    fill(town, CHEN, **(CHECKED | changed))
    return submit(town, CHEN)


def specified(town, topic_id=1):
    town.do(CHEN, reviewing.specify, topic_id)
    fill(town, CHEN, **SPECIFIED)
    return submit(town, CHEN)


def discussed(town, **changed):
    """Bring a topic as far as the talk about it."""
    reviewed(town, **changed)
    specified(town)
    take(town, A.ADMIT)
    take(town, A.NOTICE)
    return take(town, A.DISCUSS)


def speak(town, person, stance="for", text="好", name="open", **more):
    """Say something by the form; `name` is open or hidden."""
    town.do(person, speaking.begin, 1)
    fill(town, person, stance=stance, **more, text=text, name=name)
    return submit(town, person)


def sum_up(town, **parts):
    """Write the summary by its form; what is not given is said by nobody."""
    town.do(CHEN, reviewing.press, 1, A.SUMMARISE)
    fill(town, CHEN, **{part: parts.get(part, NOBODY) for part in Part})
    return submit(town, CHEN)


def later(town, **more):
    town.now += timedelta(**more)


def ready(town, topic_id=1):
    """Bring a matter of the committee as far as its turn."""
    town.do(CHEN, proposing.lay, town.hear("另一件", chat=CHEN))
    fill(town, CHEN, interest="yes", difficulty="no", conflict="no", entry="other")
    submit(town, CHEN)
    town.do(CHEN, reviewing.check, topic_id)
    fill(town, CHEN, **{k: v for k, v in CHECKED.items() if k not in {*CRITERIA, "entry"}})
    submit(town, CHEN)
    specified(town, topic_id)
    later(town, minutes=1)
    return take(town, A.ADMIT, topic_id=topic_id)


def agree(town, topic_id):
    """Let a summed-up topic be agreed, as if the talk had been long and all content."""
    later(town, days=4)
    with town.work(CHEN) as work:
        work.topics.save(replace(work.topics.get(topic_id), statements=5))
    return take(town, A.AGREE, topic_id=topic_id)
