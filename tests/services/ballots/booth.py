"""A topic that was talked over, and ballots on it, as the tests of ballots begin."""

from dataclasses import replace
from datetime import timedelta

from governance.ballots.ballot import ADVISORY, Ballot
from governance.ballots.base import Paper
from governance.ballots.bodies import BODIES
from governance.ballots.motion import MOTION
from governance.ballots.roll import Scope
from governance.ballots.states import BallotAction, Instrument
from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Topic
from governance.quorum import Demand, Rule
from governance.residents import Residency, Resident, ResidentStatus
from governance.roster import Owner, Roster, Unit
from services import talks
from services.ballots import acting, entering, voting
from storage import directory, roster
from tests.governance.deliberations.matters import TALKED
from tests.services.town import AT, CHEN, LI, WANG, WU, ZHANG

LIANG = 4101  # of the township
FOR, AGAINST = MOTION.options.index("for"), MOTION.options.index("against")
A = BallotAction
DAY = timedelta(days=1)


def live(town, person, door, *, building="b3", status=ResidentStatus.VERIFIED, adult=True):  # noqa: PLR0913 -- all that matters of a home
    """Let somebody be registered in a household, and be seen to be of age."""
    with town.work(person) as work:
        return work.residents.save(
            Resident(
                person=person,
                building=building,
                door=door,
                residency=Residency.SETTLED,
                status=status,
                asked_at=AT,
                adult=adult,
            )
        )


def move(town, resident, status):
    with town.work(0) as work:
        work.residents.save(replace(resident, status=status))


def flats(town, *units):
    """Import a roster: each flat as door, area, owners by number, vacant or not."""
    made = tuple(
        Unit(
            building="b3",
            door=door,
            area=area,
            owners=tuple(Owner(key=key, name=f"业主{key}") for key in owners.split()),
            vacant=vacant,
        )
        for door, area, owners, vacant in units
    )
    with town.engine.begin() as connection:
        community = directory.community(connection, town.community.key)
        roster.put(connection, community, Roster(units=made), at=0, digest="d")


def topic(town, **changed) -> Topic:
    changed = {"status": TopicStatus.POLLING, "at": AT, **changed}
    since = {"discussed_from": AT - 4 * DAY, "summarised_at": AT - 3 * DAY}
    with town.work(CHEN) as work:
        return work.topics.add(replace(TALKED, **{**since, **changed}))


def draft(town, **changed) -> Ballot:
    """Write a draft of a ballot of the households of building 3, by 陈主任, open for a week."""
    if "topic" not in changed:
        changed["topic"] = topic(town).id
    whole = {
        "question": "电梯要不要装刷卡？",
        "instrument": Instrument.DELIBERATIVE,
        "method": "motion",
        "paper": MOTION,
        "body": "residents-households",
        "rule": BODIES["residents-households"].rule,
        "scope": Scope(
            kind=BODIES[changed.get("body", "residents-households")].kind,
            buildings=frozenset({"b3"}),
        ),
        "opens": town.now,
        "closes": town.now + 7 * DAY,
        "drafted_by": "chen",
        **changed,
    }
    if whole["instrument"] in ADVISORY:
        whole["rule"] = Rule(whole=Demand())
    elif "body" in changed:
        whole["rule"] = BODIES[changed["body"]].rule
    with town.work(CHEN) as work:
        return work.ballots.add(Ballot(**whole))


def opened(town, **changed) -> Ballot:
    """Schedule such a draft, and let it open."""
    made = draft(town, **changed)
    town.do(CHEN, acting.press, made.id, A.SCHEDULE)
    town.ring("ballot_open")
    return ballot(town, made.id)


def households(town):
    """Let 李婶 and 张伯 be registered, and 103 have nobody with a phone."""
    flats(town, ("101", 8000, "1", False), ("103", 9000, "3", False), ("104", 50, "4", True))
    return live(town, LI, "101"), live(town, ZHANG, "102")


def ballot(town, number=1) -> Ballot:
    with town.work(0) as work:
        return work.ballots.get(number)


def matter(town, number=1) -> Topic:
    with town.work(0) as work:
        return work.topics.get(number)


def result(town, number=1):
    with town.work(0) as work:
        return work.ballots.result(number)


def votes(town, number=1):
    with town.work(0) as work:
        return {v.unit: dict(v.marks) for v in work.ballots.votes(number)}


def press(town, person, option=FOR, chat=0, number=1):
    return town.do(person, voting.press, number, option, chat or person)


def closed(town):
    """Let the time run out, the last presses be done, and the votes be counted."""
    while ballot(town).status in {"open", "closed"}:
        town.ring("ballot_close")


def certified(town, by=WU):
    closed(town)
    return town.do(by, acting.press, 1, A.CERTIFY)


def menu(**costs):
    return Paper(options=tuple(costs), most=2, costs=costs, budget=300_000)


def take(town, person, action, note="理由"):
    """Press a button, and give the reason where one is asked for."""
    done = town.do(person, acting.press, 1, action)
    if getattr(done, "kind", "") == "step-ballot":
        return town.say(person, note)
    return done


def final(town):
    town.ring("ballot_final")


def enter(town, option=AGAINST, *, by=WANG, place="3号楼103", channel="phone", photo=""):  # noqa: PLR0913 -- all that is asked
    """Walk through form and paper as an officer taps."""
    talk = town.do(by, entering.begin, 1)
    town.say(by, place)
    town.answer(by, "channel", channel, talk.id)
    if photo:
        town.say(by, "", photo=photo)
    else:
        town.answer(by, "photo", "", talk.id)
    with town.work(0) as work:
        marks = work.dialogues.waiting(by, by).id
    town.answer(by, f"o{option}", "1", marks)
    return town.answer(by, talks.SUBMIT, dialogue_id=marks)
