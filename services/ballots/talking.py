"""The talks of ballots: drafting, marking, entering, a reason for a step, an owner's account."""

from governance.ballots import forms
from governance.ballots.ballot import Ballot
from governance.ballots.states import BallotAction, VoteAction
from governance.ballots.votes import Vote
from governance.dialogues import Dialogue
from services import talks
from services.ballots import acting, entering
from services.ballots.drafting import DRAFTING
from services.ballots.entering import ENTERING
from services.ballots.marking import MarkTalk
from services.ballots.owning import OWNING
from services.ballots.papering import CONFIRMING, COUNTING, HANDING, TAKING
from services.ports import Work

__all__ = [
    "CONFIRMING",
    "COUNTING",
    "DRAFTING",
    "ENTERING",
    "HANDING",
    "MARKING",
    "OWNING",
    "STEP",
    "TAKING",
]


def stepped(work: Work, talk: Dialogue) -> Ballot | Vote:
    """Take the step for which a talk has gathered the words: of a ballot, or of a vote."""
    note = talk.text("note")
    if entry := talk.whole("entry"):
        return entering.settle(work, entry, VoteAction(talk.text("action")), note)
    return acting.act(work, talk.whole("ballot"), BallotAction(talk.text("action")), note)


MARKING = MarkTalk(entering.enter)
STEP = talks.Filled(forms.STEP, stepped)
