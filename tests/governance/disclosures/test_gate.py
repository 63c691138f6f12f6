import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    ("said", "expected"),
    [
        ("低保", False),
        ("高龄津贴", False),
        ("高龄户", False),
        ("孤儿", False),
        ("王小明", True),
        ("王小明、李红", True),
        ("低保 王小明", True),
        ("李红 张军", True),
        ("李红", True),
        ("高龄", False),
    ],
)
def test_a_kind_of_support_names_nobody(said, expected):
    assert has_name(said) is expected
