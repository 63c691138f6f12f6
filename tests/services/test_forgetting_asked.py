"""What must be settled before somebody is forgotten, and what he is shown before."""

import re

import pytest
from sqlalchemy import insert, select, update

from governance.refusals import Refusal
from services import forgetting
from services.hearing import Asked
from storage.cases import CASES
from storage.forgetting import Traces
from tests.services.blank import put
from tests.services.joining import private
from tests.services.town import GROUP, LI, WANG
from tests.services.traced import WORDS, found

# ── before it ──


def test_an_open_case_is_handled_first(town):
    town.report(LI)

    with pytest.raises(Refusal, match="refusal-forget-open") as refused:
        town.do(LI, forgetting.mine_gone)

    assert refused.value.facts == {"numbers": "#1"}
    assert town.case().reporter == LI


def test_open_cases_are_taken_back_where_the_person_so_asks(town):
    town.report(LI)
    town.report(LI, text="三号楼电梯门口漏水漏了两天", message=8)

    town.do(LI, forgetting.withdraw)

    assert {town.case(n).status for n in (1, 2)} == {"withdrawn"}
    assert ("told-assignee-withdraw", WANG) in town.fresh()
    assert found(town, re.compile(rf"(?<!\d){LI}(?!\d)")) == set()


def test_what_its_reporter_alone_may_not_take_back_is_not_forgotten(town):
    """A hazard is let go of by the committee (8.3): until then the person stays its reporter."""
    town.report(LI)
    with town.engine.begin() as connection:
        connection.execute(update(CASES).values(kind="hazard"))

    with pytest.raises(Refusal, match="refusal-forget-open") as refused:
        town.do(LI, forgetting.withdraw)

    assert refused.value.facts == {"numbers": "#1"}
    assert town.case().reporter == LI


def test_an_open_dispute_is_settled_first(town):
    left = {"number": 3, "reporter": LI, "status": "reported", "community_id": town.id}
    put(town.engine, "disputes", id=1, **left)

    with pytest.raises(Refusal, match="refusal-forget-dispute") as refused:
        town.do(LI, forgetting.mine_gone)

    assert refused.value.facts == {"numbers": "3"}


def test_who_holds_an_office_gives_it_up_first(town):
    with pytest.raises(Refusal, match="refusal-forget-post"):
        town.do(WANG, forgetting.mine_gone)


# ── shown ──


def test_data_and_deletion_are_shown_in_private_only(town):
    town.do(LI, forgetting.mine, private(LI))
    data = town.told()
    town.do(LI, forgetting.explain, private(LI))
    deletion = town.told()
    town.do(LI, forgetting.mine, Asked(chat=GROUP, message=7))
    pointed = town.facts("in-private")
    town.do(LI, forgetting.explain, Asked(chat=GROUP, message=7))

    assert data == [("mydata", LI)]
    assert deletion == [("forgetme", LI)]
    assert pointed == {"token": "r_mydata"}
    assert town.facts("in-private") == {"token": "r_forgetme"}


def test_a_page_of_it_is_sent_for_itself(town):
    town.do(LI, forgetting.page, 2)

    assert town.facts("mydata") == {"page": 2}


def test_every_case_and_talk_is_found_not_the_newest_alone(town):
    town.report(LI)
    with town.engine.begin() as connection:
        [row] = connection.execute(select(CASES)).mappings().all()
        more = [dict(row) | {"id": n, "number": n} for n in range(2, 13)]
        connection.execute(insert(CASES), more)
    town.report(LI, text="太吵了", message=20)

    with town.engine.begin() as connection:
        traces = Traces(connection)
        assert list(traces.cases(LI)) == list(range(1, 13))
        assert [t.text("text") for t in traces.talks(LI)] == ["太吵了"]


def test_what_a_person_said_beside_a_case_is_found(town):
    town.report(LI)
    put(town.engine, "relays", case_id=1, sender=LI, text=WORDS)
    put(town.engine, "relays", case_id=1, sender=WANG, officer="wang", text="好的")

    with town.engine.begin() as connection:
        assert list(Traces(connection).said(LI)) == [WORDS]
