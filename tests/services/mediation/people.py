"""How disputes are told in a test: by whom, with which answers."""

from dataclasses import replace

from governance.categories import Reading
from governance.mediation import DisputeAction
from governance.mediation.form import FORM, MANY, NO_MORE
from handlers.talks import KINDS
from services import talks
from services.mediation import acting, reporting
from tests.services.town import LI

ZHENG, MA, LIANG = 2005, 2006, 4101
PLAIN = Reading(category=None, building=None)
DANGER = replace(PLAIN, danger=True)
WORDS = "楼上天天半夜拖椅子，说了也不听"
ANSWERS = {
    "threat": "no",
    "injury": "no",
    "weapon": "no",
    "frail": "no",
    "involved": (),
    "building": "b3",
    "kin": (),
    "own": "mine",
    "behalf": "二楼的老人",
    "type": "neighbours",
    "pair": "community",
    "text": WORDS,
    "since": "weeks",
    "tried": "talked",
    "wishes": "晚上安静些",
    "named": "no",
}
SPOKEN = {"text", "behalf", "wishes"}


def begin(town, person=LI, text="", reading=PLAIN):
    heard = town.hear(text, chat=person, reading=reading)
    return town.do(person, reporting.begin, heard).id


def say(town, person, talk, text="", reading=PLAIN, **more):
    heard = town.hear(text, chat=person, reading=reading, asked=False, **more)
    found = town.talk(talk)
    return town.do(person, lambda work: KINDS[found.kind].hear(work, found, heard))


def tap(town, person, talk, field, value=""):
    return town.do(person, talks.answer, KINDS, talk, field, value)


def answer(town, person, talk, field, value):
    if field in MANY:
        for each in value:
            tap(town, person, talk, field, each)
        return tap(town, person, talk, field, NO_MORE)
    if field in SPOKEN and value:
        return say(town, person, talk, value)
    return tap(town, person, talk, field, value)


def answer_all(town, person, talk, *, until="", **answers):
    """Answer what is asked, up to a question or to the last tap; return the talk's number."""
    while (wanted := FORM.next(town.talk(talk))) and wanted.field != until:
        answer(town, person, talk, wanted.field, {**ANSWERS, **answers}[wanted.field])
    return talk


def tell(town, person=LI, **answers):
    """Tell a whole dispute and submit it."""
    talk = answer_all(town, person, begin(town, person), **answers)
    return tap(town, person, talk, talks.SUBMIT)


def name_all(town, person=LI, talk=1, involved=(), kin=()):
    """Say who is involved and who is kin: from then on an alarm may call people."""
    answer(town, person, talk, "involved", involved)
    return answer(town, person, talk, "kin", kin)


def press(town, person, action, to="", dispute=1):
    return town.do(person, acting.press, dispute, DisputeAction(action), to)


def act(town, person, action, text="", dispute=1, **heard):
    """Press a button and, where words are asked for, say them."""
    done = press(town, person, action, dispute=dispute)
    return say(town, person, done.id, text, **heard)


def dispute(town, number=1):
    with town.work(0) as work:
        return work.disputes.get(number)
