import pytest

from config import cues as file
from governance.cases import CaseKind, Urgency
from governance.cues import NO_CUES, PLAIN, Cues, Signs, signs

OURS = file.read()


@pytest.mark.parametrize(
    ("text", "kind", "urgency"),
    [
        ("三号楼电梯坏了两天没人修", CaseKind.SERVICE, Urgency.PAINFUL),
        ("二号楼门口的井盖没了", CaseKind.HAZARD, Urgency.PAINFUL),
        ("请问居住证在哪里办", CaseKind.QUESTION, Urgency.PAINFUL),
        ("建议在三号楼装个长椅", CaseKind.SUGGESTION, Urgency.WISH),
        ("五号楼停水，老人等不了", CaseKind.SERVICE, Urgency.URGENT),
        ("A bare wire hangs by building 3", CaseKind.HAZARD, Urgency.PAINFUL),
    ],
)
def test_words_show_kind_and_urgency(text, kind, urgency):
    assert signs(text, OURS) == Signs(kind=kind, urgency=urgency)


@pytest.mark.parametrize("text", ["一号楼着火了", "三号楼有人被困电梯", "GAS LEAK in building 2"])
def test_danger_to_life_is_a_hazard_that_cannot_wait(text):
    found = signs(text, OURS)

    assert (found.kind, found.urgency, found.danger) == (CaseKind.HAZARD, Urgency.URGENT, True)


@pytest.mark.parametrize(
    ("text", "dispute"),
    [("楼上邻居天天骂人", True), ("持刀打架了", True), ("楼道灯不亮", False)],
)
def test_words_show_a_dispute_beside_all_else(text, dispute):
    assert signs(text, OURS).dispute is dispute


def test_of_several_kinds_the_first_in_the_table_counts():
    both = Cues(kinds={CaseKind.HAZARD: ("井盖",), CaseKind.SUGGESTION: ("建议",)})

    assert signs("建议换井盖", both).kind is CaseKind.HAZARD


def test_without_a_table_nothing_is_shown():
    assert signs("着火了，建议快跑", NO_CUES) == PLAIN


def test_big_and_small_letters_are_the_same():
    assert signs("sos", Cues(danger=("SOS",))).danger
    assert signs("SOS", Cues(danger=("sos",))).danger
