"""What came with a report, reports for others, lists to tap in, the menu: as they look."""

from dataclasses import replace

import pytest

from governance.cases import CaseKind
from governance.categories import NOTHING
from handlers.buttons import VerbPress
from handlers.views import intake
from services.cases import entering
from services.hearing import Asked
from tests.bot.doors import COMMUNITY
from tests.handlers.showing import presses, show, taps
from tests.services.town import GROUP, HE, LI, LIFT, SAID, STAFF, WANG, ZHOU


def talk(town, number=1, chat=LI, **more):
    return show(town, "dialogue", chat, subject=f"dialogue:{number}", **more)


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


def test_more_hazards_than_a_message_holds_are_counted(town):
    hazard = replace(LIFT, kind=CaseKind.HAZARD)
    for number in range(intake.HAZARDS + 3):
        town.report(
            text=f"大门口的井盖没有了{number}{'很危险' * 60}", message=number, reading=hazard
        )
    every = ",".join(str(each) for each in range(1, intake.HAZARDS + 4))

    shown = show(town, "hazards", WANG, reader=WANG, cases=every)

    assert len(shown.text.encode("utf-16-le")) // 2 <= 4096
    assert shown.text.splitlines()[-1] == "另有 3 处没有列出，先办这些。"


MENU = ["report", "progress", "mine", "help", "proxy"]


@pytest.mark.parametrize(("chat", "verbs"), [(LI, MENU), (GROUP, [])])
def test_the_menu_has_a_button_for_each_in_private(town, chat, verbs):
    shown = show(town, "help", chat, community="幸福里")

    assert [p.verb for p in presses(shown)] == verbs
