import pytest

from governance.notices import Address
from services import consent, directory
from services.hearing import Asked
from tests.services.town import GROUP, LI, WANG


def asked(chat):
    return Asked(chat=chat, message=9)


def person(town, who=LI):
    with town.work(0) as work:
        return work.people.get(who)


@pytest.mark.parametrize(
    ("who", "where", "key", "reachable"),
    [
        (LI, LI, "help", True),
        (WANG, WANG, "help-officer", True),
        (LI, GROUP, "help", None),
        (WANG, GROUP, "help", None),
    ],
)
def test_starting_greets_and_in_private_opens_the_door(town, who, where, key, reachable):
    town.do(who, consent.by_tap)

    town.do(who, directory.start, asked(where))

    assert town.told() == [(key, where)]
    assert town.facts(key) == {"community": "幸福里社区"}
    assert person(town, who).reachable is reachable


def test_starting_shows_what_is_kept_before_anything_else(town):
    town.do(LI, directory.start, asked(LI))

    assert town.told() == [(f"consent:{LI}:start:0", LI)]
    assert person(town, LI).reachable


def test_help_opens_no_door(town):
    town.do(LI, directory.guide, asked(LI))

    assert (town.told(), person(town).reachable) == ([("help", LI)], None)


@pytest.mark.parametrize(
    ("wanted", "language"),
    [("en", "en"), ("EN", "en"), ("zh", "zh-CN"), ("zh-CN", "zh-CN")],
)
def test_a_language_that_is_named_is_spoken(town, wanted, language):
    town.do(LI, directory.language, wanted, ("zh-CN", "en"), asked(LI))

    assert (person(town).language, town.told()) == (language, [("language-chosen", LI)])


@pytest.mark.parametrize("wanted", ["", "fr"])
def test_a_language_that_is_not_named_is_asked_for(town, wanted):
    town.do(LI, directory.language, wanted, ("zh-CN", "en"), asked(LI))

    assert (person(town).language, town.told()) == ("zh-CN", [("language-ask", LI)])


@pytest.mark.parametrize("reachable", [True, False])
def test_a_door_opened_or_closed_is_remembered(town, reachable):
    town.do(LI, directory.reach, reachable=reachable)

    assert (person(town).reachable, town.told()) == (reachable, [])


def test_a_refusal_is_said_where_it_was_asked(town):
    town.do(LI, directory.refuse, Address(chat=GROUP, reply_to=9), "refusal-anonymous")

    [told] = town.deliveries()
    assert (told.key, told.address) == ("refusal-anonymous", Address(chat=GROUP, reply_to=9))
