import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import nameless
from governance.disclosures.gate import Private, has_name, is_card, is_identity, kind, receipt

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("换三号楼楼道灯 12 盏", None),
        ("11010519491231002X", Private.IDENTITY),
        ("付 110105 1949 1231 002x", Private.IDENTITY),
        ("6222021234567890", Private.OTHER),
        ("4539578763621486", Private.CARD),
        ("电 138-0013-8000", Private.PHONE),
        ("粤B12345", Private.OTHER),
        ("三号楼2单元301室", Private.OTHER),
        ("户主王小明", Private.OTHER),
    ],
)
def test_what_must_not_be_public_is_named_for_what_it_is(said, expected):
    assert kind(said) is expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("044001900111", None),
        ("9-12-003", None),
        ("25442000000012345678", None),
        ("11010519491231002X", Private.IDENTITY),
        ("粤B12345 油票", Private.OTHER),
    ],
)
def test_a_receipts_number_is_no_door_and_no_landline(number, expected):
    assert receipt(number) is expected


@given(st.from_regex(r"\A[0-9]{17}\Z"))
def test_of_all_last_signs_one_makes_an_identity(digits):
    known = [sign for sign in "0123456789X" if is_identity(digits + sign)]
    total = sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True))
    assert known == ["10X98765432"[total % 11]]


@given(st.from_regex(r"\A[0-9]{15,18}\Z"))
def test_of_all_last_figures_one_makes_a_card_and_a_wrong_one_none(digits):
    known = [figure for figure in "0123456789" if is_card(digits + figure)]
    assert len(known) == 1


@pytest.mark.parametrize("number", ["1", "45395787636214XX", ""])
def test_what_is_no_number_of_its_length_is_none(number):
    assert not is_identity(number)
    assert not is_card(number)


@pytest.mark.parametrize(
    "said",
    [
        "王小明、李红",
        "低保 王小明",
        "李红",
        "低保户张建国",
        "特困李秀英奶奶",
        "到张建国家问",
        "张建国低保金",
        "高龄津贴刘向前",
        "孤儿何伟（8岁）",
        "向陈志强反映",
        "优抚对象王国强",
        "困难户欧阳红每月650元",
        "临时救助黄金花",
        "何副主任、李红主任",
    ],
)
def test_a_name_is_found_wherever_it_stands(said):
    assert has_name(said, nameless.read())


@pytest.mark.parametrize(
    "said",
    [
        "低保、低收入家庭、特困供养",
        "高龄津贴（八十岁以上老人）",
        "孤儿和事实无人抚养儿童",
        "十月低保金，共12万元，余额3000余元",
        "何时都可以来问，任何人都能看",
        "居委会一楼窗口，带身份证，周一到周五",
        "监督委员会吴老",
        "何副主任、王阿姨",
        "七天内书面向居委会提出，也可以找监督委员会",
        "向社区服务中心申请，于每月十日前发放",
        "张家湾村委会，钟家桥",
        "临时救助金按规定的程序和方式付给本人",
        "失能老人护理补贴，责任人为民政主任",
        "12345 或街道办事处，工作时间上午九点至下午五点",
    ],
)
def test_a_kind_of_support_names_nobody(said):
    assert not has_name(said, nameless.read())


def test_without_a_list_every_surname_counts():
    assert has_name("高龄津贴")
    assert not has_name("低保")
