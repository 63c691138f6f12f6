import re
from pathlib import Path

import pytest

from governance.refusals import REFUSALS, Conflict, NotAllowed, Refusal, Unknown

ROOT = Path(__file__).parents[2]


def test_a_refusal_carries_a_key_and_facts():
    refusal = Refusal("refusal-number", number=7)

    assert (refusal.key, refusal.facts, str(refusal)) == (
        "refusal-number",
        {"number": 7},
        "refusal-number",
    )


@pytest.mark.parametrize("kind", [NotAllowed, Unknown])
def test_every_refusal_is_one(kind):
    with pytest.raises(Refusal):
        raise kind("refusal-closed")


def test_a_conflict_needs_no_words_of_its_own():
    assert Conflict().key == "refusal-conflict"


def test_every_key_that_a_rule_refuses_with_is_listed_and_no_other():
    paths = [p for room in ("governance", "services", "storage") for p in (ROOT / room).rglob("*")]
    code = [p.read_text("utf-8") for p in paths if p.suffix == ".py" and p.stem != "refusals"]

    said = {key for text in code for key in re.findall(r'"(refusal-[a-z-]+)"', text)}

    assert said | {Conflict().key} == set(REFUSALS)
