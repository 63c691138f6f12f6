"""Which commands stand in whose menu."""

import pytest

from governance.directory import Role
from handlers import menus
from handlers.routes import COMMANDS, Menu
from tests.bases import memory
from tests.bot.doors import COMMUNITY, LIBRARY
from tests.services.town import CHEN, HE, Town


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


def shown(town):
    with town.work(0) as work:
        return list(menus.menus(work.community, work.people, LIBRARY))


def names(commands):
    return {c.name for c in commands}


def test_there_is_a_menu_for_each_place_in_each_language(town):
    found = {(m.scope["type"], m.language): names(m.commands) for m in shown(town)}

    assert {scope for scope, _ in found} == {scope for scope, _ in menus.PLACES}
    assert {language for _, language in found} == {"", "en"}
    assert found["all_private_chats", ""] == names(c for c in COMMANDS if Menu.PRIVATE in c.menus)
    assert "bind" not in found["all_group_chats", "en"]
    assert {"bind", "unbind"} <= found["all_chat_administrators", ""]
    assert not {"desk", "tasks", "bind", "roles"} & found["all_private_chats", ""]


def test_an_officer_who_came_has_a_menu_of_his_own_in_his_language(town):
    with town.work(CHEN) as work:
        work.people.reach(CHEN, reachable=True)
        work.people.speak(CHEN, "en")
        work.people.reach(HE, reachable=False)

    [own] = [m for m in shown(town) if m.scope["type"] == "chat"]

    assert own.scope == {"type": "chat", "chat_id": CHEN}
    assert {"bind", "roles", "report"} <= names(own.commands)
    assert own.facts["commands"][0]["description"] == LIBRARY.speak("en").plain("command-report")


def test_every_office_has_what_all_have_and_more(town):
    everybody = names(c for c in COMMANDS if Menu.PRIVATE in c.menus)

    assert names(menus.of(frozenset())) == everybody
    assert names(menus.of(frozenset({Role.COMMITTEE}))) > everybody
