import re
from pathlib import Path

import pytest

from sandbox.client import NotSeen, Refused, Town
from sandbox.player import NotAsTold, StoryMistake, find, markdown, play, stories
from sandbox.story import read
from tests.page.echo import town_with_bot

HEAD = 'title = "t"\nstart = "2026-03-02T09:00:00+08:00"\n'
GROUP = "幸福里居民群"
ROOT = Path(__file__).parents[2]

TOLD = """\
== Monday 2026-03-02 ==
09:00 幸福里居民群
  李婶: /report 电梯坏了
  邻里 ↩ 李婶: #1 电梯坏了
      已派给王师傅。
      [我也遇到了]
09:00 private: 王师傅
  邻里: 工单 #1 电梯坏了
      [接单] [退单]
10:00 1h later
11:00 the next thing is due
11:00 private: 王师傅
  邻里: #1 还没有接单
11:00 王师傅 presses [退单] → toast “请先写明原因。”
11:00 王师傅 presses [接单] → toast “已接单”
11:00 private: 王师傅
  (edited) 邻里: 工单 #1 电梯坏了
      处理中
11:00 幸福里居民群
  张伯: [photo] 就是这里
11:00 幸福里居民群
  (edited) 张伯: [photo] 就是这里，三号楼
11:00 private: 赵阿姨
  赵阿姨: /start
  邻里: 您好，我是邻里。
11:00 张伯 blocks the bot
11:00 幸福里居民群
  * Emma 离开了群组
11:00 幸福里居民群
  * Emma 加入了群组
== Tuesday 2026-03-03 ==
11:00 1d later"""

STORY = (
    HEAD
    + """
[[step]]
who = "李婶"
chat = "幸福里居民群"
says = "/report 电梯坏了"
[[step]]
who = "张伯"
chat = "幸福里居民群"
sees = ["#1", "电梯"]
buttons = ["我也遇到了"]
[[step]]
waits = "1h"
[[step]]
waits = "next"
[[step]]
who = "王师傅"
presses = "退单"
toast = "原因"
[[step]]
who = "王师傅"
presses = "接单"
under = "#1"
toast = "已接单"
[[step]]
who = "王师傅"
sees = "处理中"
buttons = []
[[step]]
who = "张伯"
chat = "幸福里居民群"
says = "就是这里"
photo = "lift-broken"
[[step]]
who = "张伯"
chat = "幸福里居民群"
edits = "就是这里，三号楼"
under = "就是这里"
[[step]]
who = "张伯"
never_sees = ["工单", "处理中"]
[[step]]
who = "赵阿姨"
starts = ""
[[step]]
who = "张伯"
blocks = true
[[step]]
who = "Emma"
leaves = "幸福里居民群"
[[step]]
who = "Emma"
joins = "幸福里居民群"
[[step]]
waits = "1d"
"""
)


@pytest.fixture
def shelf(tmp_path):
    def write(text, name="lift"):
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def town():
    with town_with_bot() as base:
        yield Town(base)


@pytest.fixture(scope="module")
def used_town():
    """For stories that fail: what others left behind does not matter to them."""
    with town_with_bot() as base:
        yield Town(base)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ('who = "a"', "has exactly one of says, edits, presses"),
        ('who = "a"\nsays = "x"\nstarts = ""', "this one has says and starts"),
        ('says = "x"', "who is missing: name the person who says"),
        ('who = "a"\nsays = ""', "says may be empty only with a photo"),
        ('who = "a"\nsays = "x"\ntoast = "y"', "'toast' does not go with 'says'; allowed are"),
        ('who = "a"\nedits = "x"', "under is missing"),
        ('who = "a"\nsees = []', "sees must be a text, or a list of texts, not []"),
        ('who = "a"\nsees = "x"\nbuttons = "y"', "buttons must be a list of texts, not 'y'"),
        ('who = "a"\nblocks = false', "blocks must be true, not False"),
        (
            'who = "a"\nsays = "x"\nvoice = {duration = "6"}',
            "voice must be { duration = seconds }",
        ),
        ('who = "a"\nsays = "x"\nvoice = {length = 6}', "voice must be { duration = seconds }"),
        ('who = "a"\nsays = ""\nlocation = {latitude = 1}', "location must be { latitude = …"),
        ('waits = "2 hours"', "waits must be 90s, 15m, 2h, 7d or next, in quotes, not '2 hours'"),
        ("waits = 2", "waits must be 90s"),
        ('who = "a"\nwaits = "2h"', "'who' does not go with 'waits'"),
    ],
)
def test_a_mistaken_step_is_named(shelf, step, said):
    path = shelf(f'{HEAD}[[step]]\nwaits = "1h"\n[[step]]\n{step}\n')

    with pytest.raises(StoryMistake) as mistake:
        read(path)

    assert str(mistake.value).startswith("lift.toml, step 2: ")
    assert said in str(mistake.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title =", "lift.toml: this is no TOML in UTF-8"),
        (HEAD, "at least one [[step]]"),
        (HEAD + "step = [1]", "lift.toml, step 1: a step begins with [[step]]"),
        ('title = "t"\n[[step]]\nwaits = "1h"', "start (a time with its offset"),
        ('title = "t"\nstart = "2026-03-02T09:00:00"\n[[step]]\nwaits = "1h"', "its offset"),
        ('title = "t"\nstart = "soon"\n[[step]]\nwaits = "1h"', "its offset"),
        ('name = "t"\n[[step]]\nwaits = "1h"', "'name' is unknown; a story has title"),
    ],
)
def test_a_mistaken_file_is_named(shelf, text, said):
    with pytest.raises(StoryMistake) as mistake:
        read(shelf(text))

    assert said in str(mistake.value)


def test_stories_are_listed_and_found_by_name(shelf):
    folder = shelf(STORY).parent
    shelf(HEAD.replace('"t"', '"Lamp"') + '[[step]]\nwaits = "1h"', "lamp")

    assert stories(folder) == [("lamp", "Lamp"), ("lift", "t")]
    assert find("lamp", folder).title == "Lamp"
    with pytest.raises(StoryMistake, match="no story 'roof'; there are: lamp, lift"):
        find("roof", folder)


def test_every_story_of_the_house_can_be_read():
    assert [find(name).title for name, _ in stories()] == [title for _, title in stories()]


def test_every_story_of_the_house_has_a_chinese_title():
    told = [find(name) for name, _ in stories()]

    assert [each.name for each in told if not re.search("[\u4e00-\u9fff]", each.chinese)] == []


def test_a_story_is_told_line_by_line(shelf, town):
    lines = []

    play(read(shelf(STORY)), town, lines.append)

    assert "\n".join(lines) == TOLD
    assert markdown("t", lines) == f"# t\n\n```text\n{TOLD}\n```\n"


@pytest.mark.parametrize(
    ("step", "expected", "seen"),
    [
        (f'chat = "{GROUP}"\nsees = "#99"', "李婶 to see “#99” in 幸福里居民群", "电梯坏了"),
        ('sees = "#1"', "李婶 to see “#1” in private", "no messages at all"),
        (f'chat = "{GROUP}"\nsees = "#1"\nbuttons = []', "no buttons under “#1”", "[我也遇到了]"),
        (
            f'chat = "{GROUP}"\npresses = "接单"\nunder = "#1"',
            "a button [接单] under “#1”",
            "电梯",
        ),
        (
            f'chat = "{GROUP}"\npresses = "我也遇到了"\ntoast = "谢"',
            "a toast with “谢”",
            "no toast",
        ),
        (f'chat = "{GROUP}"\nnever_sees = "电梯"', "李婶 never to see “电梯”", "/report 电梯坏了"),
        ('edits = "x"\nunder = "y"', "a message of 李婶 with “y”", "no messages at all"),
        ('says = "x"\nphoto = "nothing"', "李婶 says 'x'", "There is no picture “nothing”"),
    ],
)
def test_a_story_not_as_told_says_what_was_seen(shelf, used_town, step, expected, seen):
    first = f'[[step]]\nwho = "李婶"\nchat = "{GROUP}"\nsays = "/report 电梯坏了"\n'
    story = read(shelf(f'{HEAD}{first}[[step]]\nwho = "李婶"\n{step}\n'))

    with pytest.raises(NotAsTold) as other:
        play(story, used_town, lambda _: None)

    assert other.value.step == 2
    assert other.value.expected == expected
    assert seen in other.value.seen


@pytest.mark.parametrize("step", ['who = "老李"\nsays = "x"', 'who = "李婶"\njoins = "老李"'])
def test_a_story_must_fit_its_town(shelf, used_town, step):
    story = read(shelf(f"{HEAD}[[step]]\n{step}\n"))

    with pytest.raises(StoryMistake, match=r"lift.toml, step 1: the town knows no '老李'; it "):
        play(story, used_town, lambda _: None)


def test_a_town_is_asked_by_names(town):
    said = town.says("李婶", "你好")
    town.sees("李婶", "您好")
    town.says("李婶", location={"latitude": 31.2, "longitude": 121.4}, reply_to="您好")
    town.says("李婶", voice={"duration": 6})

    _, answer, place, voice = town.messages("李婶")
    assert (said, answer["text"]) == (1, "您好，我是邻里。")
    assert voice["voice"]["duration"] == 6
    assert place["reply_to"] == answer["id"]
    with pytest.raises(Refused, match="nobody here is called '老李'; there are 李婶, 张伯"):
        town.says("老李", "x")
    with pytest.raises(Refused, match="no chat is called '楼组'"):
        town.says("李婶", "x", chat="楼组")
    with pytest.raises(Refused, match="named nothing due"):
        town.waits("next")
    with pytest.raises(NotSeen, match="老王"):
        town.sees("李婶", ["老王"])


def test_an_address_must_be_one():
    with pytest.raises(ValueError, match="write http://"):
        Town("127.0.0.1:8080")
