"""Who works away cannot be met; whoever confirms him says how he made sure (A14)."""

import pytest

from governance import residents
from governance.directory import Role
from governance.refusals import Refusal
from governance.residents import Deed, Residency
from tests.governance.test_residents import AT, A, S, actor, home


def met(residency, note, action=A.VERIFY):
    deed = Deed(by=actor("wang"), at=AT, note=note)
    return residents.advance(
        home(residency=residency), action, frozenset({Role.GRID_WORKER}), deed
    )


@pytest.mark.parametrize("note", ["@face", "@video", "@family", "和他爱人一起打的电话"])
def test_who_works_away_is_confirmed_with_a_word_on_how(note):
    after = met(Residency.AWAY, note)

    assert (after.status, after.note, after.decided_by) == (S.VERIFIED, note, "wang")


def test_who_works_away_is_not_confirmed_without_a_word_on_how():
    with pytest.raises(Refusal, match="refusal-reason"):
        met(Residency.AWAY, "")


@pytest.mark.parametrize("residency", [r for r in Residency if r is not Residency.AWAY])
def test_everybody_else_is_met_face_to_face_and_no_other_way(residency):
    assert {met(residency, note).status for note in ("", "@face")} == {S.VERIFIED}
    assert met(residency, "@not-met", A.DOUBT).doubted
    for note in ("@video", "@family", "打了电话"):
        with pytest.raises(Refusal, match="refusal-face"):
            met(residency, note)
