from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from governance import absences
from governance.absences import Absence, Held
from governance.dialogues import Dialogue, DialogueKind
from governance.refusals import Refusal

MORNING = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # a Monday, 09:00 in Shanghai
NIGHT = datetime(2026, 11, 2, 11, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)


def talk(**data):
    return Dialogue(
        token="t", kind=DialogueKind.LEAVE, person=1, chat=1, expires=MORNING, data=data
    )


@pytest.mark.parametrize(
    ("until", "now", "ends"),
    [
        ("open", MORNING, None),
        ("evening", MORNING, datetime(2026, 11, 2, 10, tzinfo=UTC)),
        ("evening", NIGHT, datetime(2026, 11, 3, 10, tzinfo=UTC)),
        ("tomorrow", MORNING, datetime(2026, 11, 3, 0, 30, tzinfo=UTC)),
    ],
)
def test_off_duty_begins_now(community, until, now, ends):
    assert absences.span(community.calendar, talk(until=until), now) == (now, ends)


@pytest.mark.parametrize(
    ("first", "starts"),
    [("2026-11-02", MORNING), ("2026-11-04", datetime(2026, 11, 3, 16, tzinfo=UTC))],
)
def test_leave_is_whole_days_and_never_begins_before_now(community, first, starts):
    days = talk(until="dates", **{"from": first, "to": "2026-11-05"})

    span = absences.span(community.calendar, days, MORNING)

    assert span == (starts, datetime(2026, 11, 5, 16, tzinfo=UTC))


def test_leave_does_not_end_before_it_begins(community):
    days = talk(until="dates", **{"from": "2026-11-05", "to": "2026-11-04"})

    with pytest.raises(Refusal):
        absences.span(community.calendar, days, MORNING)


def away(starts, ends):
    when = [n and datetime(2026, 11, n, tzinfo=UTC) for n in (starts, ends)]
    return Absence(officer="wang", starts=when[0], ends=when[1], substitute="", held=Held.KEEP)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ((2, 4), (3, 5), True),
        ((2, 4), (4, 5), False),
        ((4, 5), (2, 4), False),
        ((2, None), (9, 10), True),
        ((9, 10), (2, None), True),
        ((9, None), (2, 4), False),
    ],
)
def test_absences_clash_where_they_overlap(one, other, clash):
    assert absences.clashes(away(*one), away(*other)) is clash


@pytest.mark.parametrize(
    ("officer", "stands"), [("wang", "zhou"), ("zhou", "liu"), ("sun", ""), ("chen", "")]
)
def test_the_usual_substitute_is_the_grids(community, officer, stands):
    assert absences.usual_substitute(community, community.officer(officer)) == stands


def test_colleagues_present_may_stand_in_and_supervision_never(community):
    [question] = [q for q in absences.FORM.questions if q.field == "officer"]
    gone = tuple(replace(o, away=o.key == "liu") for o in community.officers)

    offered = question.choices(replace(community, officers=gone), talk(own="wang"))

    assert set(offered) == {"zhou", "sun", "chen", "he"}


@pytest.mark.parametrize(
    ("data", "asked"),
    [
        ({"until": "open"}, ["until", "officer"]),
        ({"until": "dates"}, ["until", "from", "to", "officer"]),
        ({"until": "open", "busy": "yes"}, ["until", "officer", "held"]),
    ],
)
def test_only_what_matters_is_asked(data, asked):
    assert [q.field for q in absences.FORM.asked(talk(**data))] == asked
