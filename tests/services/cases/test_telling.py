from hypothesis import example, given, settings
from hypothesis import strategies as st

from governance import cases, routing
from governance.cases import CaseAction, CaseStatus
from services.cases import acting
from tests.bases import memory
from tests.services.town import GROUP, LI, Town

GIVEN = {"note": "说明", "proof": "photo-1"}
# what officers have yet to agree on among themselves is no news to the reporter
PROPOSED = {CaseStatus.ANSWER_PROPOSED, CaseStatus.DECLINE_PROPOSED}
UNSETTLED = {CaseAction.PROPOSE_ANSWER, CaseAction.PROPOSE_DECLINE}
SILENT = {CaseAction.TRANSFER, CaseAction.KEEP}
NAMES_ANOTHER = {CaseAction.MERGE, CaseAction.CORRECT}
JUDGED = {CaseAction.CONFIRM, CaseAction.SETTLE_PART, CaseAction.WITHDRAW}  # answered by a toast


def pressed(town, pick):
    """Press one of all that is offered; return who and what, or None where nothing is."""
    case = town.case()
    officers = [o.telegram for o in town.community.officers]
    with town.work(0) as work:
        people = [work.actor(p) for p in (*officers, LI)]
    offered = [(by, a) for by in people for a in cases.choices(case, by) if a not in NAMES_ANOTHER]
    going_on = [(by, a) for by, a in offered if a not in JUDGED] if pick % 7 else offered
    if not offered:
        return None
    by, action = (going_on or offered)[pick % len(going_on or offered)]
    free = routing.receivers(town.community, case, by.officer)
    to = free[pick // 7 % len(free)].key if action in {"transfer", "dispatch"} else ""
    town.do(by.id, acting.act, 1, action, acting.With(**GIVEN, to=to))
    return by, action


@given(picks=st.lists(st.integers(0, 9999), max_size=12))
@example(picks=[0, 0, 1, 0, 0, 1, 0, 0, 1, 2885])  # to an answer that waits for a signature
@settings(max_examples=25)
def test_the_reporter_hears_of_each_step_exactly_once_and_the_group_of_none(community, picks):
    with memory() as engine:
        town = Town(engine, community)
        town.report()
        for pick in picks:
            before = town.case().status
            step = pressed(town, pick)
            if step is None:
                break
            heard = [t for t in town.fresh() if t[1] == LI]
            escalated = town.case().status == "escalated"
            silent = step[1] in JUDGED | UNSETTLED | (SILENT if not escalated else set())
            silent |= step[1] is CaseAction.OVERRULE and before in PROPOSED
            assert (step[1], len(heard)) == (step[1], 0 if silent else 1)
            assert [t for t in town.fresh() if t[1] == GROUP] == []
