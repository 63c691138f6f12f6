"""How who works away is confirmed, as each reads it (A14)."""

import pytest

from governance.residents import Residency
from governance.residents import ResidentAction as A
from governance.residents import ResidentStatus as S
from services import forgetting
from services import residents as services
from services.hearing import Asked
from tests.handlers.household import home, show
from tests.services.town import LI, WANG


@pytest.mark.parametrize(
    ("residency", "word", "tap"),
    [(Residency.AWAY, "电话或视频", "核实过了"), (Residency.SETTLED, "当面见到", "当面核实了")],
)
def test_the_worker_reads_how_this_one_is_to_be_confirmed(town, residency, word, tap):
    number = home(town, residency=residency)

    shown = show(town, "resident", WANG, resident=number)

    assert word in shown.text
    assert shown.buttons[0][0].text == tap
    asked = show(town, "resident-asked", LI, resident=number).text
    assert ("不用专门赶回来" in asked) == (residency is Residency.AWAY)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("", "王师傅已当面核实"),
        ("@face", "王师傅已当面核实"),
        ("@video", "王师傅已核实（和本人视频核实）"),
        ("和他母亲<一起>", "王师傅已核实（和他母亲&lt;一起&gt;）"),
    ],
)
def test_a_resident_reads_how_he_was_confirmed_and_finds_it_in_his_data(town, note, words):
    more = {"residency": Residency.AWAY, "status": S.VERIFIED, "decided_by": "wang"}
    number = home(town, note=note, **more)

    assert words in show(town, "resident-told-verify", LI, resident=number).text
    town.do(LI, forgetting.mine, Asked(chat=LI, message=0))
    [mine] = [d for d in town.deliveries() if d.key == "mydata"]
    data = show(town, "mydata", LI, **mine.facts).text
    assert "外出务工；已核实" in data
    assert ("说明：" in data) == bool(note)


def test_the_form_asks_the_worker_how_he_made_sure(town):
    number = home(town, residency=Residency.AWAY)
    talk = town.do(WANG, services.press, number, A.VERIFY)

    shown = show(town, "dialogue", WANG, subject=f"dialogue:{talk.id}")

    assert "怎么核实的？点一个" in shown.text
    assert [row[0].text for row in shown.buttons[:3]] == [
        "当面见到了本人",
        "和本人视频核实",
        "家里人在场，和本人通了电话",
    ]
