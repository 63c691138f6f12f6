import hashlib
import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import chain
from governance.chain import GENESIS, Break, Entry, Fault, Seal, Verdict

AT = 1_790_000_000_000
SALT = bytes(16)
IDS = (3, 4, 7, 9, 10)


def entry(number):
    return Entry(
        id=number,
        community=1,
        at=AT + number,
        unit=f"update:{number}",
        actor="p-1",
        verb="report",
        object="case:1",
        commitment=chain.commitment({"n": number}, SALT),
    )


ENTRIES = tuple(map(entry, IDS))
SEALS = tuple(chain.seals(ENTRIES, after=None, at=AT))


def other(value):
    return value + 1 if isinstance(value, int) else value + "'"


def without(things, place):
    return things[:place] + things[place + 1 :]


def put(things, place, **changes):
    return (*things[:place], replace(things[place], **changes), *things[place + 1 :])


def test_a_whole_chain_names_its_head_and_its_tail():
    assert chain.first_break(ENTRIES, SEALS[:3]) == Verdict(sealed=3, head=SEALS[2].hash, tail=2)


def test_an_empty_chain_is_whole():
    assert chain.first_break((), ()) == Verdict(sealed=0, head=GENESIS, tail=0)


def test_sealing_in_parts_is_sealing_at_once():
    first = tuple(chain.seals(ENTRIES[:2], after=None, at=AT))

    assert first + tuple(chain.seals(ENTRIES[2:], after=first[-1], at=AT)) == SEALS


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("name", [each.name for each in fields(Entry)])
def test_an_altered_entry_is_named(place, name):
    altered = put(ENTRIES, place, **{name: other(getattr(ENTRIES[place], name))})

    verdict = chain.first_break(sorted(altered, key=lambda each: each.id), SEALS)

    assert verdict.broken.seq == place + 1
    assert verdict.broken.entry in {IDS[place], altered[place].id}
    assert (verdict.sealed, verdict.tail) == (place, 0)


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("name", [each.name for each in fields(Seal)])
def test_an_altered_seal_is_named(place, name):
    altered = put(SEALS, place, **{name: other(getattr(SEALS[place], name))})

    verdict = chain.first_break(ENTRIES, altered)

    assert verdict.broken == Break(Fault.ALTERED, IDS[place], place + 1)


def test_a_seal_with_a_number_never_given_is_named():
    moved = (replace(SEALS[3], seq=0), *without(SEALS, 3))

    assert chain.first_break(ENTRIES, moved).broken == Break(Fault.ALTERED, IDS[3])


@pytest.mark.parametrize("place", range(5))
def test_a_missing_entry_is_named(place):
    verdict = chain.first_break(without(ENTRIES, place), SEALS)

    assert verdict.broken == Break(Fault.ENTRY_MISSING, IDS[place], place + 1)


@pytest.mark.parametrize("place", range(4))
def test_a_missing_seal_is_named(place):
    verdict = chain.first_break(ENTRIES, without(SEALS, place))

    assert verdict.broken == Break(Fault.SEAL_MISSING, IDS[place], place + 1)


def test_without_its_last_seal_a_chain_is_whole_but_shorter():
    verdict = chain.first_break(ENTRIES, SEALS[:-1])

    assert verdict == Verdict(sealed=4, head=SEALS[3].hash, tail=1)


def test_an_entry_slipped_in_is_named():
    slipped = (*ENTRIES[:2], entry(5), *ENTRIES[2:])

    assert chain.first_break(slipped, SEALS).broken == Break(Fault.OUT_OF_ORDER, 5, 3)


def test_entries_sealed_out_of_order_are_named():
    swapped = (ENTRIES[1], ENTRIES[0], *ENTRIES[2:])
    seals = tuple(chain.seals(swapped, after=None, at=AT))

    assert chain.first_break(ENTRIES, seals).broken == Break(Fault.OUT_OF_ORDER, 3, 1)


def test_a_seal_over_an_entry_already_sealed_is_named():
    doubled = (*SEALS, *chain.seals(ENTRIES[1:2], after=SEALS[-1], at=AT))

    assert chain.first_break(ENTRIES, doubled).broken == Break(Fault.OUT_OF_ORDER, 4, 6)


@given(st.permutations(range(5)))
def test_no_order_of_entries_but_their_own_makes_their_seals(order):
    seals = tuple(chain.seals([ENTRIES[place] for place in order], after=None, at=AT))

    assert (seals == SEALS) == (order == sorted(order))


def test_neighbouring_fields_cannot_trade_letters():
    one, two = (replace(ENTRIES[0], actor=a, verb=v) for a, v in (("ab", "c"), ("a", "bc")))

    assert chain.link(GENESIS, one, AT) != chain.link(GENESIS, two, AT)


PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=9)
LISTS = st.lists(PLAIN, max_size=3)
DETAILS = st.dictionaries(
    st.text(max_size=9),
    PLAIN | LISTS | st.dictionaries(st.text(max_size=9), LISTS, max_size=3),
    max_size=3,
)


@given(DETAILS)
def test_a_commitment_outlives_being_written_and_read(detail):
    turned = dict(reversed(detail.items()))

    assert chain.commitment(json.loads(json.dumps(turned)), SALT) == chain.commitment(detail, SALT)


@given(st.binary(), st.binary())
def test_another_salt_is_another_commitment(one, two):
    same = chain.commitment({}, one) == chain.commitment({}, two)

    assert same == (one == two)


def test_a_detail_that_is_only_like_another_has_its_own_commitment():
    alike = ({"a": 1}, {"a": "1"}, {"a": True}, {"a": [1]}, {"a": None}, {}, {"a": {"1": None}})

    assert len({chain.commitment(each, SALT) for each in alike}) == len(alike)


def test_a_half_emoji_is_still_text():
    assert chain.commitment({"said": "\ud83c"}, SALT) != chain.commitment({"said": "?"}, SALT)


@pytest.mark.parametrize("odd", [1.5, float("nan"), {1: 2}, b"", {1, 2}, object()])
def test_what_has_no_single_text_is_refused(odd):
    with pytest.raises(chain.NotCanonical):
        chain.commitment({"deep": [odd]}, SALT)


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def test_hashes_are_of_the_text_that_was_published():
    detail = r'["linli-detail-1","73616c74",{"\u95e8":[1,null,true]}]'
    assert chain.commitment({"门": [1, None, True]}, b"salt") == sha256(detail)

    seal = (
        f'["linli-seal-1","{SEALS[0].hash}",{AT},1,4,{AT + 4},"update:4","p-1","report","case:1",'
        f'"{ENTRIES[1].commitment}"]'
    )
    assert SEALS[1].hash == sha256(seal)
