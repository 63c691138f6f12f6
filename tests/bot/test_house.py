import asyncio
import json
from dataclasses import replace

import pytest
import pytest_asyncio
from telegram import Update

from bot.house import APOLOGY, NOBODY, Refused, Twice, Who, place
from governance.directory import Person
from governance.notices import Address
from governance.refusals import Unknown
from services import deliveries
from storage.directory import PEOPLE
from storage.inbox import INBOX
from tests.bot import doors
from tests.bot.doors import BOT, GROUP, LI, arrival, message, person, press

NO_PERSON = Person(id=NOBODY, name="", language="zh-CN")


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


def heard(update):
    return Update.de_json({"update_id": 1, **update}, None)


MEMBER = {"user": person(BOT, is_bot=True), "status": "member"}
JOINED = {
    "chat": {"id": LI, "type": "private"},
    "from": person(),
    "date": 1,
    "old_chat_member": MEMBER,
    "new_chat_member": MEMBER,
}
WHO = {
    "private": ({"message": message("a")}, LI, Address(chat=LI)),
    "group": ({"message": message("a", chat=GROUP)}, LI, Address(chat=GROUP, reply_to=7)),
    "edit": ({"edited_message": message("a", chat=GROUP)}, LI, Address(chat=GROUP, reply_to=7)),
    "press": (press("x", chat=GROUP), LI, None),
    "member": ({"my_chat_member": JOINED}, LI, None),
    "nobody": ({}, NOBODY, None),
}


@pytest.mark.parametrize(("update", "number", "answer"), WHO.values(), ids=WHO)
async def test_it_is_known_who_asks_and_where_to_answer(town, update, number, answer):
    who = town.house.who(heard(update))

    assert (who.person.id, who.answer) == (number, answer)


@pytest.mark.parametrize(
    ("code", "language"), [("zh-hans", "zh-CN"), (None, "zh-CN"), ("en-GB", "en"), ("fr", "en")]
)
async def test_a_person_is_met_with_name_and_language(town, code, language):
    sender = person(LI, last_name="李", **({"language_code": code} if code else {}))

    who = town.house.who(heard({"message": message("a") | {"from": sender}}))

    assert who.person == Person(id=LI, name="p5001 李", language=language)


async def test_asking_greets_does_and_marks_done(town):
    await doors.keep(town, arrival(1, {"message": message("a")}))
    who = town.house.who(heard({"message": message("a")}))

    done = await town.house.ask(1, who, lambda work, n: (work.by.id, work.unit, n), {"n": 7})

    assert done == (LI, "u1", 7)
    assert await town.rows(PEOPLE.c.id) == [(LI,)]
    assert await town.rows(INBOX.c.update_id, INBOX.c.status) == [(1, "done")]


async def test_asking_twice_is_told_and_does_nothing(town):
    await doors.keep(town, arrival(1, {}))
    who, done = Who(person=NO_PERSON), []

    await town.house.ask(1, who, lambda _: done.append(1), {})
    with pytest.raises(Twice):
        await town.house.ask(1, who, lambda _: done.append(2), {})

    assert done == [1]
    assert await town.rows(PEOPLE.c.id) == []


async def test_a_refusal_is_a_value_and_is_told_only_where_there_is_an_address(town):
    await doors.keep(town, *(arrival(n, {}) for n in (1, 2)))
    li = Person(id=LI, name="", language="zh-CN")

    def verb(work):
        work.cases.get(99)

    silent = await town.house.ask(1, Who(person=li), verb, {})
    told = await town.house.ask(2, Who(person=li, answer=Address(chat=LI)), verb, {})

    for each in (silent, told):
        assert isinstance(each, Refused)
        assert (type(each.refusal), each.refusal.key) == (Unknown, "refusal-no-case")
    assert ("refusal-no-case", "waiting") in await town.fates()
    assert len(await town.fates()) == 2


LI_PRIVATE = Who(person=Person(id=LI, name="", language="zh-CN"), answer=Address(chat=LI))
LI_IN_GROUP = replace(LI_PRIVATE, answer=Address(chat=GROUP))


def hello(work):
    deliveries.notice(work, "help", Address(chat=LI), reader=LI)


async def test_the_five_lines_come_before_the_first_thing_in_private_and_hold_nothing_up(town):
    await doors.keep(town, *(arrival(n, {}) for n in (1, 2)))

    for number in (1, 2):
        await town.house.ask(number, LI_PRIVATE, hello, {})

    assert await town.fates() == [("consent", "waiting"), ("help", "waiting"), ("help", "waiting")]


async def test_they_stand_even_where_the_first_thing_was_refused(town):
    await doors.keep(town, arrival(1, {}))

    await town.house.ask(1, LI_PRIVATE, lambda work: work.cases.get(99), {})

    assert await town.fates() == [("consent", "waiting"), ("refusal-no-case", "waiting")]


@pytest.mark.parametrize(
    "who", [LI_IN_GROUP, replace(LI_PRIVATE, met=False), replace(LI_PRIVATE, answer=None)]
)
async def test_in_a_group_and_where_nobody_spoke_nothing_is_shown_of_them(town, who):
    await doors.keep(town, arrival(1, {}))

    await town.house.ask(1, who, hello, {})

    assert await town.fates() == [("help", "waiting")]


async def test_a_dead_letter_says_sorry_once_to_whoever_waits(town):
    await doors.keep(town, *(arrival(n, {}) for n in (1, 2)))
    answered = Who(person=Person(id=LI, name="", language="zh-CN"), answer=Address(chat=LI))

    await town.house.bury(1, answered, "ValueError")
    await town.house.bury(1, answered, "again")
    await town.house.bury(2, None, "ValueError")

    assert await town.fates() == [(APOLOGY, "waiting")]
    columns = (INBOX.c.update_id, INBOX.c.status, INBOX.c.error)
    assert await town.rows(*columns) == [(1, "dead", "ValueError"), (2, "dead", "ValueError")]
    [(_, raw), _] = await town.rows(INBOX.c.update_id, INBOX.c.raw)
    assert json.loads(raw) == {"update_id": 1}


def test_an_error_is_named_by_its_place_and_not_by_its_words():
    try:
        int("13800001111 王")
    except ValueError as error:
        named = place(error)

    kind, _, where = named.partition(" at ")
    assert (kind, where.rpartition(":")[0]) == ("ValueError", __file__)
    assert place(ValueError("13800001111")) == "ValueError"


async def test_the_order_of_asking_is_the_order_of_commit(town):
    order, who = [], Who(person=Person(id=LI, name="", language="zh-CN"))
    await doors.keep(town, *(arrival(n, {}) for n in range(20)))

    asked = [town.house.ask(n, who, lambda _, n: order.append(n), {"n": n}) for n in range(20)]
    await asyncio.gather(*asked)

    assert order == list(range(20))
