"""The recount itself: what the desk puts right is no fault of the bot, and hides none."""

import re

import pytest

from governance.cases import CaseAction
from tests.crash.crowd import RESIDENTS
from tests.crash.recount import Recount

AT = 1_772_413_200_000  # a Monday morning
RESIDENT, WORKER, CHAIR, DRAFTER = RESIDENTS[0], 2001, 3001, 2003
LIFT = "3号楼电梯坏了两天没人修，记作甲"  # of a place that is Wang's
WHY, DRAFTED = "不是那栋楼，记作乙", "换好了，试过没有问题，记作丙"
SAID, RIGHTED = 10, 11
FILED = {"category": "lift", "building": "b3", "grid": "g2"}
FILED |= {"kind": "service", "urgency": "painful"}
ASKED = re.compile(r"select (.+?) from (\w+)")


class Ledger:
    """A town in which one report was made, filed by rule, and put right by the chair since."""

    def __init__(self, *, to="wang", right=True, **made):
        self.updates = [
            {"update_id": SAID, "message": _said(RESIDENT, f"/report {LIFT}")},
            {"update_id": RIGHTED, "message": _said(CHAIR, WHY)},
        ]
        steps = [("admit", "", ""), ("dispatch", "", to)] if to else []
        steps += [("correct", "chen", "")] if right else []
        verbs = ["report", *(action for action, _, _ in steps)]
        row = {
            "id": 1,
            "number": 1,
            "reporter": RESIDENT,
            "chat": RESIDENT,
            "message": 1,
            "at": AT,
        }
        row |= {"text": LIFT, "entered_by": 0, "status": "dispatched"}
        self.tables = {
            "cases": [{**row, **FILED, **made}],
            "audit": [_entry(n, verb) for n, verb in enumerate(verbs, 1)],
            "passages": [_step(*step) for step in steps],
            "dialogues": [],
        }

    def get(self, path):
        given = [{"id": each["update_id"], "at": AT} for each in self.updates]
        told = {"/traffic": {"updates": self.updates}, "/updates": {"updates": given}}
        return {**told, "/calls": {"calls": []}, "/clock": {"now": AT}}[path]

    def rows(self, question):
        names, table = ASKED.match(question).groups()
        names = names.split(", ")
        return [tuple(row[name] for name in names) for row in self.tables.get(table, ())]

    def drafted(self, **kept):
        """Let it have been a draft of an officer's own; `kept` is what its talk held."""
        self.updates[0] = {"update_id": SAID, "callback_query": _press(DRAFTER)}
        self.tables["cases"][0] |= {"reporter": DRAFTER, "chat": DRAFTER, "text": DRAFTED}
        talk = {"id": 1, "token": "t", "kind": "report", "person": DRAFTER, "chat": DRAFTER}
        talk |= {"status": "done", "expires": AT, "data": {"case": 1, "text": DRAFTED, **kept}}
        self.tables["dialogues"] = [talk]
        return self

    @property
    def recount(self):
        return Recount(self, self.rows)


def _said(who, text):
    return {"message_id": 1, "from": {"id": who}, "chat": {"id": who}, "text": text}


def _press(who):
    return {"from": {"id": who}, "data": "d:1:send:", "message": _said(who, "")}


def _entry(number, verb):
    unit = SAID if verb in {"report", "admit", "dispatch"} else RIGHTED
    return {"id": number, "unit": f"u{unit}", "verb": verb, "object": "case:1"}


def _step(action, officer, to):
    note = WHY if officer else ""
    return {"case_id": 1, "action": action, "officer": officer, "at": AT, "note": note} | {
        "receiver": to
    }


PUT_RIGHT = [
    {"building": "b1", "grid": "g1"},
    {"building": None, "grid": None},
    {"category": "street-light"},
    {"category": "other"},
    {"kind": "question"},
    {"urgency": "urgent"},
]


@pytest.mark.parametrize("made", PUT_RIGHT)
def test_a_case_was_filed_as_it_was_said_whatever_the_desk_made_of_it_since(made):
    recount = Ledger(**made).recount

    assert (recount.lived(), recount.filed()) == ([], [])
    assert recount.corrected == {1}


@pytest.mark.parametrize("made", PUT_RIGHT[:-1])
def test_nobody_put_right_what_is_otherwise_than_it_was_said(made):
    recount = Ledger(right=False, **made).recount

    assert {name for _, (name, *_) in recount.filed()} == made.keys()


def test_what_went_to_the_wrong_officer_is_seen_though_the_desk_put_it_right_since():
    [(unit, case, why, owed, found, known)] = Ledger(
        to="liu", building="b1", grid="g1"
    ).recount.lived()

    assert (unit, case, why) == (f"u{SAID}", 1, "follows by rule")
    assert (owed, found) == ((CaseAction.DISPATCH, "wang"), (CaseAction.DISPATCH, "liu"))
    assert (known["chain"][0], known["tried"], known["grid"]) == ("wang", [], "g2")


def test_a_draft_of_an_officer_was_filed_as_his_talk_held_it():
    drafted = Ledger(to="", category="lift").drafted(category="other", building="b3")

    assert drafted.recount.lived() == []


def test_a_draft_that_should_have_followed_by_rule_is_seen_too():
    drafted = Ledger(to="", category="other").drafted(category="lift", building="b3")

    [(_, _, why, *_)] = drafted.recount.lived()
    assert why == "should have followed"


def test_what_a_draft_was_that_nobody_keeps_is_beyond_the_recount():
    recount = Ledger(to="", category="lift").drafted(case=2).recount

    assert (recount.lived(), recount.corrected, recount.lives) == ([], {1}, {})
