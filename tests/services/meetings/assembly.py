"""Topics under discussion, and how forms about them are filled in a test."""

from dataclasses import replace

from governance.categories import Reading
from governance.deliberations.states import TopicStatus
from handlers.talks import FORMS, KINDS
from services import talks
from services.meetings import acting, calling, sounding, tracking
from services.meetings.polling import Polled
from tests.governance.deliberations.matters import TOPIC
from tests.services.town import CHEN

PLAIN = Reading(category=None, building=None)
CALLED = {"sort": "talk", "day": "11-8", "hour": "晚上7点半", "place": "活动室"}
HELD = {"attendance": "21人", "minutes": "大家同意装刷卡", "photo": "p1"}
ASKED = {"text": "电梯装不装刷卡？", "options": "装\n不装", "days": "5"}
NOTED = {"text": "拟在三号楼装刷卡", "days": "5"}
STEPPED = {
    "on": "11-1",
    "expected": "9",
    "present": "7人",
    "passed": "yes",
    "result": "同意",
    "photo": "p1",
}


def topic(town, **changed):
    """Put a topic under discussion since now; return its id."""
    began = {"status": TopicStatus.DISCUSSION, "discussed_from": town.now, "at": town.now}
    with town.work(CHEN) as work:
        return work.topics.add(replace(TOPIC, text="装刷卡", lead="chen", **(began | changed))).id


def save(town, number, **changed):
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(number), **changed))


def look(town, number=1):
    with town.work(0) as work:
        return work.topics.get(number)


def meeting(town, number=1):
    with town.work(0) as work:
        return work.meetings.get(number)


def sounded(town, number=1):
    with town.work(0) as work:
        return work.soundings.get(number)


def say(town, person, talk, text="", **more):
    heard = town.hear(text, chat=person, reading=PLAIN, asked=False, **more)
    found = town.talk(talk)
    return town.do(person, lambda work: KINDS[found.kind].hear(work, found, heard))


def tap(town, person, talk, field, value=""):
    return town.do(person, talks.answer, KINDS, talk, field, value)


def fill(town, person, talk, **answers):
    """Answer all that a form asks, by a tap where it offers that, and submit it."""
    done = None
    while True:
        found = town.talk(talk)
        if found.status != "open":
            return done
        wanted = FORMS[found.kind].next(found)
        if wanted is None:
            return tap(town, person, talk, talks.SUBMIT)
        value = answers.get(wanted.field, "")
        if wanted.field == "photo" and value:
            done = say(town, person, talk, photo=value)
        elif wanted.words and value not in wanted.choices(town.community, found) and value:
            done = say(town, person, talk, value)
        else:
            done = tap(town, person, talk, wanted.field, value)


def call(town, number=1, by=CHEN, **answers):
    talk = town.do(by, calling.begin, number).id
    return fill(town, by, talk, **(CALLED | answers))


def hold(town, number=1, by=CHEN, **answers):
    """Put a meeting on record."""
    talk = town.do(by, acting.press, number, acting.A.RECORD).id
    return fill(town, by, talk, **(HELD | answers))


def sound(town, kind, number=1, by=CHEN, **answers):
    talk = town.do(by, sounding.begin, number, kind).id
    given = ASKED if kind is sounding.C.SURVEY else NOTED
    return fill(town, by, talk, **(given | answers))


def take(town, number=1, by=CHEN, **answers):
    """Record the next of the six steps."""
    talk = town.do(by, tracking.begin, number).id
    return fill(town, by, talk, **(STEPPED | answers))


def told_by_telegram(**more):
    whole = {"sounding": 1, "poll": "500", "chat": -1001000000001, "message": 77}
    return Polled(**(whole | more))
