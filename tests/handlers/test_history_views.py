"""How records look: every step with its office, public reasons alone, and nobody's name (F10)."""

from dataclasses import replace

import pytest

from governance.ballots.passages import Passage as BallotPassage
from governance.ballots.states import BallotAction
from governance.deliberations.statements import Passage, Stance, Statement
from governance.deliberations.states import TopicAction
from governance.disclosures.readers import Passage as EditionPassage
from governance.disclosures.states import EditionAction, EditionStatus
from governance.resolutions.resolution import Edition
from governance.supervision import Matter
from services.history import Series
from tests.handlers.showing import show
from tests.services.ballots.booth import draft, topic
from tests.services.disclosures.programmes import begun, edition, planned, stands, until
from tests.services.resolutions.promises import in_force
from tests.services.supervision.speaking import give
from tests.services.town import AT, GROUP, LI, WU


def record(town, series, of=1, part=0, **more):
    return show(town, "history-of", GROUP, series=series, of=of, part=part, **more).text


def test_a_reason_is_read_where_the_table_tells_it_to_residents(town):
    made = topic(town)
    with town.work(0) as work:
        for action, note in (
            (TopicAction.ADMIT, "大家都关心这3600元"),
            (TopicAction.DOUBT, "缺签到表"),
            (TopicAction.RESUBMIT, "电话13812345678"),
        ):
            by = "" if action is TopicAction.RESUBMIT else "chen"
            step = Passage(action=action, officer=by, at=AT, note=note)
            work.topics.passed(made.id, step)
    text = record(town, Series.TOPIC, made.id)

    assert "居（村）委会采纳：大家都关心这3600元" in text
    assert "缺签到表" not in text
    assert ("改好再提交" in text, "1381" in text) == (True, False)


@pytest.mark.parametrize(("hidden", "dated"), [(False, True), (True, False)])
def test_a_statement_without_a_name_has_no_time_either(town, hidden, dated):
    made = topic(town)
    with town.work(LI) as work:
        work.statements.add(
            Statement(
                topic=made.id, person=LI, stance=Stance.FOR, number=1, shown=True, hidden=hidden,
                at=AT, text="装了更安全",
            )
        )  # fmt: skip
    text = record(town, Series.TOPIC, made.id, part=1)

    assert "装了更安全" in text
    assert ("11月2日" in text) is dated
    assert "已有 1 条发言" in record(town, Series.TOPIC, made.id)


def test_the_steps_of_a_ballot_name_no_voter(town):
    made = draft(town)
    with town.work(0) as work:
        step = BallotPassage(action=BallotAction.CONTEST, person=LI, at=AT, note="我家漏了")
        work.ballots.passed(made.id, step)
        work.ballots.passed(
            made.id, BallotPassage(action=BallotAction.UPHOLD, officer="wu", at=AT, note="已核对")
        )
    text = record(town, Series.BALLOT, made.id)

    assert "有人提出异议" in text
    assert ("我家漏了" in text, f"p{LI}" in text) == (False, False)
    assert "监督委员会复核：维持结果：已核对" in text


def test_the_steps_of_a_resolution_and_its_earlier_texts(town):
    found = in_force(town)
    with town.work(0) as work:
        work.resolutions.save(replace(found, earlier=(Edition(text="旧"),)))
    text = record(town, Series.RESOLUTION)

    assert "监督委员会合法，通过" in text
    assert "公开过的旧文本 1 份" in text


def test_every_version_of_a_disclosure_with_why_it_took_its_place(town):
    begun(town)
    until(town, "2026-11-30")
    first = edition(town)
    first = stands(town, first, EditionStatus.SUPERSEDED, serial="2026-031", published_at=AT)
    with town.work(0) as work:
        step = EditionPassage(action=EditionAction.APPROVE, officer="chen", at=AT)
        work.disclosures.passed(first.id, step)
        second = work.disclosures.add(
            replace(
                first, id=0, version=2, why="少算一笔水费1350.00元", status=EditionStatus.PUBLISHED
            )
        )
        work.disclosures.add(replace(second, id=0, version=3, status=EditionStatus.DRAFT))
    lines = record(town, Series.DISCLOSURE, second.id).splitlines()

    assert "第3版" not in lines[-1]  # what is still being written is nobody's to read
    assert lines[2] == "依据：小微权力清单第 5 项，居务公开"
    assert lines[3] == "<b>第1版</b> · 有错，另出新版"
    assert "居（村）委会批准" in lines[4]
    assert lines[5] == "<b>第2版</b> · 已公开，更正的理由：少算一笔水费1350.00元"


def test_an_opinion_on_a_case_names_nobody_of_it(town):
    town.report()
    give(town, 1, Matter.CASE, text=f"p{LI}家反映的事三天没有动静")
    told = record(town, Series.MEASURE, case=1)
    beside = show(town, "history", GROUP, case=1).text

    for text in (told, beside):
        assert ("三天没有动静" in text, f"p{LI}" in text) == (True, False)
    whole = show(town, "history-whole", WU, reader=WU, case=1).text
    assert "监督意见（监督1）" in whole


def test_what_stands_under_no_small_power_claims_none(town):
    made = topic(town)
    assert "小微权力清单第 3 项" in record(town, Series.TOPIC, made.id)
    planned(town, small_powers=())

    assert "小微权力" not in record(town, Series.TOPIC, made.id)
