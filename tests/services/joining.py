"""How somebody becomes a resident, tap by tap."""

from governance import consent as five
from governance.residents import ResidentAction
from services import consent, residents, talks
from services.hearing import Asked
from tests.services.town import LI, WANG


def private(person):
    return Asked(chat=person, message=0)


def agreed(town, person=LI):
    town.do(person, residents.agree, five.VERSION, consent.START)


def asks(town, person=LI, building="b3", door="二单元301", residency="settled"):
    """Walk through the form as a person taps and writes; return the binding."""
    if not town.do(person, consent.stands, person):
        agreed(town, person)
    town.do(person, residents.arrive, private(person), f"b_{building}")
    talk = newest(town, person)
    town.say(person, door)
    town.answer(person, "residency", residency, talk)
    town.answer(person, talks.SUBMIT, dialogue_id=talk)
    return bindings(town, person)[-1]


def newest(town, person):
    with town.work(0) as work:
        return work.dialogues.waiting(person, person).id


def bindings(town, person=LI):
    with town.work(0) as work:
        return work.residents.of(person)


def press(town, person, action, resident=1):
    return town.do(person, residents.press, resident, ResidentAction(action))


def verified(town, person=LI, **more):
    found = asks(town, person, **more)
    press(town, WANG, "verify", found.id)
    return found.id
