import pytest

from governance.grants import GrantAction
from governance.refusals import Unknown
from handlers import presses, seats
from handlers.buttons import VerbPress, parse
from handlers.views import draw
from handlers.views.shown import Page
from services.seats import confirming, ending
from tests.bot.doors import LIBRARY, NAME
from tests.services.seats.posts import NEW, claim, invite, take_up
from tests.services.town import CHEN, HE, WANG, WU

pytest_plugins = ("tests.services.conftest", "tests.services.seats.conftest")


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

    assert ("何副主任确认" in shown.text, buttons(shown)) == (True, [])


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
    plan = claimed.roll.plan
    kept = tuple(o for o in plan.officers if o.key != "wang")
    with claimed.work(0) as shelf:
        shelf._community = type(plan)(
            **{
                **{f: getattr(shelf.community, f) for f in plan.__slots__},
                "officers": kept,
            }
        )
        [delivery] = [d for d in claimed.deliveries() if d.subject == "seat:4:chen:1"]
        shown = draw(Page(delivery=delivery, shelf=shelf, texts=LIBRARY.speak("zh-CN"), bot=NAME))

    assert "—" in shown.text


@pytest.mark.parametrize(
    ("person", "expected"),
    [(CHEN, ["s:0:ask-revoke"]), (WU, [])],
    ids=["committee", "supervision"],
)
def test_the_list_of_posts_offers_revocation_to_the_committee_alone(begun, person, expected):
    begun.do(person, seats.talking.posts)

    shown = cards(begun, person)["posts"]

    assert buttons(shown) == expected
    assert "陈主任（居（村）委会）：在岗（管理员确认）" in shown.text
    assert "王师傅（网格员）：还没有邀请" in shown.text


def test_the_list_says_when_a_term_ends(begun):
    invite(begun, "wang")
    begun.do(WU, seats.talking.posts)

    shown = cards(begun, WU)["posts"]

    last = begun.roll.plan.officer("chen").term_ends
    assert ("任期到" in shown.text) is (last is not None)
    assert "链接已发出，还没有人点开" in shown.text


class Asks:
    """A context that remembers the verb that was asked for, and answers for it."""

    def __init__(self, done):
        self.done, self.verb, self.words = done, None, {}

    async def ask(self, verb, **words):
        self.verb, self.words = verb, words
        return self.done

    def toast(self, key, **_):
        return key


@pytest.mark.parametrize("action", seats.VERBS)
async def test_every_button_under_a_post_is_taken_up(action, claimed):
    with claimed.work(0) as work:
        grant = work.grants.get(4)
    context = Asks(grant if action in seats.TOASTS else None)
    pressed = parse(VerbPress("s", 4, action).data)

    toast = await presses.SUBJECTS["s"](pressed, CHEN, context)

    assert (context.verb, context.words) == (seats.VERBS[action], {"grant_id": 4})
    assert toast == (f"seat-toast-{action}" if action in seats.TOASTS else None)


async def test_a_button_that_never_was_is_refused():
    with pytest.raises(Unknown):
        await seats.press(VerbPress("s", 4, "crown"), CHEN, Asks(None))


@pytest.mark.parametrize(
    ("verb", "action"), [(seats.revoke, GrantAction.REVOKE), (seats.keep, GrantAction.KEEP)]
)
def test_the_buttons_of_supervision_decide(asked, verb, action):
    done = asked.do(WU, verb, grant_id=4)

    assert done.status == ("revoked" if action is GrantAction.REVOKE else "active")
