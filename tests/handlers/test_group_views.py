"""How groups and grids look, who I am, and what the operator is told."""

import pytest

from governance.chats import Membership, Standing
from governance.notices import Address, Delivery, Kind
from governance.residents import Residency, Resident, ResidentStatus
from handlers import buttons
from handlers.buttons import VerbPress
from handlers.views import Page, draw
from services.chats import standing
from tests.bases import memory
from tests.bot.doors import COMMUNITY, GROUP, LI, LIBRARY, NAME
from tests.services.town import AT, CHEN, STAFF, WANG, Town


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


def view(town, key, chat=LI, *, reader=LI, facts=None):
    delivery = Delivery(
        key=key, kind=Kind.NOTICE, address=Address(chat=chat), reader=reader, facts=facts or {}
    )
    with town.work(0) as work:
        language = work.people.get(reader).language
        page = Page(delivery=delivery, shelf=work, texts=LIBRARY.speak(language), bot=NAME)
        return draw(page)


def taps(shown):
    return [buttons.parse(b.data) for row in shown.buttons for b in row]


@pytest.mark.parametrize(("key", "verb"), [("bind-unnamed", "bind"), ("chat-proposed", "agree")])
def test_a_tap_is_offered_where_a_name_is_needed(town, key, verb):
    facts = {"title": "群", "owner": "陈主任", "kind": "organiser"}

    assert taps(view(town, key, GROUP, facts=facts)) == [VerbPress("g", 0, verb)]


def test_every_building_can_be_tapped(town):
    assert taps(view(town, "grid-ask")) == [
        VerbPress("g", 0, f"grid-{b.key}") for b in COMMUNITY.buildings
    ]


def test_both_languages_can_be_tapped_each_in_its_own_words(town):
    shown = view(town, "language-ask")

    assert [b.text for row in shown.buttons for b in row] == ["English", "中文"]
    assert taps(shown) == [VerbPress("l", 0, "en"), VerbPress("l", 0, "zh-CN")]


def test_whoami_of_a_stranger_says_that_nothing_is_needed(town):
    with town.work(LI):
        pass

    assert "没有职务" in view(town, "whoami").text


def test_whoami_names_the_home_and_whether_it_was_verified(town):
    with town.work(LI) as work:
        for building, status in (("b3", ResidentStatus.VERIFIED), ("b1", ResidentStatus.MOVED)):
            work.residents.save(
                Resident(
                    person=LI,
                    building=building,
                    door="1-101",
                    residency=Residency.SETTLED,
                    status=status,
                    asked_at=AT,
                )
            )

    text = view(town, "whoami").text

    assert "已核实" in text
    assert "1-101" not in text
    assert COMMUNITY.building("b1").name not in text


def test_whoami_of_the_committee_lists_its_groups_and_how_the_bot_stands(town):
    with town.work(WANG) as work:
        standing.stood(work, GROUP, Standing(membership=Membership.ADMINISTRATOR))
        standing.stood(work, STAFF, Standing(membership=Membership.MEMBER, can_send=False))

    of_committee = view(town, "whoami", CHEN, reader=CHEN).text
    of_worker = view(town, "whoami", WANG, reader=WANG).text

    assert "居民群" in of_committee
    assert "管理员" in of_committee
    assert "不能发言" in of_committee
    assert "居民群" not in of_worker
    assert "网格员" in of_worker


def test_whoami_says_where_the_bot_was_put_out(town):
    with town.work(WANG) as work:
        standing.stood(work, GROUP, Standing(membership=Membership.KICKED, inside=False))

    assert "不在里面" in view(town, "whoami", CHEN, reader=CHEN).text


def test_an_alarm_is_told_in_keys_and_ids(town):
    facts = {"alarms": "dead-letter update:7\nuncertain delivery:9", "more": 3}

    text = view(town, "alarm", facts=facts).text

    assert "死信 update:7" in text
    assert "delivery:9" in text
    assert "3 条" in text
    assert "还有" not in view(town, "alarm", facts=facts | {"more": 0}).text
