import pytest

from governance.directory import Person
from storage import directory
from storage.directory import People


@pytest.fixture
def people(connection):
    return People(connection)


def li(name="李婶", language="zh-CN", **more):
    return Person(id=5001, name=name, language=language, **more)


def test_a_community_has_one_number_for_ever(connection):
    numbers = [directory.community(connection, key) for key in ("a", "b", "a")]

    assert numbers == [1, 2, 1]


def test_one_never_met_is_nobody_known_yet(people):
    assert people.get(5001) == Person(id=5001, name="", language="zh-CN", reachable=None)


def test_one_met_is_known(people):
    people.greet(li(language="en"))

    assert people.get(5001) == li(language="en")


def test_a_new_name_and_the_language_of_the_account_are_followed(people):
    people.greet(li())

    people.greet(li("李阿姨", "en"))

    assert people.get(5001) == li("李阿姨", "en")


def test_a_language_once_chosen_stays(people):
    people.greet(li())
    people.speak(5001, "en")

    people.greet(li())

    assert people.get(5001).language == "en"


@pytest.mark.parametrize("reachable", [True, False])
def test_whether_the_door_is_open_is_remembered(people, reachable):
    people.greet(li())
    people.reach(5001, reachable=reachable)

    people.greet(li())

    assert people.get(5001).reachable is reachable


def test_a_pseudonym_is_the_same_for_ever_and_no_others(people):
    people.greet(li())

    names = [people.pseudonym(who) for who in (5001, 5002, 5001)]

    assert (names[0], names[0] == names[1], "5001" in names[0]) == (names[2], False, False)


def test_one_first_met_in_the_audit_gets_a_name_later(people):
    pseudonym = people.pseudonym(5001)

    people.greet(li(language="en"))

    assert (people.get(5001), people.pseudonym(5001)) == (li(language="en"), pseudonym)
