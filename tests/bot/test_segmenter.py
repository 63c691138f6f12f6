import logging
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import SimpleNamespace

import pytest

from bot.rendering import render
from bot.segmenter import LEXICON, read, segmenter
from config import cues, jargon, wording
from governance.cues import PLAIN, signs
from governance.sayings import Said
from governance.wording import lint, plainer
from services.deliberations import proposing
from storage.work import Shelf
from tests.bases import memory
from tests.bot.doors import COMMUNITY, LIBRARY, NAME
from tests.services.joining import verified
from tests.services.town import LI, Town

SENTENCES = """\
三号楼电梯坏了两天没人修
我家卫生间返水了，下水道是不是堵了？
楼道灯不亮，老人晚上下楼害怕
有人把电动车推进单元门充电，飞线充电太危险了
消防通道被占了，救火车进不来
维修基金还剩多少，什么时候公示？
充电桩装在哪里，业委会定了没有
垃圾桶三天没人清，臭得很
楼上高空抛物，差点砸到小孩！
广场舞晚上十点还在跳，噪音扰民
物业费涨价没有开过业主大会
居委会什么时候给独居老人送饭
网格员你好，7号楼2单元501漏水
@张阿姨 停水通知看到了吗
停电了停电了！！！
我们小区要加装电梯，一楼不同意
井盖松了，走路会响
绿化带里有人遛狗不拴绳
快递柜收费2.5元一次，合理吗
地下车库渗水，B2层都是水
请问 WiFi 密码是多少
收支明细第3页的12,800元是什么
2026年9月物业费：1.98元/平方米
张三和李四因为停车位吵起来了，请调解员来一下
楼栋长通知：明天上午9:30在党群服务中心开议事会
电话是13800138000，找王师傅
好的👍谢谢🙏
第一行
第二行\t有空格  两个
hello world，你好world
上海市浦东新区张江镇某某路100弄
""".splitlines()


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


@pytest.fixture(scope="module")
def fast(tmp_path_factory):
    return segmenter(tmp_path_factory.mktemp("fast"))


@pytest.fixture(scope="module")
def plain_state(tmp_path_factory):
    return tmp_path_factory.mktemp("plain") / "jieba"


@pytest.fixture(scope="module")
def shared_temp(tmp_path_factory):
    return tmp_path_factory.mktemp("everybodys")


@pytest.fixture(scope="module")
def plain(plain_state, shared_temp):
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "rjieba", None)
        patch.setattr(tempfile, "tempdir", str(shared_temp))
        yield segmenter(plain_state)


@pytest.mark.parametrize("word", read(LEXICON))
def test_a_word_of_the_lexicon_is_kept_whole_by_both(word, fast, plain):
    assert fast(word) == [word]
    assert plain(word) == [word]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_both_cut_a_sentence_alike_and_lose_nothing(sentence, fast, plain):
    assert fast(sentence) == plain(sentence)
    assert "".join(fast(sentence)) == sentence


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("请网格员看看充电桩", ["请", "网格员", "看看", "充电桩"]),
        ("厨房返水", ["厨房", "返水"]),
        ("维修基金公示", ["维修基金", "公示"]),
        ("", []),
    ],
)
def test_a_sentence_is_cut_at_the_words_of_the_lexicon(sentence, words, fast, plain):
    assert fast(sentence) == words
    assert plain(sentence) == words


def test_jieba_keeps_its_cache_in_the_state_folder_only(plain, plain_state, shared_temp):
    assert plain("电梯") == ["电梯"]
    assert [each.name for each in plain_state.iterdir()] == ["jieba.cache"]
    assert list(shared_temp.iterdir()) == []


def test_jieba_is_silent_below_a_warning_and_has_no_door_of_its_own(plain):
    assert plain("电梯") == ["电梯"]
    assert logging.getLogger("jieba").handlers == []
    assert logging.getLogger("jieba").getEffectiveLevel() == logging.WARNING


def test_both_cut_in_another_thread_than_the_one_that_built_them(fast, plain):
    with ThreadPoolExecutor(1) as other:
        assert other.submit(fast, "返水").result() == ["返水"]
        assert other.submit(plain, "返水").result() == ["返水"]


def test_a_lexicon_is_read_without_remarks_and_blanks(tmp_path):
    lexicon = tmp_path / "lexicon.txt"
    lexicon.write_text("# 电\n返水\n\n 充电桩 \n", "utf-8")

    assert read(lexicon) == ["返水", "充电桩"]


def test_the_words_of_one_segmenter_do_not_reach_another(tmp_path, fast):
    lexicon = tmp_path / "lexicon.txt"
    lexicon.write_text("梧桐里三弄\n", "utf-8")

    assert segmenter(tmp_path, lexicon)("梧桐里三弄") == ["梧桐里三弄"]
    assert fast("梧桐里三弄") != ["梧桐里三弄"]


def test_the_lexicon_names_each_word_once():
    words = read(LEXICON)

    assert len(words) == len(set(words))
    assert len(words) >= 80


def test_importing_the_room_loads_neither_library():
    told = "import sys, bot.segmenter; print({'jieba', 'rjieba'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True)

    assert done.stdout == "set()\n"


def test_jieba_is_built_where_every_warning_is_an_error(tmp_path):
    told = (
        "import sys, pathlib; sys.modules['rjieba'] = None; from bot.segmenter import segmenter;"
        f"print(segmenter(pathlib.Path({str(tmp_path)!r}))('返水'))"
    )

    # a pycache of its own: only what is compiled can warn
    python = [sys.executable, "-W", "error", "-X", "utf8", "-X", f"pycache_prefix={tmp_path}/c"]
    done = subprocess.run([*python, "-c", told], capture_output=True, check=False, text=True)

    assert (done.stdout, done.stderr) == ("['返水']\n", "")


# the signs of a list's word stand in each, and nobody means it: list, text
TRAPS = [
    ("danger", "周末一起火锅聚餐"),
    ("danger", "沿着火车站那边的路灯不亮"),
    ("danger", "接触电梯按钮没有反应"),
    ("danger", "落水管堵了"),
    ("dispute", "部分家庭停水"),
    ("dispute", "强调解决停车问题"),
    ("dispute", "修好了请打我电话"),
    ("hazard", "请缩小偷工减料的空间"),
    ("suggestion", "创建议事会要什么材料"),
    ("question", "理想问题不大"),
    ("urgent", "跟着急救车走的是谁"),
    ("wish", "将来访人员登记好"),
    ("leading", "请做好事故登记"),
    ("leading", "减少数人工"),
    ("asking", "只要不要钱，只要不要钱"),
    ("joining", "合并同意见相近的两栋"),
    ("jargon", "不要抓手机"),
    ("jargon", "这样可以增强拨付款"),
    ("plainer", "费用按同比例分摊"),
    ("plainer", "据此时的账目"),
]


def found(text, cut, table):
    """Return the names of all lists of the house that find something in a text."""
    seen = signs(text, table, cut)
    hints = [*lint(text, wording.read(), jargon.read(), cut)]
    lists = wording.read()["zh-CN"]
    return {
        *(["danger"] * seen.danger + ["dispute"] * seen.dispute),
        *(["plainer"] if plainer(text, jargon.read(), cut) else []),
        *{str(h.concern) for h in hints},
        *({str(seen.kind), str(seen.urgency)} - {str(PLAIN.kind), str(PLAIN.urgency)}),
        *(["joining"] if any(h.said in lists.joining for h in hints) else []),
        *(["asking"] if any(h.concern == "double" and not h.said for h in hints) else []),
    }


@pytest.mark.parametrize(("name", "text"), TRAPS)
def test_signs_that_stand_together_by_chance_are_no_word_of_a_list(name, text, fast, plain):
    table = cues.read()
    assert name in found(text, list, replace(table, longer=()))
    assert name not in found(text, fast, table) | found(text, plain, table)


FRAMES = ("{}", "大家{}的", "有人{}", "把{}做好")


def test_every_word_of_the_house_is_found_where_it_is_meant(fast, plain):
    table = cues.read()
    own = [*table.danger, *table.dispute]
    own += [w for words in (*table.kinds.values(), *table.urgencies.values()) for w in words]
    texts = [(frame.format(word), word) for word in own for frame in FRAMES if not word.isascii()]

    assert [t for t in texts for cut in (fast, plain) if not Said(t[0], cut).holds(t[1])] == []


def test_every_word_of_a_hint_is_found_alone(fast, plain):
    every = [*jargon.read()]
    for lists in wording.read().values():
        every += [*lists.leading, *lists.asking, *lists.joining]

    assert [w for w in every for cut in (fast, plain) if not Said(w, cut).times(w)] == []


def drafted(town, person, segment):
    """Return how the draft of somebody's proposal is shown, by a house that cuts words so."""
    house = SimpleNamespace(
        community_id=0,
        shelf=lambda c: Shelf(c, town.roll),
        library=LIBRARY,
        bot_name=NAME,
        segment=segment,
    )
    [draft] = [d for d in town.deliveries() if d.address.chat == person and d.subject]
    with town.work(0) as work:
        _, params, _ = render(house, work.connection, draft)
    return params["text"]


def test_a_draft_is_looked_through_word_by_word_as_the_house_cuts_them(town, fast):
    verified(town)
    town.send()
    town.do(LI, proposing.begin, town.hear("请做好事故登记", chat=LI))

    assert "“好事”" in drafted(town, LI, list)
    assert "“好事”" not in drafted(town, LI, fast)
