import pytest

from governance.deliberations.charts import Chart, Grouping
from governance.deliberations.opinions import Answer, Leaning
from governance.deliberations.states import TopicStatus
from governance.notices import Address, Delivery, Kind
from governance.refusals import Refusal, Unknown
from handlers import answers, opinions, presses
from handlers.buttons import VerbPress
from handlers.directory import start
from handlers.views import Page, draw
from services.chats import standing
from services.opinions import asking, mapping, packing
from tests.bot.doors import GROUP, LI, LIBRARY, NAME, message, press
from tests.handlers.test_mediation import asked, hear, reached
from tests.services.conftest import community, town  # noqa: F401 -- fixtures
from tests.services.opinions.test_opinions import settle, topic
from tests.services.town import AT


@pytest.fixture
def talked(town):  # noqa: F811 -- the fixture
    settle(town, LI)
    topic(town)
    return town


def show(town, key, *, subject="", chat=LI, language="zh-CN", at=AT, **facts):  # noqa: F811, PLR0913 -- all that makes a page
    delivery = Delivery(
        key=key,
        kind=Kind.CARD if subject else Kind.NOTICE,
        address=Address(chat=chat),
        subject=subject,
        reader=LI,
        facts=facts,
        at=at,
    )
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        return draw(Page(delivery=delivery, shelf=shelf, texts=texts, bot=NAME))


def statement(town, **more):  # noqa: F811 -- the fixture
    return show(town, "opinion", subject=f"opinion:1:{LI}", **more)


def mapped(town, chart, **more):  # noqa: F811 -- the fixture
    return show(town, "opinion-map", topic=1, map=packing.pack(chart), **more)


@pytest.mark.parametrize("number", ["3", "#3", "T3", "议题3", "议题 3", "t 3"])
async def test_a_map_is_asked_for_by_the_number_of_its_topic(number):
    said = f"/map {number}"

    verb, words, _ = await asked(opinions.chart, hear({"message": message(said, chat=GROUP)}))

    assert reached(said, chat=GROUP) is opinions.chart
    assert (verb, words["number"], words["asked"].chat) == (mapping.ask, 3, GROUP)


@pytest.mark.parametrize("number", ["", "电梯", "3a", "-1"])
async def test_a_map_without_a_number_is_of_the_only_topic(number):
    _, words, _ = await asked(opinions.chart, hear({"message": message(f"/map {number}")}))

    assert words["number"] == 0


async def test_a_tap_answers_and_says_what_was_noted():
    said = hear(press("o:3:disagree=7"))

    verb, words, toast = await asked(presses.press, said, result=Answer.DISAGREE)

    assert (verb, words) == (asking.answer, {"topic_id": 3, "number": 7, "said": Answer.DISAGREE})
    assert toast.text == "记下了：反对"


async def test_a_refused_tap_says_nothing_of_its_own():
    assert (await asked(presses.press, hear(press("o:3:agree=7"))))[2] is None


@pytest.mark.parametrize("update", ["press", "link"])
async def test_the_first_statement_is_asked_for_by_a_tap_or_a_link(update):
    if update == "press":
        verb, words, _ = await asked(presses.press, hear(press("o:3:begin")))
    else:
        said = hear({"message": message("/start o_3")})
        verb, words, _ = await asked(start, said, args=["o_3"])

    assert (verb, words) == (asking.begin, {"topic_id": 3})


async def test_what_is_no_press_of_ours_is_refused():
    with pytest.raises(Unknown):
        await asked(presses.press, hear(press("o:3:maybe")))


@pytest.mark.parametrize("data", ["agree", "agree=", "agree=-1", "agree=x"])
async def test_a_button_of_before_that_named_a_row_says_how_to_go_on(data):
    with pytest.raises(Refusal) as found:
        await asked(presses.press, hear(press(f"o:7:{data}")))

    assert found.value.key == "refusal-opinion-button"


@pytest.mark.parametrize(("told", "known"), [({"map": "{}"}, "{}"), ({}, "")])
async def test_what_was_reckoned_goes_on_as_the_map(told, known):
    part = {"about": "map", "by": LI, "chat": GROUP, "message": 9, "topic": None, "matter": 3}

    verb, words, _ = await asked(answers.answered, hear({"answer": part | told}))

    assert (verb, words["topic_id"], words["reckoned"]) == (mapping.show, 3, known)
    assert (words["asked"].chat, words["asked"].message) == (GROUP, 9)


async def test_what_telegram_answered_goes_to_the_chats():
    part = {"about": "look", "by": LI, "chat": GROUP, "message": 0, "topic": None}
    part |= {"title": "", "reached": False, "bot": None, "member": None}

    verb, _, _ = await asked(answers.answered, hear({"answer": part}))

    assert verb is standing.looked


@pytest.mark.parametrize(("language", "words"), [("zh-CN", "赞成"), ("en", "Agree")])
def test_a_statement_stands_above_three_buttons(talked, language, words):
    shown = statement(talked, language=language)

    assert "发言1" in shown.text
    [row] = shown.buttons
    assert row[0].text == words
    assert [b.data for b in row] == ["o:1:agree=1", "o:1:disagree=1", "o:1:pass=1"]


def test_the_day_s_limit_the_end_of_the_list_and_of_the_talk_are_said(talked):
    for number in range(1, 6):
        talked.do(LI, asking.answer, 1, number, Answer.AGREE)
    enough = statement(talked)
    with talked.work(0) as work:
        work.statements.answer(6, LI, Answer.PASS, AT)
    done = statement(talked)
    with talked.work(0) as work:
        over = work.topics.get(1)
        work.connection.exec_driver_sql("UPDATE topics SET status = 'summary' WHERE id = 1")
        assert over.status is TopicStatus.DISCUSSION

    assert ("明天还有" in enough.text, enough.buttons) == (True, ())
    assert ("都看过了" in done.text, done.buttons) == (True, ())
    assert "协商阶段已经结束" in statement(talked).text


VIEWS = Chart(
    by=Grouping.VIEWS,
    people=41,
    sizes={"A": 21, "B": 20},
    shared={1: Leaning.AGREE, 99: Leaning.AGREE},
    divided={2: {"A": Leaning.AGREE, "B": Leaning.DISAGREE}, 98: {"A": Leaning.AGREE}},
    together={3: Leaning.DISAGREE},
    typical={"A": {4: Leaning.MIXED}, "B": {97: Leaning.AGREE}},
    thin=2,
)


def test_a_map_says_what_is_shared_divided_and_typical(talked):
    lines = mapped(talked, VIEWS, chat=GROUP).text.splitlines()

    assert lines == [
        "<b>议题1：装刷卡</b>",
        "大家的想法（41 人回答）",
        "按想法相近看，分成：A 群（21 人）、B 群（20 人）",
        "<b>各处想法一致</b>",
        "· 第 1 条，多数赞成：发言1",
        "<b>想法不同</b>",
        "· 第 2 条：发言2",
        "A 群多数赞成、B 群多数反对",
        "<b>合起来看</b>",
        "· 第 3 条，多数反对：发言3",
        "<b>A 群更在意</b>",
        "· 第 4 条，有赞成有反对：发言4",
        "另有 2 条发言，回答的不到 5 人，先不显示。",
        "这是征求意见，不是表决，也不是决议；没有回答的人怎么想，这里看不出来。",
    ]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize(
    ("by", "key", "name"),
    [
        (Grouping.GRID, "g1", "一网格"),
        (Grouping.BUILDING, "b3", "3号楼"),
        (Grouping.BUILDING, "gone", "gone"),
    ],
)
def test_a_group_is_called_as_everybody_calls_it(talked, language, by, key, name):
    told = Chart(by=by, people=9, sizes={key: 9}, together={1: Leaning.AGREE})

    assert name in mapped(talked, told, language=language).text


def test_a_map_of_nothing_says_so_and_is_no_ballot(talked):
    text = mapped(talked, Chart(by=Grouping.GRID, people=0)).text

    assert "回答的不到 5 人" in text
    assert "还看不出" in text
    assert "不是表决" in text


def test_under_a_map_one_says_something_oneself_while_it_is_talked_over(talked):
    in_group = mapped(talked, VIEWS, chat=GROUP).buttons
    alone = mapped(talked, VIEWS).buttons
    with talked.work(0) as work:
        work.connection.exec_driver_sql("UPDATE topics SET status = 'summary' WHERE id = 1")

    assert [[b.url for b in row] for row in in_group] == [[f"https://t.me/{NAME}?start=o_1"]]
    assert [[b.data for b in row] for row in alone] == [[VerbPress("o", 1, "begin").data]]
    assert mapped(talked, VIEWS).buttons == []
