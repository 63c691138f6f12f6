import re

import pytest

from governance.grants import GrantAction, GrantStatus
from governance.refusals import Unknown
from handlers import directory, presses, seats
from handlers.buttons import VerbPress, parse
from handlers.context import Context
from handlers.views import draw
from handlers.views.shown import Page
from services import trail
from services.seats import confirming, ending, talking
from storage import audit
from tests.bases import memory
from tests.bot.doors import COMMUNITY, LIBRARY, NAME
from tests.governance.seats import vacant
from tests.services.seats.posts import NEW, apply, claim, found, invite, status, take_up
from tests.services.town import CHEN, HE, WANG, WU, Town


@pytest.fixture
def begun():
    """

    import reA town with committee and supervision in office, the grids still vacant."""
    with memory() as engine:
        town = Town(engine, vacant(COMMUNITY, *(o.key for o in COMMUNITY.officers)))
        found(town)
        yield town


def cards(town, person, language="zh-CN"):
    """Draw what waits for a person, as it would be sent now."""
    found = [d for d in town.deliveries() if d.address.chat == person]
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        return {
            d.subject or d.key: draw(Page(delivery=d, shelf=shelf, texts=texts, bot=NAME))
            for d in found
        }


def buttons(shown):
    return [b.data for row in shown.buttons for b in row]


@pytest.fixture
def claimed(begun):
    claim(begun, "wang", NEW)
    return begun


@pytest.fixture
def asked(begun):
    take_up(begun, "wang", WANG, CHEN)
    begun.do(HE, ending.ask_revoke, "wang", "@seat-left")
    return begun


def test_who_confirms_reads_the_post_the_name_of_the_file_and_the_claimants_own(claimed):
    shown = cards(claimed, CHEN)["seat:4:chen:1"]

    assert "王师傅" in shown.text
    assert "网格员" in shown.text
    assert "王建国" in shown.text
    assert f"p{NEW}" in shown.text
    assert "认识他（她）本人" in shown.text
    assert buttons(shown) == ["s:4:confirm", "s:4:refuse"]


def test_after_the_decision_the_card_names_who_decided_and_asks_no_more(claimed):
    claimed.do(HE, confirming.confirm, 4)

    shown = cards(claimed, CHEN)["seat:4:chen:1"]

    assert ("何副主任 何敏确认" in shown.text, buttons(shown)) == (True, [])


def test_a_refused_claim_shows_the_reason_to_those_who_were_asked(claimed):
    claimed.do(HE, confirming.refuse, 4, "@seat-stranger")

    shown = cards(claimed, CHEN)["seat:4:chen:1"]

    assert ("不是名册上的人" in shown.text, buttons(shown)) == (True, [])


def test_supervision_reads_who_asks_and_why(asked):
    shown = cards(asked, WU)["seat:4:wu:3"]

    assert ("何副主任" in shown.text, "已经离任" in shown.text) == (True, True)
    assert buttons(shown) == ["s:4:revoke", "s:4:keep"]


def test_the_card_of_the_confirmation_bears_no_buttons_of_the_revocation(asked):
    shown = cards(asked, WU)

    old = [buttons(s) for subject, s in shown.items() if subject == "seat:4:wu:1"]
    assert old == [[]]


def test_a_card_of_a_post_that_left_the_file_can_still_be_drawn(claimed):
    apply(claimed, [o for o in claimed.roll.plan.officers if o.key != "wang"])

    shown = cards(claimed, CHEN)["seat:4:chen:1"]

    assert ("—" in shown.text, f"p{NEW}" in shown.text) == (True, True)


@pytest.mark.parametrize(
    ("person", "expected"),
    [(CHEN, ["s:0:ask-revoke"]), (WU, [])],
    ids=["committee", "supervision"],
)
def test_the_list_of_posts_offers_revocation_to_the_committee_alone(begun, person, expected):
    begun.do(person, talking.posts)

    shown = cards(begun, person)["posts"]

    assert buttons(shown) == expected
    assert "陈主任 陈国华（居（村）委会）：在岗（管理员确认）" in shown.text
    assert "王师傅 王建国（网格员）：还没有邀请" in shown.text


def test_the_list_says_when_a_term_ends(begun):
    invite(begun, "wang")
    begun.do(WU, talking.posts)

    shown = cards(begun, WU)["posts"]

    last = begun.roll.plan.officer("chen").term_ends
    assert ("任期到" in shown.text) is (last is not None)
    assert "链接已发出，还没有人点开" in shown.text


def context(town, who):
    """Return how a press of this person asks: each verb is done in the town."""

    async def ask(_update, verb, words):
        return town.do(who, verb, **words)

    return Context(None, LIBRARY.speak("zh-CN"), ask, None)


async def press(town, who, action, grant=4):
    pressed = parse(VerbPress("s", grant, action).data)
    return await presses.SUBJECTS["s"](pressed, who, context(town, who))


async def test_it_is_him(claimed):
    toast = await press(claimed, WU, "confirm")

    assert (toast.text, status(claimed, 4)) == ("已确认：王师傅 王建国 到岗了", GrantStatus.ACTIVE)


async def test_it_is_not_him_asks_for_the_reason_first(claimed):
    assert await press(claimed, WU, "refuse") is None

    assert status(claimed, 4) is GrantStatus.CLAIMED
    assert claimed.talk().text("seat") == "4"


async def test_the_committee_begins_to_ask_for_a_revocation(begun):
    assert await press(begun, CHEN, "ask-revoke", grant=0) is None

    assert begun.talk().kind == "ask-revoke"


@pytest.mark.parametrize(
    ("action", "expected"), [("revoke", GrantStatus.REVOKED), ("keep", GrantStatus.ACTIVE)]
)
async def test_supervision_decides(asked, action, expected):
    toast = await press(asked, WU, action)

    assert status(asked, 4) is expected
    assert toast.text == LIBRARY.speak("zh-CN").plain(
        f"seat-toast-{action}", post="王师傅", name="王建国"
    )


async def test_a_button_that_never_was_is_refused(begun):
    with pytest.raises(Unknown):
        await press(begun, CHEN, "crown")


async def test_the_first_tap_of_a_link_claims_the_post(begun):
    token = invite(begun, "wang")

    await directory.PAYLOADS["p_"](None, token, context(begun, WANG))

    assert status(begun, 4) is GrantStatus.CLAIMED


async def test_the_list_of_posts_is_asked_for(begun):
    await seats.posts(None, context(begun, CHEN))

    assert begun.told() == [("posts", CHEN)]


async def test_the_audit_of_a_case_is_shown_with_words_that_stand_for_people(begun):
    take_up(begun, "wang", WANG, CHEN)
    begun.report()
    begun.act(WANG, "accept")
    begun.do(WU, trail.show, 1)

    shown = cards(begun, WU)["trail"]

    assert ("#1" in shown.text, "还没有封存" in shown.text) == (True, True)
    assert ("report" in shown.text, "接单" in shown.text) == (True, True)
    assert "王" not in shown.text
    # a hash may have any digits in it
    assert re.search(rf"(?<![0-9a-f]){WANG}(?![0-9a-f])", shown.text) is None


async def test_the_audit_says_how_far_it_is_sealed(begun):
    begun.report()
    with begun.engine.begin() as connection:
        audit.seal(connection, begun.id, 0)
        head = list(connection.execute(audit.SEALS.select()))[-1]
    begun.do(WU, trail.show, 1)

    shown = cards(begun, WU)["trail"]

    assert f"已封存到第 {head.seq} 条，封条 <code>{head.hash[:12]}</code>" in shown.text
    assert "有 1 条还没封存" in shown.text  # that it was read


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_whoever_hears_that_an_office_ends_reads_who_held_it(asked, language):
    asked.do(WU, ending.decide, 4, GrantAction.REVOKE)

    committee = cards(asked, CHEN, language)["seat-told-committee-revoke"]
    receiver = cards(asked, WANG, language)["seat-told-receiver-revoke"]

    assert "王师傅 王建国" in committee.text
    assert receiver.text.startswith("王建国")
