import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import privacy
from governance.privacy import MASK

BEFORE = st.sampled_from(["", "请打", "我住", "call ", "，", "车挡道了 ", "三号楼的 "])
AFTER = st.sampled_from(["", "找我", "，谢谢", " please", "。", "漏水", " 李婶"])
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


def digits(least, most=None):
    return st.text("0123456789", min_size=least, max_size=most or least)


def glued(*parts):
    return st.tuples(*(st.just(p) if isinstance(p, str) else p for p in parts)).map("".join)


GAP = st.sampled_from(["", " ", "-"])
ABROAD = st.sampled_from(["", "+86", "+86 ", "86", "0086 ", "+86-"])
MOBILES = glued(ABROAD, "1", st.sampled_from("3456789"), digits(1), GAP, digits(4), GAP, digits(4))
LANDLINES = glued("0", st.sampled_from(["10", "21", "571"]), GAP, digits(8))
BRACKETED = glued("(0571)", st.sampled_from(["", " "]), digits(8))
CARDS = glued(
    digits(6), GAP, digits(4), digits(4), GAP, digits(3), st.sampled_from("0123456789Xx")
)
BANK = digits(16, 19)
PLATES = glued(
    st.sampled_from(PROVINCES),
    st.sampled_from("ABCDEFGHJa"),
    st.sampled_from(["", "·", " ", "-"]),
    st.text("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", min_size=1, max_size=2),
    digits(3),
    st.sampled_from(["0", "Z", "学"]),
)
DOORS = st.one_of(
    glued(digits(3, 4), st.sampled_from(["室", " 室", "号房", "房", "户"])),
    glued("3单元", digits(3, 4)),
    glued("三单元", digits(3, 4)),
    glued(st.sampled_from(["3单元", "3号楼"]), digits(3, 4), " 户"),
    glued("3-2-", digits(3, 4)),
    glued("3号楼", digits(3, 4)),
    glued("三栋", st.sampled_from(["", " ", "2单元"]), digits(3, 4)),
    glued("3#", digits(3, 4)),
    glued(st.sampled_from(["room ", "Flat", "apt. "]), digits(2, 4)),
    glued(st.text("零一二三四五六七八九", min_size=3, max_size=3), "室"),
)
PRIVATE = st.one_of(MOBILES, LANDLINES, BRACKETED, CARDS, BANK, PLATES, DOORS)


def tells(text):
    """Return what would still lead to somebody: longer runs of figures, in the figures' order."""
    figures = re.sub(r"[\s·()（）+-]", "", text)
    return re.findall(r"\d{3,}|[零一二三四五六七八九]{3,}|[A-Z0-9]{5,}", figures)


@given(before=BEFORE, private=PRIVATE, after=AFTER)
def test_nothing_private_survives(before, private, after):
    masked = privacy.mask(f"{before}{private}{after}")

    assert (tells(masked), MASK in masked) == ([], True)


@given(before=BEFORE, private=PRIVATE, after=AFTER)
def test_what_is_masked_is_called_private_and_stays_masked(before, private, after):
    text = f"{before}{private}{after}"
    once = privacy.mask(text)

    assert (privacy.is_private(text), privacy.mask(once)) == (True, once)


@given(first=PRIVATE, second=PRIVATE)
def test_each_of_two_is_masked(first, second):
    assert tells(privacy.mask(f"{first}，{second}")) == []


PLAIN = [
    "三号楼电梯坏了两天没人修",
    "3号楼电梯坏了",
    "名册 301 户，已投 120 户",
    "名册 10000 户，已投 9999 户",
    "2026年3月2日",
    "2026-03-02",
    "3号楼2026年就这样了",
    "#12",
    "查进度：/status 1024，见 #1024",
    "修电梯花了1200元",
    "3号楼1200元还没退",
    "三栋 300多人没水",
    "周一到周五 8:30-12:00",
    "110、119、120、12345",
    "13号楼14单元",
    "building 3 is dark since 2 days",
    "the room is dark",
    "京剧太吵",
    "第12届 100.5 平方米",
    "",
]


@pytest.mark.parametrize("plain", PLAIN)
def test_a_plain_sentence_is_left_as_it_is(plain):
    assert (privacy.mask(plain), privacy.is_private(plain)) == (plain, False)


@given(st.text(st.sampled_from("三号楼电梯坏了 两天,。#/abc12元年月日")))
def test_masking_twice_is_masking_once(text):
    assert privacy.mask(privacy.mask(text)) == privacy.mask(text)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("我住三号楼502，电话13812345678", "我住三号楼＊＊＊，电话＊＊＊"),
        ("3单元502室漏水", "＊＊＊漏水"),
        ("京A·12345挡道", "＊＊＊挡道"),
        ("+8613812345678", "＊＊＊"),
    ],
)
def test_the_rest_of_a_sentence_stays(said, read):
    assert privacy.mask(said) == read


@pytest.mark.parametrize(
    "told",
    [
        "门机换好了，找501的人",
        "打138.0013.8000",
        "座机６２３４５６７８",
        "房号1202，门牌 1 2 0 2",
        "和王建国一起换了",
    ],
)
def test_free_words_lose_every_run_of_figures_and_every_officers_name(told):
    guarded = privacy.guard(told, {"王建国": "王师傅"})

    assert not any(c.isdecimal() for c in guarded)
    assert "王建国" not in guarded


def test_free_words_keep_what_names_nobody():
    told = "三号楼2台电梯换了门机，花了半天，12点好了"

    assert privacy.guard(told, {"王建国": "王师傅"}) == told


def test_what_is_written_of_accounts_keeps_its_figures_and_nothing_private():
    told = "王建国录错了：2026年的发票是3200元，问13800000000，2单元301"
    kept = "王师傅录错了：2026年的发票是3200元，问＊＊＊，＊＊＊"

    assert privacy.guard(told, {"王建国": "王师傅"}, figures=True) == kept


@pytest.mark.parametrize(
    "text",
    [
        "户主李秀芬说的",
        "业主：王建国",
        "我叫欧阳明月，三号楼的",
        "联系人 张伟",
        "已经和陈国华先生说过",
        "租户是刘洋洋",
    ],
)
def test_a_full_name_that_is_called_one_is_masked(text):
    assert MASK in privacy.mask(text)


@pytest.mark.parametrize(
    "text",
    [
        "王师傅来过了",
        "李阿姨家漏水",
        "谢谢小刘",
        "业主都同意",
        "何副主任知道",
        "梁同志答复",
        "王先生来过",
    ],
)
def test_how_people_are_called_is_no_full_name(text):
    assert privacy.mask(text) == text


def test_the_gate_leaves_markup_whole():
    shown = '<a href="tg://user?id=13800000000">李婶</a>，电话 13800000000 <b>#12</b>'

    assert privacy.gate(shown) == (
        f'<a href="tg://user?id=13800000000">李婶</a>，电话 {MASK} <b>#12</b>'
    )


@given(before=BEFORE, private=PRIVATE, after=AFTER)
def test_the_gate_is_no_weaker_than_the_mask(before, private, after):
    passed = privacy.gate(f"<b>{before}{private}{after}</b>")

    assert tells(passed) == []


DIGEST = "610ef262a6ad9132910c2d56333b6f8c9ad28973f04016159516e08cc16bc724"


def test_a_digest_that_looks_like_a_phone_passes_the_gate_whole():
    shown = f"校验码：<code>{DIGEST}</code>，封条 <code>a13800000000</code>，13800000000"

    assert privacy.mask(DIGEST) != DIGEST
    assert privacy.gate(shown) == shown[: -len("13800000000")] + MASK


@pytest.mark.parametrize(
    "words",
    [DIGEST, f"<b>{DIGEST}</b>", "<code>057112345678</code>", "<code>a 13800000000</code>"]
    + [f"<code>13800000000{'a' * more}</code>" for more in (2, 52, 54)],
)
def test_only_what_our_words_set_as_a_digest_passes(words):
    assert MASK in privacy.gate(words)
