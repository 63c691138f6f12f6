"""How residents and stored data look, to each who may read it; and the buttons back in."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from governance import consent as five
from governance.consent import Consent
from governance.dialogues import Dialogue, DialogueKind
from governance.notices import Address, Delivery, Kind
from governance.refusals import Unknown
from governance.residents import Residency, Resident, ResidentAction, ResidentStatus
from handlers import buttons, residents
from handlers.buttons import VerbPress
from handlers.context import Context
from handlers.views import Page, draw
from handlers.views.residents import MOST
from services import consent, forgetting
from services import residents as verbs
from storage.cases import CASES
from storage.database import METADATA, writing
from tests.bot.doors import COMMUNITY, LIBRARY, NAME
from tests.services.blank import put
from tests.services.town import AT, CHEN, GROUP, LI, LIU, STAFF, WANG, ZHANG, Town

A, S = ResidentAction, ResidentStatus
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
DOOR = "2-301"


@pytest.fixture
def town():
    engine = writing("sqlite://")
    METADATA.create_all(engine)
    yield Town(engine, COMMUNITY)
    engine.dispose()


def home(town, person=LI, **more):
    """Write a binding as it stands, by a person whom the bot has met."""
    given = {
        "person": person,
        "building": "b3",
        "door": DOOR,
        "residency": Residency.SETTLED,
        "status": S.PENDING,
        "asked_at": AT,
    }
    with town.work(person) as work:
        return work.residents.save(Resident(**{**given, **more})).id


def show(  # noqa: PLR0913 -- all that makes a page
    town, key, reader, *, chat=0, subject="", language="zh-CN", **facts
):
    delivery = Delivery(
        key=key,
        kind=Kind.CARD if subject else Kind.NOTICE,
        address=Address(chat=chat or reader),
        subject=subject,
        reader=reader,
        facts=facts,
    )
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        return draw(Page(delivery=delivery, shelf=shelf, texts=texts, bot=NAME))


def taps(shown):
    return [buttons.parse(b.data) for row in shown.buttons for b in row]


def verbs_of(shown):
    return [tap.verb for tap in taps(shown)]


# ── the five lines ──


@LANGUAGES
def test_the_five_lines_say_what_where_how_long_who_and_how_to_delete(town, language):
    shown = show(town, "consent", LI, language=language, goal="b_b3")

    lines = [line for line in shown.text.splitlines() if line[:2] in {f"{n}." for n in range(9)}]
    assert len(lines) == 5
    assert "24" in lines[2]
    assert "/mydata" in lines[4]
    assert "/forgetme" in lines[4]
    assert "110" in shown.text
    assert taps(shown) == [
        VerbPress("r", five.VERSION, "agree.b_b3"),
        VerbPress("r", five.VERSION, "look"),
    ]


def test_the_card_after_a_report_in_a_group_leads_to_the_greeting(town):
    shown = show(town, "consent", LI, subject=f"consent:{LI}:0")

    assert verbs_of(shown) == ["agree.start", "look"]


@pytest.mark.parametrize(
    ("answer", "words", "tap"),
    [
        (None, "还没有回答", "agree.start"),
        (Consent(version=five.VERSION, at=AT, given=True), "同意了第 1 版", "take-back"),
        (Consent(version=five.VERSION - 1, at=AT, given=True), "改过了", "agree.start"),
        (Consent(version=five.VERSION, at=AT, given=False), "撤回了同意", "agree.start"),
    ],
)
def test_privacy_shows_which_words_were_accepted_and_when(town, answer, words, tap):
    if answer:
        with town.work(LI) as work:
            work.residents.answer(LI, answer)

    shown = show(town, "privacy", LI)

    assert words in shown.text
    assert ("11月2日" in shown.text) == bool(answer)
    assert verbs_of(shown) == [tap]


# ── a person to be met ──


def test_the_worker_reads_name_and_door_and_has_two_taps(town):
    number = home(town)

    shown = show(town, "resident", WANG, subject=f"resident:{number}:wang:0")

    assert "p5001" in shown.text
    assert f"3号楼 {DOOR}" in shown.text
    assert "当面" in shown.text
    assert verbs_of(shown) == ["verify", "doubt"]


@pytest.mark.parametrize(
    ("status", "reader", "taps_"),
    [
        (S.PENDING, CHEN, ["verify", "refuse"]),
        (S.VERIFIED, CHEN, ["suspend", "move"]),
        (S.SUSPENDED, CHEN, ["restore", "move"]),
        (S.REFUSED, CHEN, []),
        (S.VERIFIED, WANG, []),
        (S.PENDING, LIU, []),
    ],
)
def test_the_table_decides_which_taps_there_are(town, status, reader, taps_):
    number = home(town, status=status)

    assert verbs_of(show(town, "resident", reader, resident=number)) == taps_


def test_nobody_has_taps_on_his_own_household(town):
    home(town, person=WANG, status=S.VERIFIED)
    number = home(town)

    assert verbs_of(show(town, "resident", WANG, resident=number)) == []


def test_a_card_that_another_has_followed_has_no_taps_any_more(town):
    number = home(town, status=S.VERIFIED)

    shown = show(town, "resident", CHEN, subject=f"resident:{number}:chen:7")

    assert verbs_of(shown) == []


def test_a_doubt_is_shown_with_its_reason_and_a_decision_with_its_name(town):
    doubted = home(town, doubted=True, note="@not-here")
    refused = home(town, door="9", status=S.REFUSED, note="<b>不认识</b>", decided_by="chen")

    assert "网格员有疑问：不住在这里" in show(town, "resident", CHEN, resident=doubted).text
    assert "陈主任：&lt;b&gt;不认识" in show(town, "resident", CHEN, resident=refused).text


@LANGUAGES
@pytest.mark.parametrize("chat", [GROUP, STAFF])
def test_no_group_reads_a_door_or_a_name(town, chat, language):
    number = home(town)
    shown = [
        show(town, "resident", WANG, chat=chat, subject=f"resident:{number}:wang:0"),
        show(town, "resident-left", WANG, chat=chat, language=language, resident=number),
        show(town, "residents-late", WANG, chat=chat, language=language, residents=str(number)),
        show(town, "resident-asked", LI, chat=chat, language=language, resident=number),
    ]

    assert not [s.text for s in shown if DOOR in s.text or "301" in s.text or "p5001" in s.text]
    assert not [s for s in shown if s.buttons]


# ── what the person hears ──


@LANGUAGES
@pytest.mark.parametrize(
    "key",
    [
        "resident-already",
        "resident-told-verify",
        "resident-told-refuse",
        "resident-told-suspend",
        "resident-told-restore",
        "resident-told-move",
    ],
)
def test_a_person_hears_where_and_by_whom(town, key, language):
    number = home(town, status=S.VERIFIED, decided_by="wang", note="@not-met")

    text = show(town, key, LI, language=language, resident=number).text

    assert DOOR in text
    assert "王师傅" in text or key == "resident-already"


@pytest.mark.parametrize(("away", "words"), [(False, "王师傅会"), (True, "工作人员会")])
def test_a_person_hears_who_will_come(town, away, words):
    number = home(town)
    if away:
        with town.engine.begin() as connection:
            connection.execute(update(METADATA.tables["grants"]).values(status="ended"))
        with town.work(0) as work:
            work.changed()

    assert words in show(town, "resident-asked", LI, resident=number).text


def test_moving_out_lists_ones_own_households_that_can_be_left(town):
    own = [home(town), home(town, door="9", status=S.VERIFIED)]
    home(town, door="10", status=S.SUSPENDED)
    home(town, door="11", status=S.MOVED)
    home(town, ZHANG)

    shown = show(town, "resident-moving", LI)
    nothing = show(town, "resident-moving", CHEN)

    assert taps(shown) == [VerbPress("r", number, "move") for number in own]
    assert (nothing.buttons, "/join" in nothing.text) == ([], True)


# ── lists ──


def test_a_worker_lists_who_waits_in_his_grids_alone(town):
    here = home(town)
    home(town, ZHANG, building="b1")
    home(town, ZHANG, building="b4", status=S.VERIFIED)

    shown = show(town, "residents", WANG, building="")

    assert taps(shown) == [VerbPress("r", here, "show")]
    assert "（1）" in shown.text
    assert DOOR in shown.text


def test_of_one_building_all_are_listed_who_live_there(town):
    home(town, building="b4", status=S.VERIFIED)
    home(town, ZHANG, building="b4", status=S.MOVED)

    shown = show(town, "residents", CHEN, building="b4")

    assert "4号楼登记的住户（1）" in shown.text
    assert "已核实" in shown.text
    assert "没有人登记" in show(town, "residents", CHEN, building="b6").text


def test_who_lost_the_office_meanwhile_reads_no_list(town):
    home(town)

    shown = show(town, "residents", LIU, building="b3")

    assert DOOR not in shown.text
    assert shown.buttons == []


def test_a_long_list_says_how_many_more_there_are(town):
    for door in range(MOST + 3):
        home(town, door=str(door))

    shown = show(town, "residents", WANG, building="")

    assert len(shown.buttons) == MOST
    assert "还有 3 位" in shown.text


@LANGUAGES
def test_the_weekly_list_leaves_out_whoever_was_met_meanwhile(town, language):
    waits = home(town)
    met = home(town, ZHANG, status=S.VERIFIED)

    shown = show(town, "residents-late", WANG, language=language, residents=f"{waits},{met}")

    assert taps(shown) == [VerbPress("r", waits, "show")]


# ── everything that is stored ──


def lived(town):
    with town.work(LI) as work:
        work.residents.answer(LI, Consent(version=1, at=AT, given=True))
    home(town, status=S.VERIFIED)
    town.report(LI, photo="photo-1")
    with town.work(0) as work:
        work.cases.revise(1, AT, "后来又写的")
        work.connection.execute(update(CASES).values(summary="一句话"))
    talk = Dialogue(
        token="t",
        kind=DialogueKind.JOIN,
        person=LI,
        chat=LI,
        expires=AT + timedelta(days=1),
        data={"door": "没写完的"},
    )
    with town.work(LI) as work:
        work.dialogues.open(talk)
    put(town.engine, "relays", case_id=1, sender=LI, text="师傅您好")


@LANGUAGES
def test_my_data_holds_everything_that_is_stored(town, language):
    lived(town)
    told = {"text": "他家放东西", "since": "三年", "status": "reported", "number": 4}
    put(town.engine, "disputes", community_id=town.id, reporter=LI, **told)

    text = show(town, "mydata", LI, language=language, page=1).text

    for stored in (
        "p5001",
        "5001",
        DOOR,
        "三号楼电梯坏了两天没人修",
        "后来又写的",
        "一句话",
        "没写完的",
        "师傅您好",
        "他家放东西",
        "三年",
        "#1",
    ):
        assert stored in text


def test_my_data_of_an_officer_names_the_post(town):
    town.do(WANG, consent.read, verbs.Asked(chat=WANG, message=0))

    assert "王师傅" in show(town, "mydata", WANG, page=1).text
    assert "还没有回答" in show(town, "mydata", WANG, page=1).text


def test_my_data_is_cut_into_pages_that_lose_nothing(town):
    long = "".join(f"第{n}句话，" for n in range(1500))
    town.report(LI, text="三号楼电梯坏了两天没人修")
    with town.engine.begin() as connection:
        connection.execute(update(CASES).values(text=long))

    pages = [show(town, "mydata", LI, page=number) for number in range(1, 6)]

    whole = "".join(page.text for page in pages)
    assert all(len(page.text) < 4096 for page in pages)
    assert all(f"第{n}句话" in whole for n in range(0, 1500, 150))
    assert verbs_of(pages[0]) == ["mydata"]
    assert taps(pages[0])[0].id == 2
    assert pages[-1].text == pages[-2].text  # past the end is the last page
    assert pages[-1].buttons == []


@LANGUAGES
def test_forgetting_is_explained_with_counts_and_reasons_before_anything_is_done(town, language):
    lived(town)

    with town.engine.begin() as connection:
        connection.execute(update(CASES).values(status="confirmed"))
    shown = show(town, "forgetme", LI, language=language)

    assert taps(shown) == [VerbPress("r", 0, "forget")]
    assert "1" in shown.text
    assert len(shown.text) < 4096


def test_open_cases_are_named_and_can_be_taken_back_with_it(town):
    lived(town)

    shown = show(town, "forgetme", LI)

    assert "#1 还没有办完" in shown.text
    assert verbs_of(shown) == ["forget.withdraw"]


# ── the way back in ──


class Asking:
    """Keeps the one verb that a handler asks for."""

    def __init__(self, answer=None):
        self.answer, self.verb, self.words = answer, None, None

    async def __call__(self, _update, verb, words):
        self.verb, self.words = verb, words
        return self.answer


def context(asking):
    return Context(None, LIBRARY.speak("zh-CN"), asking, lambda _: None)


BINDING = Resident(
    id=1,
    person=LI,
    building="b3",
    door=DOOR,
    residency=Residency.SETTLED,
    status=S.VERIFIED,
    asked_at=AT,
)


@pytest.mark.parametrize(
    ("verb", "asked", "words"),
    [
        ("verify", verbs.press, {"resident": 3, "action": A.VERIFY}),
        ("agree.b_b3", verbs.agree, {"version": 3, "goal": "b_b3"}),
        ("look", verbs.look, {}),
        ("take-back", consent.take_back, {}),
        ("show", verbs.show, {"resident": 3}),
        ("mydata", forgetting.page, {"number": 3}),
        ("forget", forgetting.mine_gone, {}),
        ("forget.withdraw", forgetting.withdraw, {}),
    ],
)
async def test_a_button_asks_for_its_one_verb(verb, asked, words):
    asking = Asking(BINDING)

    await residents.press(VerbPress("r", 3, verb), LI, context(asking))

    assert (asking.verb, asking.words) == (asked, words)


async def test_a_step_is_answered_by_its_status_and_a_talk_by_nothing():
    met = await residents.press(VerbPress("r", 1, "verify"), LI, context(Asking(BINDING)))
    talk = Dialogue(token="t", kind=DialogueKind.RESIDENT, person=1, chat=1, expires=AT)
    asked = await residents.press(VerbPress("r", 1, "doubt"), LI, context(Asking(talk)))

    assert met.text == "已核实"
    assert asked is None


async def test_the_last_word_is_a_toast_that_must_be_read_since_a_message_would_be_stored():
    toast = await residents.press(VerbPress("r", 0, "forget"), LI, context(Asking()))

    assert toast.alert
    assert "已删除" in toast.text


async def test_a_button_of_nobody_is_refused():
    with pytest.raises(Unknown):
        await residents.press(VerbPress("r", 0, "nothing"), LI, context(Asking()))


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        ("join", verbs.arrive),
        ("moved", verbs.moving),
        ("residents", verbs.listing),
        ("privacy", consent.read),
        ("mydata", forgetting.mine),
        ("forgetme", forgetting.explain),
        ("whatever", verbs.arrive),
    ],
)
async def test_a_link_from_a_group_goes_on_with_what_was_asked_there(word, asked):
    class Message:
        chat_id, message_id = LI, 7

    asking = Asking()

    await residents.opened(Message(), word, context(asking))

    assert asking.verb == asked


def test_every_status_has_a_toast_where_a_tap_reaches_it():
    texts = LIBRARY.speak("zh-CN")
    reached = {S.PENDING, S.VERIFIED, S.MOVED}

    assert all(texts.has(f"resident-toast-{replace(BINDING, status=s).status}") for s in reached)
