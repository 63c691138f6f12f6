"""Taking up posts in a town: the steps that many tests begin with."""

from dataclasses import replace

from sqlalchemy import select

from governance.directory import THE_OPERATOR
from governance.grants import GrantStatus
from services.seats import confirming, inviting
from storage import editions, roll
from storage.audit import AUDIT
from storage.roll import Roll
from tests.services.town import CHEN, HE, WU

OPERATOR = THE_OPERATOR.id
NEW = 7001  # somebody whom the town has not met
POSTS = {"chen": CHEN, "he": HE, "wu": WU}


def invite(town, officer, **more):
    return town.do(OPERATOR, inviting.invite, officer, **more)


def claim(town, officer, person):
    """Invite and tap: the post waits for a second person."""
    return town.do(person, confirming.claim, invite(town, officer))


def take_up(town, officer, person, by):
    """Invite, tap, confirm: the post is taken."""
    return town.do(by, confirming.confirm, claim(town, officer, person).id)


def found(town):
    """Take up the first two seats, which the operator alone can confirm, and then supervision."""
    take_up(town, "chen", CHEN, OPERATOR)
    take_up(town, "he", HE, OPERATOR)
    take_up(town, "wu", WU, CHEN)


def grant(town, number=1):
    with town.work(0) as work:
        return work.grants.get(number)


def status(town, number=1):
    return GrantStatus(grant(town, number).status)


def offices(town, person):
    with town.work(0) as work:
        return {str(o) for o in work.actor(person).offices}


def replan(town, *keys, **change):
    """Apply a file in which these posts, or all, are otherwise."""
    officers = [
        replace(o, **change) if not keys or o.key in keys else o for o in town.roll.plan.officers
    ]
    apply(town, officers)


def apply(town, officers):
    town.roll.plan = replace(town.roll.plan, officers=tuple(officers))
    with town.engine.begin() as connection:
        roll.changed(connection, town.id)


def strike(town, officer):
    """Apply an edition of the file in which a post is no longer; the one before still has it."""
    plan = town.roll.plan
    without = replace(plan, officers=tuple(o for o in plan.officers if o.key != officer))
    town.roll = Roll(plan, town.id, {"with": plan, "without": without}.__getitem__)
    with town.engine.begin() as connection:
        for text in ("with", "without"):
            editions.put(connection, town.id, text, at=0, by="test")
        roll.changed(connection, town.id)


def actors(town):
    """Return who did what the last unit put down, as the audit calls them."""
    query = select(AUDIT.c.actor).where(AUDIT.c.unit == town._unit).order_by(AUDIT.c.id)
    with town.engine.begin() as connection:
        return list(connection.execute(query).scalars())


def facts(town, key, person):
    [found] = [d.facts for d in town.deliveries() if (d.key, d.address.chat) == (key, person)]
    return found
