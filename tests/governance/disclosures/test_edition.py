"""An edition is written by one, signed by another, and shown as it was signed (8.12)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.directory import THE_CLOCK, Actor, Role
from governance.disclosures.edition import (
    LIFECYCLE,
    Edition,
    Given,
    advance,
    choices,
    corrected,
)
from governance.disclosures.states import EditionAction, EditionStatus
from governance.refusals import REFUSALS, NotAllowed, Refusal

S, A = EditionStatus, EditionAction
AT = datetime(2026, 4, 8, 1, tzinfo=UTC)
CHEN = Actor(id=1, officer="chen", offices=frozenset({Role.COMMITTEE}))
HE = Actor(id=2, officer="he", offices=frozenset({Role.COMMITTEE}))
LIANG = Actor(id=3, officer="liang", offices=frozenset({Role.SUPERVISION}))
WANG = Actor(id=4, officer="wang", offices=frozenset({Role.GRID_WORKER}))
LI = Actor(id=5001)
PEOPLE = (CHEN, HE, LIANG, WANG, LI, THE_CLOCK)
DUE = Edition(item="ledger", due=date(2026, 4, 10))


def step(edition, action, by, **more):
    return advance(
        edition, action, Given(by=by, **{"at": AT, "note": "原因", "digest": "d1"} | more)
    )


def refused(edition, action, by, **more):
    with pytest.raises(Refusal) as found:
        step(edition, action, by, **more)
    assert found.value.key in REFUSALS
    return found.value.key


def signed(by=CHEN, signer=HE):
    edition = step(step(DUE, A.BEGIN, by), A.SUBMIT, by)
    return step(edition, A.APPROVE, signer)


def test_from_due_to_published():
    edition = signed()
    assert (edition.status, edition.drafters, edition.approved_by, edition.signed) == (
        S.APPROVED, ("chen",), "he", "d1",
    )  # fmt: skip
    assert refused(edition, A.PUBLISH, THE_CLOCK) == "refusal-edition-window"
    shown = step(edition, A.PUBLISH, THE_CLOCK, at=AT + timedelta(days=1))
    assert (shown.status, shown.published_at) == (S.PUBLISHED, AT + timedelta(days=1))
    assert step(shown, A.ARCHIVE, THE_CLOCK).status is S.ARCHIVED


def test_nobody_signs_what_he_drafted():
    edition = step(step(DUE, A.BEGIN, CHEN), A.SUBMIT, CHEN)
    assert refused(edition, A.APPROVE, CHEN) == "refusal-conflicted"
    assert A.APPROVE not in choices(edition, CHEN)
    assert A.APPROVE in choices(edition, HE)


def test_nobody_who_had_a_hand_in_it_signs_it():
    edition = step(step(step(DUE, A.BEGIN, CHEN), A.BEGIN, WANG), A.SUBMIT, WANG)
    assert edition.drafters == ("chen", "wang")
    assert refused(edition, A.APPROVE, CHEN) == "refusal-conflicted"


def test_what_has_problems_or_nothing_in_it_is_not_submitted():
    edition = step(DUE, A.BEGIN, CHEN)
    assert refused(edition, A.SUBMIT, CHEN, problems=3) == "refusal-edition-problems"
    assert refused(edition, A.SUBMIT, CHEN, digest="") == "refusal-edition-empty"


def test_what_changed_since_is_neither_signed_nor_published():
    edition = step(step(DUE, A.BEGIN, CHEN), A.SUBMIT, CHEN)
    assert refused(edition, A.APPROVE, HE, digest="d2") == "refusal-edition-other"
    late = {"at": AT + timedelta(days=2)}
    assert refused(signed(), A.PUBLISH, THE_CLOCK, digest="d2", **late) == "refusal-edition-other"
    assert refused(signed(), A.PUBLISH, THE_CLOCK, digest="", **late) == "refusal-edition-other"


@pytest.mark.parametrize(("action", "by"), [(A.SEND_BACK, HE), (A.OBJECT, LIANG)])
def test_what_is_sent_back_is_signed_by_nobody(action, by):
    edition = step(step(DUE, A.BEGIN, CHEN), A.SUBMIT, CHEN)
    assert refused(edition, action, by, note="") == "refusal-reason"
    back = step(edition, action, by)
    assert (back.status, back.digest, back.signed, back.checked_until) == (S.DRAFT, "", "", None)


def test_supervision_objects_within_its_window_and_edits_nothing():
    back = step(signed(), A.OBJECT, LIANG)
    assert (back.status, back.signed) == (S.DRAFT, "")
    for action in (A.BEGIN, A.SUBMIT, A.APPROVE, A.CORRECT, A.PUBLISH):
        for status in S:
            with pytest.raises(NotAllowed):
                step(replace(signed(), status=status), action, LIANG)


def test_under_one_shoulder_supervision_signs_too():
    late = {"at": AT + timedelta(days=2), "alone": True}
    assert refused(signed(), A.PUBLISH, THE_CLOCK, **late) == "refusal-edition-unsigned"
    both = step(signed(), A.COUNTERSIGN, LIANG, alone=True)
    assert (both.status, both.countersigned_by) == (S.APPROVED, "liang")
    assert step(both, A.PUBLISH, THE_CLOCK, **late).status is S.PUBLISHED
    changed = refused(signed(), A.COUNTERSIGN, LIANG, digest="d2", alone=True)
    assert changed == "refusal-edition-other"


def test_nobody_countersigns_where_nobody_holds_both_posts_and_nobody_twice():
    both = step(signed(), A.COUNTERSIGN, LIANG, alone=True)
    assert refused(signed(), A.COUNTERSIGN, LIANG) == "refusal-edition-alone"
    assert A.COUNTERSIGN not in choices(signed(), LIANG)
    assert A.COUNTERSIGN in choices(signed(), LIANG, alone=True)
    assert A.COUNTERSIGN not in choices(both, LIANG, alone=True)
    assert A.OBJECT in choices(both, LIANG, alone=True)


def test_a_correction_is_a_new_version_with_its_reason():
    shown = step(signed(), A.PUBLISH, THE_CLOCK, at=AT + timedelta(days=1))
    old = step(replace(shown, id=7, serial="2026-031"), A.CORRECT, CHEN, note="第3行写错")
    new = corrected(old, CHEN, "第3行写错", date(2026, 4, 20))

    assert (old.status, old.why) == (S.PUBLISHED, "")  # it stands until the other is shown
    assert refused(old, A.CORRECT, CHEN, correcting=True) == "refusal-edition-correcting"
    assert step(old, A.SUPERSEDE, THE_CLOCK).status is S.SUPERSEDED
    assert new.due == date(2026, 4, 20)
    assert (new.status, new.version, new.follows, new.serial, new.why) == (
        S.DRAFT, 2, 7, "2026-031", "第3行写错",
    )  # fmt: skip
    assert (new.digest, new.signed) == ("", "")


COMMANDS = st.lists(
    st.tuples(st.sampled_from(A), st.sampled_from(PEOPLE), st.sampled_from(["d1", "d2", ""]),
              st.integers(0, 1), st.booleans(), st.integers(0, 3)),
    max_size=25,
)  # fmt: skip


@given(COMMANDS)
def test_no_order_of_commands_shows_what_somebody_else_has_not_signed(commands):
    edition, at = DUE, AT
    for action, by, digest, problems, alone, days in commands:
        at += timedelta(days=days)
        try:
            moved = step(edition, action, by, at=at, digest=digest, problems=problems, alone=alone)
        except Refusal:
            continue
        if moved.published_at != edition.published_at:
            assert by is THE_CLOCK
            assert digest == moved.signed == moved.digest
            assert moved.approved_by not in {"", *moved.drafters}
            assert moved.countersigned_by or not alone
            assert at >= moved.checked_until
        if edition.published_at:
            fixed = ("digest", "signed", "approved_by", "drafters", "published_at")
            assert all(getattr(moved, n) == getattr(edition, n) for n in fixed)
        edition = moved


def test_every_status_is_reached():
    assert LIFECYCLE.reached(S.DUE) == frozenset(S)
