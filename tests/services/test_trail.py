import pytest

from governance.refusals import NotAllowed, Refusal, Unknown
from services import trail
from storage import audit
from storage.rows import ms
from tests.services.town import CHEN, LI, WANG, WU


def entries(town, subject):
    with town.work(0) as work:
        return [e.verb for e in work.trail.of(subject)], work.trail.head()


def test_supervision_is_shown_the_audit_of_a_case_in_private(working):
    working.do(WU, trail.show, 1)

    assert working.told() == [("trail", WU)]
    assert working.facts("trail") == {"case": 1, "number": 1}


def test_that_it_was_read_is_in_the_audit_too(working):
    working.do(WU, trail.show, 1)

    assert working.audit() == ["read_trail"]


@pytest.mark.parametrize("person", [CHEN, WANG, LI])
def test_nobody_else_reads_the_audit(working, person):
    with pytest.raises(NotAllowed) as refused:
        working.do(person, trail.show, 1)

    assert refused.value.key == "refusal-supervise"


@pytest.mark.parametrize(("number", "kind"), [(0, Refusal), (99, Unknown)])
def test_a_number_that_is_none_gets_a_sentence(working, number, kind):
    with pytest.raises(kind):
        working.do(WU, trail.show, number)


def test_the_entries_of_one_case_come_in_their_order_without_those_of_others(working):
    working.report(message=9, text="四号楼电梯又坏了没人来修理")

    verbs, head = entries(working, "case:1")

    assert (verbs, head) == (["report", "admit", "dispatch", "accept"], None)


def test_of_many_entries_the_newest_are_shown(working):
    for _ in range(20):
        working.do(WU, trail.show, 1)

    verbs, _ = entries(working, "case:1")

    assert verbs == ["read_trail"] * 15


def test_the_newest_seal_is_the_head(working):
    with working.engine.begin() as connection:
        sealed = audit.seal(connection, working.id, ms(working.now))

    _, head = entries(working, "case:1")

    assert (head.seq, head.entry) == (sealed, sealed)
