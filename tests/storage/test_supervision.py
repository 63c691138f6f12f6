from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from governance.refusals import Conflict, Unknown
from governance.supervision import Matter, Measure, MeasureStatus, Said
from storage import audit, directory
from storage.supervision import Measures
from storage.trail import FAR, MOST, Trail

AT = datetime(2026, 11, 2, 1, tzinfo=UTC)
OPINION = Measure(
    said=Said.OPINION, matter=Matter.DISCLOSURE, about=7, officer="wu", at=AT, text="账还没有公开",
    due=date(2026, 11, 5), status=MeasureStatus.OPEN,
)  # fmt: skip
REMINDER = replace(OPINION, said=Said.REMINDER, about=8, status=MeasureStatus.TOLD)


@pytest.fixture
def community(connection):
    return directory.community(connection, "xingfuli")


@pytest.fixture
def measures(connection, community):
    return Measures(connection, community)


def test_measures_are_numbered_in_one_series_of_their_community(connection, measures):
    first, second, third = (measures.add(m) for m in (OPINION, REMINDER, OPINION))
    other = Measures(connection, directory.community(connection, "qingshi"))

    assert [m.number for m in (first, second, third)] == [1, 2, 3]
    assert measures.get(first.id) == measures.numbered(1) == replace(OPINION, id=1, number=1)
    assert measures.about(Matter.DISCLOSURE, 7) == [first, third]
    assert measures.opinions() == [third, first]
    assert (other.opinions(), other.add(OPINION).number) == ([], 1)
    for ask in (lambda: other.get(first.id), lambda: other.numbered(3)):
        with pytest.raises(Unknown):
            ask()


def test_of_two_who_close_one_opinion_one_wins(measures):
    given = measures.add(OPINION)
    done = replace(
        given,
        status=MeasureStatus.ANSWERED,
        note="好",
        closed_by="chen",
        closed_at=AT,
        missed=True,
    )
    saved = measures.save(done)

    assert measures.get(given.id) == saved == replace(done, version=1)
    with pytest.raises(Conflict):
        measures.save(replace(done, note="不好"))


def noted(connection, community, *verbs):
    for verb in verbs:
        note = audit.Note(
            community=community, at=1, unit="u", actor="a", verb=verb, object="case:1", detail={}
        )
        audit.note(connection, note)


def test_the_newest_of_the_audit_comes_in_pages_and_by_verb(connection, community):
    noted(connection, community, "undisclosed", *["report"] * MOST, "undisclosed")
    noted(connection, directory.community(connection, "qingshi"), "undisclosed")
    trail = Trail(connection, community)

    assert [e.verb for e in trail.newest((), 0)] == ["undisclosed", *["report"] * (MOST - 1)]
    assert [e.verb for e in trail.newest((), MOST)] == ["report", "undisclosed"]
    assert [e.id for e in trail.newest(("undisclosed",), 0)] == [MOST + 2, 1]
    assert [e.id for e in trail.newest(("undisclosed",), 1)] == [1]
    assert FAR > MOST
