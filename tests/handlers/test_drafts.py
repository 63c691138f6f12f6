"""How a report looks on its way in: drafts, questions in groups, files, lists, the menu."""

from dataclasses import replace

import pytest

from governance.cases import CaseKind, Urgency
from governance.categories import NOTHING
from governance.dialogues import DialogueStatus
from governance.notices import Address, Delivery, Kind
from handlers import buttons
from handlers.buttons import TalkPress, VerbPress
from handlers.views import Page, draw
from services.cases import collecting, entering, quoting
from services.hearing import Asked
from storage.database import METADATA, writing
from tests.bot.doors import COMMUNITY, LIBRARY, NAME
from tests.services.town import GROUP, HE, LI, LIFT, SAID, STAFF, WANG, ZHANG, ZHOU, Town

PHONE = "13800001111"
DISPUTE = f"https://t.me/{NAME}?start=dispute"


@pytest.fixture
def town():
    engine = writing("sqlite://")
    METADATA.create_all(engine)
    yield Town(engine, COMMUNITY)
    engine.dispose()


def show(  # noqa: PLR0913 -- all that makes a page
    town, key, chat, *, subject="", reader=LI, language="zh-CN", **facts
):
    kind = Kind.CARD if subject else Kind.NOTICE
    address = Address(chat=chat)
    delivery = Delivery(
        key=key, kind=kind, address=address, subject=subject, reader=reader, facts=facts
    )
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        return draw(Page(delivery=delivery, shelf=shelf, texts=texts, bot=NAME))


def talk(town, number=1, chat=LI, **more):
    return show(town, "dialogue", chat, subject=f"dialogue:{number}", **more)


def taps(shown):
    return [b.text for row in shown.buttons for b in row]


def presses(shown):
    return [buttons.parse(b.data) for row in shown.buttons for b in row if b.data]


def test_a_draft_asks_one_thing_at_a_time(town):
    town.say(LI, "坏了", reading=NOTHING)
    asked = []
    for field, value in (("group", "building"), ("category", "lift"), ("building", "b3")):
        asked.append(talk(town).text.splitlines()[-1])
        town.answer(LI, field, value)

    assert asked == ["是哪一类的事？", "是哪一类的事？", "在几号楼？"]
    assert talk(town).text.splitlines()[-1].startswith("对吗？")


def test_the_first_level_offers_groups_and_all_else_the_second_one_group(town):
    town.say(LI, "坏了", reading=NOTHING)
    first = taps(talk(town))

    town.answer(LI, "group", COMMUNITY.groups[0].key)
    second = taps(talk(town))

    names = [g.names["zh-CN"] for g in COMMUNITY.groups]
    assert first == [*names, "其他", "返回", "不报了"]
    inside = [c for c in COMMUNITY.categories if c.group == COMMUNITY.groups[0].key]
    assert second == [*(c.names["zh-CN"] for c in inside), "其他", "返回", "不报了"]


def test_groups_are_named_in_the_readers_language(town):
    town.say(LI, "坏了", reading=NOTHING)

    assert set(taps(talk(town, language="en"))) >= {g.names["en"] for g in COMMUNITY.groups}


@pytest.mark.parametrize("asked", ["category", "building", "kind", "urgency"])
def test_what_is_changed_can_be_left_again(town, asked):
    town.report(asked=False)

    town.answer(LI, "asking", asked)

    assert taps(talk(town))[-2:] == ["返回", "不报了"]


def test_a_whole_draft_is_submitted_or_changed(town):
    town.report(asked=False)

    shown = talk(town)

    assert taps(shown) == ["提交", "改类别", "改地点", "改性质", "改缓急", "不报了"]
    assert "性质" not in shown.text


def test_what_was_understood_besides_is_shown(town):
    danger = replace(LIFT, kind=CaseKind.HAZARD, urgency=Urgency.URGENT)
    town.say(LI, SAID, voice="v1", reading=danger)

    assert "性质：安全隐患 · 急难" in talk(town).text
    assert "附：语音1段" in talk(town).text


def test_a_voice_alone_can_be_handed_in_as_it_is(town):
    town.say(LI, voice="v1", reading=NOTHING)

    assert taps(talk(town)) == ["就这样交", "不报了"]
    assert presses(talk(town))[0] == TalkPress(1, "bare", "yes")


def test_what_looks_like_a_dispute_leads_to_its_own_door_first(town):
    town.report(chat=LI, reading=replace(LIFT, dispute=True))
    whole = talk(town)
    town.answer(LI, "asking", "kind")
    kinds = talk(town)

    for shown in (whole, kinds):
        [button] = [b for row in shown.buttons for b in row if b.url]
        assert (button.text, button.url) == ("这是纠纷，私下说", DISPUTE)
    assert whole.buttons[0][0].url == DISPUTE


def test_of_a_neighbours_album_a_draft_asks_for_the_rest(town):
    under = town.hear("太吵了", author=LI, album="a1", photo="p1", reading=NOTHING)
    town.do(LI, quoting.report, town.hear(""), under)

    assert "只看到您点的这一张" in talk(town).text


def named(town, **more):
    whole = {"author": ZHANG, "name": "张伯", "message": 5}
    under = town.hear(f"{SAID}{PHONE}", **whole | more)
    return town.do(LI, quoting.report, town.hear(""), under)


def test_an_author_is_asked_in_one_neutral_line(town):
    named(town)

    shown = talk(town, chat=GROUP, reader=ZHANG)

    assert shown.text.startswith(f'<a href="tg://user?id={ZHANG}">张伯</a>')
    assert [word for word in ("电梯", PHONE) if word in shown.text] == []
    assert taps(shown) == ["以我的名义反映", "不用"]
    assert "\n" not in shown.text


def test_of_an_album_the_author_is_told_how_much_is_seen(town):
    named(town, album="a1", photo="p1")

    assert "只看到1张" in talk(town, chat=GROUP, reader=ZHANG).text


def test_the_rest_of_an_album_is_counted(town):
    town.report(photo="p1", album="a1")
    with town.work(LI) as work:
        collecting.ask_rest(work, work.cases.get(1))
    before = talk(town, chat=GROUP).text

    town.stand("dialogue:1", GROUP, 50)
    town.do(LI, collecting.RestTalk().hear, town.talk(1), town.hear("", photo="p2"))

    assert "只看到一张" in before
    assert "又收到：照片1张" in talk(town, chat=GROUP).text
    assert taps(talk(town, chat=GROUP)) == ["就这些"]


def test_the_same_words_twice_are_answered_with_the_first_number(town):
    town.report()
    town.report(message=8)

    shown = talk(town, chat=GROUP)

    assert ("#1" in shown.text, taps(shown)) == (True, ["再报一次", "不用了"])


def pointer(town, **more):
    return show(town, "pointer", GROUP, subject="pointer:1:0", **more)


def test_the_pointer_in_the_group_says_later_that_something_came_never_what(town):
    town.report(text=f"太吵了{PHONE}", reading=NOTHING)
    before = pointer(town)
    town.answer(LI, "category", "noise")
    town.answer(LI, "building", "b3")
    town.answer(LI, "submit")
    after = pointer(town)

    assert before.buttons[0][0].url.endswith(f"start={town.talk().token}")
    assert (after.text.startswith("已收到 #1"), after.buttons) == (True, ())
    assert [word for word in (PHONE, "吵") if word in before.text + after.text] == []


@pytest.mark.parametrize("field", ["cancel", "expire"])
def test_the_pointer_says_where_nothing_came(town, field):
    town.report(text="太吵了", reading=NOTHING)
    town.answer(LI, "cancel") if field == "cancel" else town.ring("expire")

    assert "没有提交" in pointer(town).text
    assert town.talk().status is not DialogueStatus.OPEN


def sheet(town, chat=WANG, officer="wang", **more):
    reader = COMMUNITY.officer(officer).telegram
    subject = f"worksheet:1:{officer}:{len(town.case().assignments)}"
    return show(town, "worksheet", chat, subject=subject, reader=reader, **more)


def test_a_worksheet_shows_the_first_photo_and_says_how_many_more(town):
    town.say(LI, SAID, photo="p1")
    town.say(LI, "", photo="p2")
    town.say(LI, "", photo="p3")
    town.answer(LI, "submit")

    shown = sheet(town)

    assert (shown.photo, "另附：照片2张" in shown.text) == ("p1", True)
    assert VerbPress("i", 1, "files") in presses(shown)
    assert "看全部照片" in taps(shown)
    assert "看全部照片" not in taps(sheet(town, chat=GROUP))


def test_one_photo_needs_no_button(town):
    town.report(photo="p1")

    assert (VerbPress("i", 1, "files") in presses(sheet(town)), "另附" in sheet(town).text) == (
        False,
        False,
    )


def test_a_case_without_words_says_so_until_a_human_wrote_the_line(town):
    town.say(LI, voice="v1", reading=NOTHING)
    town.answer(LI, "bare", "yes")
    before = sheet(town, HE, "he").text
    town.act(HE, "summarise", note="三号楼电梯有异响")
    after = sheet(town, HE, "he").text

    assert "没有写字" in before
    assert ("没有写字" in after, "三号楼电梯有异响" in after) == (False, True)
    assert "看照片、听语音" in taps(sheet(town, HE, "he"))


def entered(town, behalf="五号楼赵奶奶"):
    town.do(WANG, entering.begin, Asked(chat=WANG, message=1))
    if behalf:
        town.say(WANG, behalf, reading=NOTHING)
    else:
        town.answer(WANG, "behalf", "")
    town.say(WANG, SAID)
    town.answer(WANG, "consent", "yes")


def test_the_text_is_read_back_before_it_is_filed(town):
    entered(town)

    shown = talk(town, chat=WANG, reader=WANG)

    assert all(word in shown.text for word in (SAID, "赵奶奶", "3号楼", "念给本人听"))
    assert taps(shown) == ["念过了，是这个意思", "返回", "取消"]


@pytest.mark.parametrize(("chat", "seen"), [(WANG, True), (STAFF, False), (GROUP, False)])
def test_for_whom_it_was_entered_stands_in_no_group(town, chat, seen):
    entered(town)
    town.answer(WANG, "submit")

    assert ("赵奶奶" in sheet(town, chat).text) is seen


def test_whose_name_was_left_out_is_a_resident(town):
    entered(town, behalf="")
    town.answer(WANG, "submit")

    assert "替一位居民反映" in sheet(town).text


def test_the_question_is_read_aloud_for_whom_it_was_entered(town):
    entered(town)
    town.answer(WANG, "submit")
    town.act(WANG, "accept")
    town.act(WANG, "finish", note="好了", proof="p9")

    private = show(town, "verdict", ZHOU, subject="verdict:1:1", reader=ZHOU)
    staff = show(town, "verdict", STAFF, subject="verdict:1:1", reader=ZHOU)

    assert ("赵奶奶" in private.text, "赵奶奶" in staff.text) == (True, False)
    assert ["念给本人听" in shown.text for shown in (private, staff)] == [True, True]


def test_files_are_shown_as_telegram_shows_them(town):
    photos = show(town, "case-photos", WANG, number=1, files="p1,p2")
    voice = show(town, "case-file", WANG, number=1, sort="voice", files="v1")

    assert (list(photos.album), photos.text) == (["p1", "p2"], "#1 的照片，共2张")
    assert (voice.file, voice.text) == (("voice", "v1"), "#1 的语音")


def test_open_reports_are_listed_with_a_button_each(town):
    town.report()

    some = show(town, "my-open", LI, cases="1")
    none = show(town, "my-open", LI, cases="")

    assert (taps(some), presses(some)) == (["#1 电梯"], [VerbPress("i", 1, "status")])
    assert presses(none) == [VerbPress("i", 0, "report")]


def test_open_hazards_are_listed_oldest_first(town):
    hazard = replace(LIFT, kind=CaseKind.HAZARD)
    town.report(reading=hazard)
    town.report(text="大门口的井盖没有了很危险", reading=hazard)
    with town.work(0) as work:
        work.cases.save(replace(work.cases.get(2), building=None))

    shown = show(town, "hazards", WANG, reader=WANG, cases="1,2")

    first, second = shown.text.splitlines()[1:]
    assert first.startswith("<b>#1</b> 3号楼 · 王师傅")
    assert second.startswith("<b>#2</b> 地点待定")
    assert "现在没有" in show(town, "hazards", WANG, reader=WANG, cases="").text


@pytest.mark.parametrize(
    ("reader", "chat", "verbs"),
    [
        (LI, LI, ["report", "progress", "mine", "help"]),
        (WANG, WANG, ["report", "progress", "mine", "help", "proxy"]),
        (LI, GROUP, []),
    ],
)
def test_the_menu_has_a_button_for_each_in_private(town, reader, chat, verbs):
    shown = show(town, "help", chat, reader=reader, community="幸福里")

    assert [p.verb for p in presses(shown)] == verbs
