"""A town with representatives and guests, and a topic that concerns some more than others."""

from dataclasses import replace

from governance.ballots.roll import Participant
from governance.deliberations.concerned import Concerned
from governance.directory import Officer, Role
from governance.households import Household
from tests.services.ballots.booth import topic
from tests.services.town import Town

QIAN, GU = 4301, 4302  # a representative, and a deputy of the people's congress
P = Participant


def _officer(key, name, *offices, telegram=0, home=None):
    return Officer(
        key=key,
        name=name,
        known_as=name,
        telegram=telegram,
        offices=frozenset(offices),
        home=home,
    )


SPEAKERS = (
    _officer("qian", "钱姨", Role.REPRESENTATIVE, telegram=QIAN),
    _officer("wan", "万爷爷", Role.REPRESENTATIVE, home=Household(building="b3", door="103")),
    _officer("gu", "顾代表", Role.DEPUTY, telegram=GU),
)


def spoken_for(engine, community):
    """Return a town in which these hold their offices."""
    return Town(engine, replace(community, officers=(*community.officers, *SPEAKERS)))


def concerning(town, *places, **changed):
    """Write a topic that concerns these, each as class, building and door."""
    named = tuple(Concerned(P(each[0]), *each[1:]) for each in places)
    return topic(town, concerned=named, **changed)
