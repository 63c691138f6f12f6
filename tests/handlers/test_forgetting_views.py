"""Everything that is stored of somebody, as he reads it."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from governance.consent import Consent
from governance.dialogues import Dialogue, DialogueKind
from governance.residents import ResidentAction, ResidentStatus
from handlers.buttons import VerbPress
from services import consent
from services import residents as verbs
from storage.cases import CASES
from tests.bases import memory
from tests.bot.doors import COMMUNITY
from tests.handlers.household import DOOR, LANGUAGES, home, show, taps, verbs_of
from tests.services.ballots.booth import draft
from tests.services.blank import put
from tests.services.town import AT, LI, WANG, Town

A, S = ResidentAction, ResidentStatus


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


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


def talking(town, kind, person=LI, **data):
    """Hold a talk that is still open, as its steps left it."""
    expires = AT + timedelta(days=1)
    talk = Dialogue(token="t", kind=kind, person=person, chat=person, expires=expires, data=data)
    with town.work(person) as work:
        work.dialogues.open(talk)


K = DialogueKind
OPEN_TALKS = [
    (
        LI,
        K.DISPUTE,
        {
            "threat": "no",
            "parties": "wang,the_committee",
            "involved": "no_more",
            "relatives": "zheng",
            "building": "b3",
            "since": "weeks",
            "text": "楼上半夜搬家具",
            "worker": "",
        },
        [
            "说一件纠纷",
            "受到威胁：没有",
            "牵涉：王师傅 · 居委会（整个）",
            "亲友：郑老师",
            "地点：3号楼",
            "多久了：几周",
            "经过：楼上半夜搬家具",
        ],
    ),
    (
        LI,
        K.REPORT,
        {
            "text": "楼道灯坏了",
            "category": "lift",
            "building": "b3",
            "urgency": "urgent",
            "files": "photo,photo",
            "photo": "photo-1",
            "chat": LI,
            "message": 7,
            "loose": "yes",
        },
        ["内容：楼道灯坏了", "类别：电梯", "地点：3号楼", "急难", "附：照片"],
    ),
    (
        LI,
        K.JOIN,
        {"building": "b3", "residency": "away"},
        ["登记为住户", "楼栋：3号楼", "居住：外出务工"],
    ),
    (LI, K.AGAIN, {"text": "楼道灯坏了", "case": 1}, ["内容：楼道灯坏了"]),
    (LI, K.REST, {"case": 1, "files": "photo"}, ["#1", "又收到：照片"]),
    (
        WANG,
        K.STEP,
        {"case": 1, "action": "transfer", "to": "zhou", "note": "@skill", "proof": "photo-1"},
        ["<b>#1</b> 转派", "已写下：周姐", "已写下：需要专业人员", "已写下：照片1张"],
    ),
]
RAW = ("no_more", "weeks", "wang", "zheng", "b3", "lift", "urgent", "photo-1", "away", "skill")
RAW += ("zhou", "transfer", "the_committee")


@pytest.mark.parametrize(
    ("person", "kind", "data", "expected"), OPEN_TALKS, ids=lambda v: str(v)[:9]
)
def test_what_is_being_filled_in_is_said_as_its_form_says_it(town, person, kind, data, expected):
    town.report(LI)
    talking(town, kind, person, **data)

    text = show(town, "mydata", person, page=1).text
    filling = text[text.index("正在填写：") : text.index("各处存了几条")]

    assert [words for words in expected if words not in filling] == []
    assert [key for key in RAW if key in filling] == []


@LANGUAGES
@pytest.mark.parametrize("kind", DialogueKind)
def test_every_kind_of_talk_can_be_read_in_my_data(town, kind, language):
    town.report(LI)
    action = "admit" if kind is K.TOPIC_STEP else "finish"
    of_topic = {"count": 1, "said": "没卡进不来", "for": "no"}
    action = "approve" if kind is K.EDITION_STEP else action
    known = {"action": action, "post": "王师傅", "title": "群", "step": "propose", "ballot": 1}
    known |= {"name": "收支账", "stage": "before", "number": "2026-1", "side": "income"}
    known |= {"now": "2.00", "before": "1.00"}
    draft(town)
    talking(town, kind, case=1, question="哪层", **known, **of_topic)

    assert show(town, "mydata", LI, language=language, page=1).text.count("\n") > 5


def test_long_words_of_an_open_form_are_not_cut(town):
    long = "".join(f"第{n}句话，" for n in range(400))
    talking(town, K.REPORT, text=long)
    pages = [show(town, "mydata", LI, page=number).text for number in (1, 2)]

    assert all(len(page) < 4096 for page in pages)
    assert [
        n for n in range(400) if f"第{n}句话" not in "".join(pages).replace("\n内容：", "")
    ] == []


def test_a_dispute_is_told_in_words_too(town):
    told = {"text": "他家放东西", "since": "years", "tried": "police", "status": "reported"}
    put(
        town.engine, "disputes", community_id=town.id, reporter=LI, number=4, pair="owners", **told
    )

    text = show(town, "mydata", LI, page=1).text

    assert "经过：他家放东西" in text
    assert [key for key in ("years", "police", "owners") if key in text] == []


def test_the_language_is_named(town):
    town.report(LI)

    assert "语言：中文" in show(town, "mydata", LI, page=1).text


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
