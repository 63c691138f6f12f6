import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.ballots.base import Paper
from governance.ballots.envelope import READABLE, SLIP, Inside, NoEnvelopes, halves, pack, unpack
from governance.refusals import Refusal

OPTIONS = tuple("甲乙丙丁戊")
PAPER = Paper(options=OPTIONS, most=5, best=10)
VOTES = st.dictionaries(st.sampled_from(OPTIONS), st.integers(1, 10))
SLIPS = st.text(READABLE, min_size=SLIP, max_size=SLIP)


@given(marks=VOTES, slip=SLIPS, voter=st.integers(0, 2**63 - 1))
def test_what_is_packed_comes_back_and_is_of_one_length(marks, slip, voter):
    inside = Inside(marks=marks, slip=slip, voter=voter)

    packed = pack(PAPER, inside)

    assert unpack(PAPER, packed) == inside
    assert len(packed) == len(OPTIONS) + SLIP + 8


def test_a_slip_is_read_in_two_halves_of_letters_that_are_not_mistaken():
    assert halves("ACDEFGHJ") == "ACDE-FGHJ"
    assert not set("0O1IL8B5S2Z") & set(READABLE)
    assert len(set(READABLE)) == len(READABLE)


def test_without_a_folder_of_keys_nothing_is_sealed_or_opened():
    nowhere = NoEnvelopes()
    for asks in (
        nowhere.fresh,
        lambda: nowhere.seal("a", b""),
        lambda: nowhere.open("a", []),
        lambda: nowhere.codes("a", []),
    ):
        with pytest.raises(Refusal, match="refusal-ballot-key"):
            asks()
