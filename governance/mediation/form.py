"""What is asked about a dispute: safety first, then one question at a time (C01, C02, C06)."""

from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community, Role
from governance.forms import Form, Question, these
from governance.mediation.dispute import ELSEWHERE, THE_COMMITTEE, THE_PROPERTY, listed
from governance.mediation.states import DisputeAction, DisputeType, PartyPair

YES, NO = "yes", "no"
NO_MORE = "no_more"  # ends a question that takes several taps
SAFETY = ("threat", "injury", "weapon", "frail")
# questions that take several taps, and the name under which the keys are gathered
MANY = {"involved": "parties", "kin": "relatives"}
_AT_WORK = frozenset({Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMITTEE, Role.MEDIATOR})
_WOULD_HANDLE = frozenset({Role.COMMITTEE, Role.MEDIATOR, Role.TOWNSHIP})


def _in_safety(talk: Dialogue) -> bool:
    """One yes is enough: what comes then is help, not the other questions."""
    return not talk.whole("dispute")


def _for_others(talk: Dialogue) -> bool:
    return talk.text("own") == "others"


def _is_worker(talk: Dialogue) -> bool:
    return bool(talk.text("worker"))


def _officers(community: Community, talk: Dialogue, offices: frozenset[Role]) -> tuple[str, ...]:
    named = {*listed(talk.text("parties")), *listed(talk.text("relatives"))}
    return tuple(
        o.key
        for o in community.officers
        if o.offices & offices and o.key not in named and o.telegram != talk.person
    )


def _involved(community: Community, talk: Dialogue) -> tuple[str, ...]:
    named = listed(talk.text("parties"))
    bodies = tuple(b for b in (THE_COMMITTEE, THE_PROPERTY) if b not in named)
    return (*_officers(community, talk, _AT_WORK), *bodies, NO_MORE)


def _kin(community: Community, talk: Dialogue) -> tuple[str, ...]:
    return (*_officers(community, talk, _WOULD_HANDLE), NO_MORE)


def _places(community: Community, _talk: Dialogue) -> tuple[str, ...]:
    return (*(b.key for b in community.buildings), ELSEWHERE)


FORM = Form(
    kind=DialogueKind.DISPUTE,
    confirm=True,
    questions=(
        *(Question(field=f, choices=these(YES, NO), when=_in_safety) for f in SAFETY),
        Question(field="involved", choices=_involved),
        Question(field="kin", choices=_kin),
        Question(field="building", choices=_places),
        Question(field="own", choices=these("mine", "others"), when=_is_worker),
        Question(field="behalf", words=True, when=_for_others),
        Question(field="type", choices=these(*DisputeType)),
        Question(field="pair", choices=these(*PartyPair)),
        Question(field="text", words=True),
        Question(field="since", choices=these("days", "weeks", "months", "years"), optional=True),
        Question(
            field="tried",
            choices=these("nothing", "talked", "office", "police"),
            words=True,
            optional=True,
        ),
        Question(field="wishes", words=True, optional=True),
        Question(field="named", choices=these(NO, YES)),
    ),
)


def _refers(talk: Dialogue) -> bool:
    return talk.text("action") == DisputeAction.REFER


# what a step needs before it is taken: where to, if it is referred; a reason, or the words
STEP_FORM = Form(
    kind=DialogueKind.MEDIATE,
    questions=(
        Question(field="office", words=True, when=_refers),
        Question(field="place", words=True, when=_refers),
        Question(field="phone", words=True, when=_refers),
        Question(field="note", words=True),
    ),
)
