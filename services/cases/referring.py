"""Leaving the desk undone: referred to who handles it, or merged into another case (B14, N19)."""

from governance.cases import OPEN, Case, CaseAction
from governance.dialogues import Dialogue
from governance.notices import Address
from governance.refusals import Refusal
from services import deliveries
from services.cases import acting, telling
from services.ports import Work

LONGEST = 15  # figures of a number that may be somebody's case


def refer(work: Work, dialogue: Dialogue) -> Case:
    """Tell the reporter who handles it, where, under which number, and why not we (B14)."""
    told = [dialogue.text(field) for field in ("office", "where", "phone", "reason")]
    given = acting.With(note="\n".join(told))
    return acting.act(work, dialogue.whole("case"), CaseAction.REFER, given)


def merge(work: Work, dialogue: Dialogue) -> Case:
    """Put a report to an open one about the same; its reporter goes along (8.3: MERGED)."""
    case = work.cases.get(dialogue.whole("case"))
    other = _other(work, case, dialogue.text("other"))
    note, to = dialogue.text("reason"), f"#{other.number}"
    given = acting.With(note=note, into=other.id, to=to)
    merged = acting.act(work, case.id, CaseAction.MERGE, given)
    work.note("join", f"case:{other.id}", {"case": case.id, "note": note})
    work.redraw(f"worksheet:{other.id}:")
    _tell(work, other, case)
    return merged


def _other(work: Work, case: Case, said: str) -> Case:
    number = said.lstrip("#＃").strip()
    if not (number.isdecimal() and number.isascii()):
        raise Refusal("refusal-number")
    other = work.cases.numbered(int(number[:LONGEST]))
    if other.status not in OPEN:
        raise Refusal("refusal-other-closed", number=other.number)
    if work.community.officer(other.holder).telegram in case.reporters:
        raise Refusal("refusal-own-case")
    return other


def _tell(work: Work, other: Case, case: Case) -> None:
    """Let whoever handles the other case, and nobody beside him, read what more was said."""
    person = work.community.officer(other.holder).telegram
    deliveries.notice(
        work,
        "case-joined",
        Address(chat=person),
        reader=person,
        facts={**telling.facts(other, work), "text": case.text or case.summary},
    )
