import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import residents


@pytest.mark.parametrize(
    ("said", "door"),
    [
        ("301", "301"),
        ("３０１", "301"),
        (" 301 室 ", "301"),
        ("301号房", "301"),
        ("2单元 301室", "2-301"),
        ("2 单元301", "2-301"),
        ("二单元三〇一", "2-301"),
        ("二单元三零一室", "2-301"),
        ("两单元三百零一", "2-301"),
        ("三百一", "310"),
        ("三百一十二", "312"),
        ("一百", "100"),
        ("十二号", "12"),
        ("二十", "20"),
        ("2-301", "2-301"),
        ("2—301", "2-301"),
        ("2/301", "2-301"),
        ("2 301", "2-301"),
        ("3号楼2单元301", "2-301"),
        ("3-2-301", "2-301"),
        ("1 幢 2 单元 5 号", "2-5"),
        ("2单元12楼1201", "2-1201"),
        ("301b室", "301B"),
        ("东边第二家", "东边第2家"),
        ("百草巷", "百草巷"),
        ("十十", "十十"),
        ("", ""),
        (" 、 ", ""),
        ("长" * 30, "长" * 20),
    ],
)
def test_a_door_is_written_one_way_however_it_is_said(said, door):
    assert residents.door(said) == door


UNITS, FLOORS = st.integers(1, 40), st.integers(1, 33)


@given(unit=UNITS, floor=FLOORS, room=st.integers(1, 9), data=st.data())
def test_one_household_has_one_door_in_every_usual_spelling(unit, floor, room, data):
    flat = f"{floor}0{room}"
    spellings = (
        f"{unit}-{flat}",
        f"{unit}单元{flat}",
        f"{unit} 单元 {flat} 室",
        f"3号楼{unit}单元{flat}室",
        f"3-{unit}-{flat}",
        f"{unit}单元{floor}楼{flat}",
        f"{unit}/{flat}".translate({ord(str(n)): 0xFF10 + n for n in range(10)}),
    )

    written = residents.door(data.draw(st.sampled_from(spellings)))

    assert written == f"{unit}-{flat}"
    assert residents.door(written) == written
