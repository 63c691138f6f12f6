"""What the tests of the desk say again and again: reports at the desk, forms filled."""

from governance.cases import CaseKind
from governance.categories import Reading
from governance.refusals import Unknown
from services.talks import SUBMIT
from tests.services.town import CHEN, HE

OTHER = Reading(category="other", building="b3")
MORE = "楼顶的牌子松了，风一吹就响"
QUESTION = Reading(category="other", building="b3", kind=CaseKind.QUESTION)
DANGER = Reading(category="lift", building="b3", kind=CaseKind.HAZARD)


def newest(town):
    with town.work(0) as work:
        talk = work.dialogues.get(1)
        for number in range(2, 40):
            try:
                talk = work.dialogues.get(number)
            except Unknown:
                return talk
    return talk


def fill(town, person, *words, submit=False):
    """Answer the newest form with one message after the other."""
    for each in words:
        done = town.say(person, each)
    return town.answer(person, SUBMIT, dialogue_id=newest(town).id) if submit else done


def asked_back(town, person=HE):
    town.press(person, "ask-info")
    town.say(person, "哪一层？")
    return town.case()


def merged(town, number="1"):
    town.press(HE, "merge", case_id=2)
    return fill(town, HE, "同一台电梯", number)


def declined(town, person=CHEN):
    return town.act(person, "decline", note="不是社区的事")
