"""Every verb that a service writes into the audit, with what it is about."""

import ast

from governance.ballots.batches import BatchStatus
from governance.ballots.states import BallotAction, VoteAction
from governance.cases import CaseAction
from governance.chats import ChatAction
from governance.deliberations.states import TopicAction
from governance.disclosures.states import ChangeAction, EditionAction, ProgrammeAction
from governance.fourstep import FourStep
from governance.grants import GrantAction
from governance.mediation import DisputeAction
from governance.meetings.states import MeetingAction, SoundingAction
from governance.residents import ResidentAction
from governance.resolutions.states import ResolutionAction
from governance.supervision import MeasureAction
from handlers.views.supervision import audit
from tests.house.scan import sources


def _of(start, actions, end=""):
    return [f"{start}{action}{end}" for action in actions]


# what is written where the code does not say the verb itself
WRITTEN = {
    "ballots/acting": _of("ballot-", BallotAction),
    "ballots/entering": _of("vote-", VoteAction),
    "ballots/striking": _of("vote-", (VoteAction.INVALIDATE,)),
    "ballots/papering": _of("papers-", BatchStatus),
    "cases/absences": ["leave_begin", "leave_cancel", "leave_end"],
    "cases/acting": _of("", CaseAction),
    "cases/desk": ["ask_withdrawal", "refuse_withdrawal"],
    "chats/binding": _of("chat_", ChatAction),
    "consent": ["consent", "consent-taken-back"],
    "deliberations/acting": _of("topic-", TopicAction),
    "deliberations/reviewing": _of("topic-", ("concerned", "review", "elements", "study")),
    "disclosures/changing": [*_of("ask-", ProgrammeAction), *_of("", ChangeAction, "-change")],
    "disclosures/correcting": ["edition-begin"],
    "disclosures/drafting": ["edition-begin"],
    "disclosures/stepping": _of("edition-", EditionAction),
    "mediation/acting": _of("", DisputeAction),
    "mediation/alarm": ["raise"],
    "meetings/acting": _of("", MeetingAction),
    "meetings/polling": [SoundingAction.CLOSE],
    "meetings/sounding": [SoundingAction.WITHDRAW],
    "meetings/tracking": _of("", FourStep),
    "residents": _of("resident-", ResidentAction),
    "resolutions/acting": _of("resolution-", ResolutionAction),
    "resolutions/drafting": _of("resolution_", ("edit", "promise", "drop")),
    "seats/acting": _of("seat_", GrantAction),
    "supervision/acting": _of("", MeasureAction, "-opinion"),
}
ELSEWHERE = [("forget", "person"), ("apply-edition", "edition"), ("import-roster", "roster")]
# what stands in the audit from before the stages of projects were editions
ELSEWHERE += [("show-stage", "resolution"), ("unshown", "resolution")]


def _calls():
    for name, tree in sources(("services",), with_words="work.note("):
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="work"), attr="note"),
                    args=[verb, subject, *_],
                ):
                    yield name.removeprefix("services/").removesuffix(".py"), verb, subject


def _verbs(where, verb):
    match verb:
        case ast.Constant(value=said):
            return [said]
        case ast.IfExp(body=ast.Constant(value=one), orelse=ast.Constant(value=other)):
            return [one, other]
    return WRITTEN[where]


def _kind(subject):
    """Return what stands before the colon; a matter of supervision may be of any kind."""
    match subject:
        case ast.JoinedStr(values=[ast.Constant(value=start), *_]) | ast.Constant(value=start):
            return start.partition(":")[0]
    return ""


def noted():
    """Return every verb with the kind of what it is about, and the places that name theirs."""
    calls = list(_calls())
    found = {(v, _kind(subject)) for where, verb, subject in calls for v in _verbs(where, verb)}
    return sorted({*found, *ELSEWHERE}), len(calls)


def worded(keys):
    """Return which of these keys belong to verbs that are written."""
    wanted = {key for verb, kind in noted()[0] for key in audit.keys(verb, kind)}
    return {key for key in wanted & keys if key.startswith("supervise-verb-")}
