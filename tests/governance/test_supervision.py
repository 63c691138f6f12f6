"""Supervision reads, reminds and gives opinions; it decides nothing and carries nothing out."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from governance import supervision
from governance.ballots.table import LIFECYCLE as BALLOTS
from governance.ballots.table import VOTE
from governance.cases import LIFECYCLE as CASES
from governance.deliberations.table import LIFECYCLE as TOPICS
from governance.directory import Actor, Role
from governance.disclosures.edition import LIFECYCLE as EDITIONS
from governance.disclosures.readers import Passage
from governance.disclosures.states import EditionAction
from governance.grants import LIFECYCLE as POSTS
from governance.mediation import LIFECYCLE as DISPUTES
from governance.powers import POWER_OF, POWERS, Power, Verb
from governance.refusals import NotAllowed, Refusal
from governance.resolutions.table import LIFECYCLE as RESOLUTIONS
from governance.supervision import DAYS, Matter, Measure, MeasureAction, MeasureStatus, Said
from tests.governance.seats import COMMUNITY

SHANGHAI = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 11, 2, 1, tzinfo=UTC)
DUE = date(2026, 11, 5)
WU = Actor(id=4001, officer="wu", offices=frozenset({Role.SUPERVISION}))
CHEN = Actor(id=3001, officer="chen", offices=frozenset({Role.COMMITTEE}))
OTHERS = [
    Actor(id=2001, officer="wang", offices=frozenset({Role.GRID_WORKER})),
    Actor(id=4101, officer="liang", offices=frozenset({Role.TOWNSHIP})),
    Actor(id=5001),
]
GIVEN = Measure(
    said=Said.OPINION,
    matter=Matter.DISCLOSURE,
    about=7,
    officer="wu",
    at=AT,
    text="账还没有公开",
    due=date(2026, 11, 2),
)
OPEN = supervision.opine(GIVEN, 3, SHANGHAI)
REMINDER = replace(GIVEN, said=Said.REMINDER, text="")
A, S = MeasureAction, MeasureStatus

# what supervision does to an object: it checks, stops, sends back and answers, and writes none
ITS_STEPS = {
    "cases": (CASES, {"countersign", "overrule", "uphold"}),
    "posts": (POSTS, {"confirm", "refuse", "revoke", "keep"}),
    "editions": (EDITIONS, {"countersign", "object"}),
    "topics": (TOPICS, {"check", "doubt", "refer"}),
    "ballots": (BALLOTS, {"certify", "uphold", "void", "keep"}),
    "votes": (VOTE, {"confirm", "refuse", "invalidate"}),
    "resolutions": (
        RESOLUTIONS,
        {"return", "check", "answer", "uphold", "resume", "close", "correct"},
    ),
    "disputes": (DISPUTES, set()),
    "opinions": (supervision.LIFECYCLE, {"withdraw"}),
}


@pytest.mark.parametrize("verb", Verb)
def test_supervision_has_no_verb_that_decides_or_executes(verb):
    if Role.SUPERVISION in POWERS[verb]:
        assert POWER_OF[verb] in {Power.SUPERVISE, Power.WITNESS, Power.READ}


@pytest.mark.parametrize("kind", ITS_STEPS)
def test_no_table_lets_supervision_write_what_it_supervises(kind):
    table, expected = ITS_STEPS[kind]

    assert {s.action for s in table.steps if Role.SUPERVISION in s.by} == expected


def test_an_opinion_is_due_so_many_days_after_the_day_on_which_it_was_given():
    late = replace(GIVEN, at=datetime(2026, 11, 2, 16, tzinfo=UTC))  # already the 3rd in Shanghai

    assert (OPEN.status, OPEN.due) == (S.OPEN, DUE)
    assert supervision.opine(late, 3, SHANGHAI).due == date(2026, 11, 6)
    assert set(map(str, DAYS)) == set(supervision.OPINION.questions[1].choices(None, None))


def test_an_opinion_without_words_is_none():
    with pytest.raises(Refusal) as refused:
        supervision.opine(replace(GIVEN, text=""), 3, SHANGHAI)
    assert refused.value.key == "refusal-reason"


@pytest.mark.parametrize(("day", "expected"), [(DUE, False), (date(2026, 11, 6), True)])
def test_a_reply_is_missing_once_its_last_day_is_over(day, expected):
    assert OPEN.unanswered(day) is expected
    found = supervision.missed(OPEN, day)
    assert (found is not None and found.missed) is expected


def test_what_was_answered_is_never_missing():
    done = supervision.advance(OPEN, A.ANSWER, CHEN, AT, "下周一公开")

    assert supervision.missed(done, date(2027, 1, 1)) is None


def test_a_late_reply_is_taken_and_called_late():
    at = datetime(2026, 11, 7, 1, tzinfo=UTC)
    late = supervision.advance(OPEN, A.ANSWER, CHEN, at, "已经公开")
    last = datetime(2026, 11, 5, 15, 59, tzinfo=UTC)  # a minute to midnight in Shanghai
    good = supervision.advance(OPEN, A.ANSWER, CHEN, last, "已经公开")

    assert (late.status, late.closed_by, late.late(SHANGHAI)) == (S.ANSWERED, "chen", 2)
    assert (good.late(SHANGHAI), OPEN.late(SHANGHAI)) == (0, 0)


@pytest.mark.parametrize("by", [WU, *OTHERS], ids=lambda a: a.officer)
def test_only_the_committee_replies(by):
    with pytest.raises(NotAllowed):
        supervision.advance(OPEN, A.ANSWER, by, AT, "好的")


def test_nobody_replies_to_himself():
    both = Actor(id=1, officer="wu", offices=frozenset({Role.COMMITTEE, Role.SUPERVISION}))

    with pytest.raises(NotAllowed) as refused:
        supervision.advance(OPEN, A.ANSWER, both, AT, "好的")
    assert refused.value.key == "refusal-conflicted"
    assert supervision.choices(OPEN, both) == (A.WITHDRAW,)


@pytest.mark.parametrize("by", [CHEN, *OTHERS], ids=lambda a: a.officer)
def test_only_supervision_withdraws_its_opinion(by):
    with pytest.raises(NotAllowed):
        supervision.advance(OPEN, A.WITHDRAW, by, AT, "看错了")


def test_what_is_closed_stays_closed_and_wants_words():
    with pytest.raises(Refusal):
        supervision.advance(OPEN, A.WITHDRAW, WU, AT, "")
    gone = supervision.advance(OPEN, A.WITHDRAW, WU, AT, "看错了")

    assert (gone.status, gone.note) == (S.WITHDRAWN, "看错了")
    with pytest.raises(NotAllowed):
        supervision.advance(gone, A.ANSWER, CHEN, AT, "好的")
    assert supervision.choices(OPEN, CHEN) == (A.ANSWER,)


def test_one_matter_is_reminded_of_once_a_day():
    with pytest.raises(Refusal) as refused:
        supervision.remind([REMINDER], REMINDER, SHANGHAI)
    assert refused.value.key == "refusal-supervise-reminded"
    tomorrow = replace(REMINDER, at=AT + timedelta(days=1))
    other = replace(REMINDER, about=8)

    assert supervision.remind([REMINDER], tomorrow, SHANGHAI) == tomorrow
    assert supervision.remind([REMINDER, OPEN], other, SHANGHAI).status is S.TOLD


def test_what_was_sent_back_is_returned_until_it_is_taken_up_again():
    begun = Passage(action=EditionAction.BEGIN, officer="chen", at=AT)
    back = Passage(action=EditionAction.OBJECT, officer="wu", at=AT, note="少一笔")

    assert supervision.returned([begun, back]) is back
    assert supervision.returned([back, begun]) is None
    assert supervision.returned([]) is None


def test_what_the_committee_does_outside_the_list_is_named_verb_by_verb():
    listed = [e for e in COMMUNITY.small_powers if e.key != "disclosure"]
    found = supervision.unmatched(listed)

    assert {Verb.DRAFT_DISCLOSURE, Verb.APPROVE_DISCLOSURE, Verb.BIND_CHAT} <= set(found)
    assert Verb.LEAD_TOPIC not in found
    assert Verb.DRAFT_DISCLOSURE not in supervision.unmatched(COMMUNITY.small_powers)
    assert all(Role.COMMITTEE in POWERS[v] for v in supervision.unmatched(()))
