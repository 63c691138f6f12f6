from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from bot.lanes import Silent
from governance import cases
from governance.cases import Assignment, AssignmentStatus, CaseAction, CaseStatus, Passage
from governance.categories import Reading
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.notices import Address, Delivery, Kind
from governance.refusals import REFUSALS
from governance.relays import Relay
from handlers import buttons
from handlers.buttons import CasePress, TalkPress
from handlers.views import CARDS, NOTICES, Page, desk, draw
from handlers.views.shown import LONGEST, pairs
from handlers.views.talks import REASONS
from tests.bases import memory
from tests.bot.doors import COMMUNITY, LIBRARY, NAME
from tests.house.words import WORDS
from tests.services.town import AT, GROUP, LI, STAFF, Town

REPORTERS = frozenset({Role.REPORTER, Role.SUBSCRIBER})
REPORTERS_OWN = {s.action for s in cases.LIFECYCLE.steps if s.by <= REPORTERS}
BY_THE_BOT = {CaseAction.PROPOSE_ANSWER, CaseAction.PROPOSE_DECLINE}  # in another step's place
SECRETS = ("13800001111", "0571-88886666", "2单元501", "沪A12345", "310101199003078888")
PRIVATE = "找我" + "，".join(SECRETS) + "室"
NAMES = [o.name for o in COMMUNITY.officers]
VIEWERS = {o.key: o.telegram for o in COMMUNITY.officers}
BRIEF = ("status", "status-closed", "unanswered", "overdue", "apology", "help")
MORE = ("help-officer", "language-chosen", "stopped", "nothing-to-stop", "refusal-anonymous")
OURS = ("come-private", "my-cases", "status-whole", "history", "history-whole")
TOLD = tuple(f"told-{role}-{s.action}" for s in cases.LIFECYCLE.steps for role in s.tells)
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


def show(  # noqa: PLR0913 -- all that makes a page
    town, key, chat, *, subject="", reader=LI, facts=None, language="zh-CN"
):
    delivery = Delivery(
        key=key,
        kind=Kind.CARD if subject else Kind.NOTICE,
        address=Address(chat=chat),
        subject=subject,
        reader=reader,
        facts=facts or {},
    )
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        return draw(Page(delivery=delivery, shelf=shelf, texts=texts, bot=NAME))


def presses(shown):
    found = [b.data for row in shown.buttons for b in row if b.data]
    return [buttons.parse(data) for data in found]


def put(town, **changes):
    """Write a case as it never came about, to be shown."""
    with town.work(0) as work:
        return work.cases.save(replace(work.cases.get(1), **changes))


def held(officer, status, **more):
    until = AT + timedelta(hours=1)
    return Assignment(officer=officer, status=status, at=AT, until=until, **more)


HELD = [()] + [
    (held("wang", status, receiver="zhou" if "transfer" in status else "", note="@skill"),)
    for status in AssignmentStatus
]


@pytest.mark.parametrize("status", CaseStatus)
def test_the_worksheet_offers_what_the_rules_allow_and_nothing_of_the_reporters(town, status):
    # an officer's own report, which he judges elsewhere; nobody has been asked to take it yet
    town.report(person=VIEWERS["liu"], reading=Reading(category="illegal-building", building="b3"))

    assert town.case().assignments == ()
    for assignments, (officer, telegram) in product(HELD, VIEWERS.items()):
        case = put(town, status=status, assignments=assignments)
        with town.work(0) as work:
            may = cases.choices(case, work.actor(telegram))
        subject = f"worksheet:1:{officer}:{len(assignments)}"
        shown = show(town, "worksheet", telegram, subject=subject)
        offered = [p.action for p in presses(shown) if isinstance(p, CasePress)]
        assert offered == [a for a in may if a not in REPORTERS_OWN | BY_THE_BOT]
        assert [row for row in shown.buttons if len(row) > 8 or not row] == []


def test_the_reporters_own_actions_are_these():
    verdict = {"confirm", "settle-part", "reopen", "concur"}
    assert verdict | {"withdraw", "inform", "appeal"} == REPORTERS_OWN


def test_an_older_worksheet_offers_nothing_and_says_who_has_it(town):
    town.report()
    town.act(VIEWERS["wang"], CaseAction.HAND_BACK, note="@skill")

    old = show(town, "worksheet", VIEWERS["wang"], subject="worksheet:1:wang:1")
    new = show(town, "worksheet", VIEWERS["zhou"], subject="worksheet:1:zhou:2")

    assert (presses(old), old.text.split("\n")[-1]) == ([], "现在由周姐负责")
    assert presses(new) != []


def test_a_worksheet_in_the_staff_group_names_its_holder_and_keeps_the_words_whole(town):
    town.report(text=f"三号楼电梯坏了{PRIVATE}", chat=LI)

    shown = show(town, "worksheet", STAFF, subject="worksheet:1:wang:1")

    assert shown.text.startswith('<a href="tg://user?id=2001">王师傅</a>，请看：\n<b>#1</b>')
    assert PRIVATE in shown.text
    assert presses(shown) == [CasePress(1, "accept"), CasePress(1, "hand-back")]


@pytest.mark.parametrize("status", CaseStatus)
def test_the_verdict_is_asked_only_while_it_is_open(town, status):
    town.report()
    put(town, status=status, assignments=(held("wang", "done", note="好了", proof="p1"),))

    shown = show(town, "verdict", LI, subject="verdict:1:1")

    asked = ["confirm", "settle-part", "reopen"] if status == "done-reported" else []
    assert [p.action for p in presses(shown)] == asked
    assert shown.photo == "p1"


TALKED = ("dispatch", "finish", "transfer", "escalate", "hand-back", "answer")


@pytest.mark.parametrize("action", [CaseAction(a) for a in TALKED])
@pytest.mark.parametrize("chat", [LI, STAFF], ids=["private", "staff"])
def test_a_talk_about_a_step_can_be_shown_and_left(town, action, chat):
    town.report()
    step(town, action, chat)

    shown = show(town, "dialogue", chat, subject="dialogue:1")

    assert presses(shown)[-1] == TalkPress(1, "cancel", "")
    notes = [p.value for p in presses(shown) if p.field == "note"]
    needs_receiver = action in {CaseAction.TRANSFER, CaseAction.DISPATCH}
    assert notes == [f"@{r}" for r in REASONS.get(action, ()) if not needs_receiver]


def step(town, action, chat, **data):
    with town.work(0) as work:
        talk = Dialogue(
            token=f"t-{action}",
            kind=DialogueKind.STEP,
            person=VIEWERS["wang"],
            chat=chat,
            expires=AT,
            data={"case": 1, "action": action, **data},
        )
        return work.dialogues.open(talk)


def test_buttons_stand_two_in_a_row():
    assert pairs([1, 2, 3]) == [[1, 2], [3]]


def told(town):
    """Return every notice and card as a residents' group would get it, in all states."""
    facts = {
        "case": 1,
        "number": 1,
        "category": "lift",
        "owner": "王师傅",
        "grid": "二网格",
        "finish_by": 0,
        "accept_by": 0,
        "known": True,
        "status": "in-progress",
        "note": PRIVATE,
        "community": "幸福里",
        "token": "t",
        "cases": "1",
        "relay": 1,
        "post": "wang",
        "count": 2,
        "other": "#2",
        "absence": 1,
        "officer": "wang",
        "substitute": "zhou",
        "starts": 0,
        "ends": 0,
    }
    for key in {*BRIEF, *MORE, *TOLD, *REFUSALS, *OURS, *desk.LEAVES, *desk.RELAYS}:
        blanks = WORDS["zh-CN"][key].variables if key in WORDS["zh-CN"] else ()
        yield show(town, key, GROUP, facts=dict.fromkeys(blanks, PRIVATE) | facts)
    for subject in ("receipt:1:0", "mine:1:0", "desk:he:0", "tasks:wang:0"):
        yield show(town, subject.split(":")[0], GROUP, subject=subject)
    for status, assignments in product(CaseStatus, HELD):
        put(town, status=status, assignments=assignments)
        for officer in VIEWERS:
            subject = f"worksheet:1:{officer}:{len(assignments)}"
            yield show(town, "worksheet", GROUP, subject=subject)
        if assignments:
            yield show(town, "verdict", GROUP, subject="verdict:1:1")
    for action in TALKED:
        talk = step(town, action, GROUP)
        yield show(town, "dialogue", GROUP, subject=f"dialogue:{talk.id}")


def test_a_residents_group_never_sees_what_is_private_in_any_view(town):
    town.report(person=VIEWERS["liu"], text=f"三号楼电梯坏了{PRIVATE}", chat=LI)
    with town.work(0) as work:
        work.cases.revise(1, AT, PRIVATE)
        work.relays.add(
            Relay(case=1, kind="word", sender=LI, officer="", at=AT, text=PRIVATE, photo="p")
        )
        work.cases.passed(
            1, Passage(action=CaseAction.FINISH, officer="wang", at=AT, note=PRIVATE)
        )
    report = {"text": PRIVATE, "category": "lift", "building": "b3"}
    with town.work(0) as work:
        draft = Dialogue(token="d", kind="report", person=LI, chat=LI, expires=AT, data=report)
        work.dialogues.open(draft)

    shown = [*told(town), show(town, "dialogue", GROUP, subject="dialogue:1")]

    assert len(shown) > 1000
    for each in shown:
        words = [each.text, *(b.text for row in each.buttons for b in row)]
        assert [s for s in (*SECRETS, *NAMES) if s in " ".join(words)] == []
    pressed = [p for each in shown for p in presses(each)]
    duty = {p.action for p in pressed if isinstance(p, CasePress)} - REPORTERS_OWN
    assert duty == set()
    assert {p.field for p in pressed if isinstance(p, TalkPress)} & {"to", "note", "bare"} == set()


def test_all_cards_and_notices_were_drawn():
    drawn = {"worksheet", "verdict", "dialogue", "receipt", "mine", "desk", "tasks"}
    assert set(CARDS) > drawn
    assert {*OURS, *desk.LEAVES, *desk.RELAYS} < set(NOTICES)


@pytest.mark.parametrize("place", range(LONGEST - 12, LONGEST + 2))
def test_no_part_of_a_number_stays_where_a_long_text_is_cut(town, place):
    text = "三号楼电梯坏了".ljust(place, "。") + "13800001111"
    town.report(text=text, chat=LI)

    shown = show(town, "worksheet", GROUP, subject="worksheet:1:wang:0")
    listed = show(town, "my-cases", GROUP, facts={"cases": "1"})

    assert [part for part in ("138", "1380000") if part in shown.text + listed.text] == []


def test_no_part_of_a_number_stays_in_a_short_line(town):
    for place in range(28, 41):
        town.report(text="三号楼电梯坏了".ljust(place, "好") + "13800001111", chat=LI)
    ids = ",".join(str(n) for n in range(1, 14))

    shown = show(town, "my-cases", GROUP, facts={"cases": ids})

    assert "138" not in shown.text


@LANGUAGES
def test_the_whole_of_a_long_story_still_fits_a_message(town, language):
    town.report(text="三号楼电梯坏了" * 100)
    with town.work(0) as work:
        for number in range(30):
            note = f"{number}<&>" + "长" * 700
            passage = Passage(action=CaseAction.FINISH, officer="wang", at=AT, note=note)
            work.cases.passed(1, passage)
        facts = {"case": 1, "number": 1, "category": "lift", "status": "in-progress"}
        facts |= {"owner": "王师傅", "finish_by": 0, "known": True}

    shown = show(town, "status-whole", LI, facts=facts, language=language)

    assert len(shown.text) <= 4096
    assert "29&lt;&amp;&gt;" in shown.text  # the newest step is never what is left out
    pressed = presses(shown)
    assert [p.verb for p in pressed[:-1]] == ["add", "write", "mute", "history"]
    assert pressed[-1] == CasePress(1, "withdraw")


@LANGUAGES
def test_a_link_leads_to_the_private_chat(town, language):
    shown = show(town, "come-private", GROUP, facts={"token": "abc"}, language=language)

    assert [b.url for row in shown.buttons for b in row] == [f"https://t.me/{NAME}?start=abc"]
    assert Silent(1, NAME).username == NAME
