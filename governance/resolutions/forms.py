"""What is asked in the talks about a resolution, as tables."""

from datetime import date, timedelta

from governance import routing
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community
from governance.forms import Form, Question, these
from governance.resolutions.clauses import Clause
from governance.resolutions.prices import fen
from governance.resolutions.states import (
    Outcome,
    ResolutionAction,
    ResolutionKind,
    Rhythm,
)
from governance.resolutions.table import LIFECYCLE

A = ResolutionAction
TODAY = "today"
WEEK_AFTER = "week-after"  # disclosed within a week after the promised day
STEPS = ("0", "25", "50", "75", "90")  # per cent that can be reported
PROVED = frozenset(s.action for s in LIFECYCLE.steps if s.proof)


def _doers(community: Community, _talk: Dialogue) -> tuple[str, ...]:
    """Offer those to whom a case can be given: nobody of supervision or the township."""
    able = (o for o in community.officers if o.seated and o.offices & routing.HANDLERS)
    return tuple(o.key for o in able if not o.offices & routing.NEVER)


def _lawful(talk: Dialogue) -> bool:
    return talk.text("action") in PROVED


RESOLVE = Form(
    kind=DialogueKind.RESOLVE,
    questions=(
        Question(field="form", choices=these(*ResolutionKind)),
        Question(field="text", words=True),
    ),
    confirm=True,
)
CLAUSE = Form(
    kind=DialogueKind.CLAUSE,
    questions=(
        Question(field="officer", choices=_doers),
        Question(field="what", words=True),
        Question(field="money", words=True, optional=True),
        Question(field="finish", words=True),
        Question(field="proof", words=True),
        Question(field="rhythm", choices=these(*Rhythm)),
        Question(field="disclose", choices=these(WEEK_AFTER), words=True),
    ),
    confirm=True,
)
STEP = Form(
    kind=DialogueKind.RESOLUTION_STEP,
    questions=(
        Question(field="note", words=True),
        Question(field="law", words=True, when=_lawful),
    ),
    confirm=True,
)
REPORT = Form(
    kind=DialogueKind.CHECK_IN,
    questions=(
        Question(field="text", words=True),
        Question(field="progress", choices=these(*STEPS)),
    ),
    confirm=True,
)
AHEAD = Form(
    kind=DialogueKind.LET_AHEAD,
    questions=(Question(field="why", words=True),),
    confirm=True,
)
OUTCOME = Form(
    kind=DialogueKind.REFERRAL_OUTCOME,
    questions=(
        Question(field="outcome", choices=these(*Outcome)),
        Question(field="day", choices=these(TODAY), words=True),
        Question(field="basis", words=True),
    ),
    confirm=True,
)


def clause(talk: Dialogue) -> Clause:
    """Return the promise that a talk has gathered; its days are ISO, its money yuan in figures."""
    finish = date.fromisoformat(talk.text("finish"))
    said = talk.text("disclose")
    return Clause(
        who=talk.text("officer"),
        what=talk.text("what"),
        money=fen(talk.text("money") or "0"),
        finish_by=finish,
        disclose_by=finish + timedelta(days=7) if said == WEEK_AFTER else date.fromisoformat(said),
        proof=talk.text("proof"),
        rhythm=Rhythm(talk.text("rhythm")),
    )
