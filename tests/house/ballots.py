"""All that the house may say of ballots."""

from governance.ballots import forms
from governance.ballots.batches import BatchStatus
from governance.ballots.bodies import BODIES
from governance.ballots.evaluation import QUESTIONS
from governance.ballots.methods import METHODS
from governance.ballots.motion import MOTION
from governance.ballots.result import Verdict
from governance.ballots.roll import Participant
from governance.ballots.secrecy import Limit
from governance.ballots.states import BallotStatus, Instrument, VoteStatus
from governance.deliberations.states import Step
from governance.procedure import Law, UnitKind
from governance.quorum import Measure
from handlers.views import ballots

LACKS = ("discussion", "summary", "consultation", "polling", "resolution")
LACKS += ("notice", "another", "stages", "participants", "pot")


SHORT = ("short-turnout", "short-assent")  # what a ballot lacked


def _on_paper(of_form):
    status = {f"batch-status-{s}" for s in (*BatchStatus, "lapsed")}
    return {
        **of_form(forms.HAND, unit=()),
        **of_form(forms.TAKE, unit=()),
        **of_form(forms.COUNT),
        **of_form(forms.CONFIRM),
        "ballot-papers-few-": {f"ballot-papers-few-{each}" for each in Limit},
        "batch-": {f"batch-{s}" for s in ("card", "ask", "counted", "refused")} | status,
        "batch-status-": status,
    }


def ballot_words(of_form):
    """Return the families of keys; `of_form` names those of a form."""
    return {
        **of_form(
            forms.BALLOT,
            instrument=set(Instrument),
            method=set(METHODS),
            body=set(BODIES),
            **dict.fromkeys(("grid", "building", "officer"), ()),
        ),
        **of_form(forms.STEP),
        **of_form(forms.ENTER, unit=()),
        **_on_paper(of_form),
        **of_form(forms.OWNER, owner=(), person=()),
        "ballot-status-": {f"ballot-status-{s}" for s in BallotStatus},
        "ballot-action-": {f"ballot-action-{a}" for a in ballots.cards.BY_HAND},
        "ballot-told-": set(ballots.lists.TOLD),
        "ballot-method-": {f"ballot-method-{m}" for m in METHODS},
        "ballot-verdict-": {f"ballot-verdict-{v}" for v in (*Verdict, "chosen")},
        "ballot-class-": {f"ballot-class-{p}" for p in Participant},
        "ballot-scope-": {f"ballot-scope-{k}" for k in UnitKind},
        "ballot-unit-": {f"ballot-unit-{k}" for k in UnitKind},
        "ballot-law-": {f"ballot-law-{law}" for law in Law},
        "ballot-option-": {f"ballot-option-{o}" for o in (*MOTION.options, *QUESTIONS)},
        "sheet-measure-": {f"sheet-measure-{m}" for m in Measure},
        "ballot-answer-": {f"ballot-answer-{n}" for n in (1, 2, 3)},
        "ballot-note-": {f"ballot-note-{a}" for a in ("contest", "uphold", "void")},
        "topic-step-": {f"topic-step-{s}" for s in Step},
        "ballot-lacks-": {f"ballot-lacks-{m}" for m in LACKS},
        **{
            f"ballot-{word}-": {f"ballot-{word}-{m}" for m in Measure}
            for word in ("turnout", "quorum", "assent", "figure", *SHORT)
        },
        "mark-": {f"mark-{m}" for m in METHODS}
        | {f"mark-{w}" for w in ("heading", "for", "spent", "cost", "submit")},
        "entry-": {f"entry-status-{s}" for s in VoteStatus}
        | {f"entry-{w}" for w in ("heading", "ask", "confirm", "refuse", "invalidate")},
    }
