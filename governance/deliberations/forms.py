"""What is asked in the talks about a topic, as tables; every yes and no is a tap."""

from collections.abc import Mapping

from governance.deliberations.concerned import NAMED
from governance.deliberations.groups import Theme
from governance.deliberations.statements import Stance
from governance.deliberations.states import UNDELIBERATED, Criterion, Study
from governance.deliberations.summing import NOBODY, Part
from governance.deliberations.table import LIFECYCLE
from governance.deliberations.topic import Elements, Review
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community
from governance.forms import Choices, Form, Question, these
from governance.nodes import Reach
from governance.procedure import Entry, Level
from governance.refusals import Refusal
from governance.sayings import Said

YES, NO = "yes", "no"
OTHER = "other"  # no entry of the catalogue: the review decides all (E02)
AS_PROPOSED = "as-proposed"  # the words of the proposal are the question
TODAY = "today"
OPEN, HIDDEN = "open", "hidden"
NEAR = "near"  # a topic of the neighbours alone (A11)
GUEST, CONCERNED = "guest", "concerned"  # how whoever speaks stands to the matter
LONGEST_STATEMENT = 600  # characters; what is longer belongs to the material

_YES_OR_NO = these(YES, NO)
# three boxes, of which one must be ticked (E01); each under the field that asks for it
CRITERIA: Mapping[str, Criterion] = {
    "interest": Criterion.PUBLIC_INTEREST,
    "difficulty": Criterion.VITAL_DIFFICULTY,
    "conflict": Criterion.DISPUTE,
}


def _entries(community: Community, dialogue: Dialogue) -> tuple[str, ...]:
    """Offer the kinds of matters, the one that the words speak of first (E02)."""
    keys = [e.key for e in community.catalogue]
    return (*sorted(keys, key=lambda key: key != dialogue.text("likely")), OTHER)


def likely(text: str, community: Community) -> str:
    """Return the kind of matter whose words a text holds most of; empty where none or two do."""
    said = Said(text)
    held = {e.key: sum(len(w) for w in e.words if said.holds(w)) for e in community.catalogue}
    most = max(held.values(), default=0)
    best = [key for key, length in held.items() if length == most]
    return best[0] if most and len(best) == 1 else ""


def _unsorted(dialogue: Dialogue) -> bool:
    """Whether nobody said yet why the matter must be talked over, and of what kind it is."""
    return dialogue.text("sorted") != YES


def _uncatalogued(dialogue: Dialogue) -> bool:
    return dialogue.text("entry") in {"", OTHER}


_SORTING = (
    *(Question(field=f, choices=_YES_OR_NO, when=_unsorted) for f in CRITERIA),
    Question(field="entry", choices=_entries, when=_unsorted),
)


def _homes(_community: Community, dialogue: Dialogue) -> tuple[str, ...]:
    """Offer the buildings in which somebody has a home, where he has several (A11)."""
    return tuple(dialogue.text("homes").split(","))


PROPOSE = Form(
    kind=DialogueKind.PROPOSE,
    questions=(
        Question(
            field="reach",
            choices=these(Reach.BUILDING, Reach.GRID),
            when=lambda t: t.text("reaches") == NEAR,
        ),
        Question(field="building", choices=_homes, when=lambda t: bool(t.text("homes"))),
        Question(field="text", words=True),
    ),
    confirm=True,
    known=("reaches",),
)
IDEA = Form(
    kind=DialogueKind.IDEA,
    questions=(
        Question(field="text", words=True),
        Question(field="name", choices=these(HIDDEN, OPEN)),
    ),
    confirm=True,
)


def _of_group(dialogue: Dialogue) -> bool:
    return bool(dialogue.text("groups"))


def _groups(_community: Community, dialogue: Dialogue) -> tuple[str, ...]:
    return tuple(dialogue.text("groups").split(","))


LAY = Form(
    kind=DialogueKind.LAY_TOPIC,
    questions=(
        Question(field="grid", choices=_groups, when=_of_group),
        Question(field="theme", choices=these(*Theme), when=_of_group),
        *_SORTING,
        Question(field="text", words=True),
    ),
    confirm=True,
)
PREREVIEW = Form(
    kind=DialogueKind.PREREVIEW,
    questions=(
        *_SORTING,
        Question(field="in_scope", choices=_YES_OR_NO),
        Question(field="lawful", choices=_YES_OR_NO),
        Question(field="already_decided", choices=_YES_OR_NO),
        Question(field="level", choices=these(*Level), when=_uncatalogued),
        Question(field="major", choices=_YES_OR_NO, when=_uncatalogued),
        Question(field="vital", choices=_YES_OR_NO, when=_uncatalogued),
        Question(field="affected", words=True),
        Question(field="money", words=True),
        Question(field="personal_data", choices=_YES_OR_NO),
    ),
    confirm=True,
)
ELEMENTS = Form(
    kind=DialogueKind.ELEMENTS,
    questions=(
        Question(field="participants", words=True),
        Question(field="question", choices=these(AS_PROPOSED), words=True),
        Question(field="form", choices=these("online", "offline", "mixed")),
        Question(field="timetable", words=True),
        Question(field="use", words=True),
    ),
    confirm=True,
)
STUDY = Form(
    kind=DialogueKind.STUDY,
    questions=(
        Question(field="day", choices=these(TODAY), words=True),
        Question(field="conclusion", choices=these(*Study)),
    ),
    confirm=True,
)
CONCERN = Form(
    kind=DialogueKind.CONCERN,
    questions=tuple(Question(field=p, words=True, optional=True) for p in NAMED),
    confirm=True,
)
UNTALKED = frozenset(s.action for s in LIFECYCLE.steps if s.target in UNDELIBERATED)
PROVED = frozenset(s.action for s in LIFECYCLE.steps if s.proof)


def _proves(dialogue: Dialogue) -> bool:
    return dialogue.text("action") in PROVED


def _unweighed(dialogue: Dialogue) -> bool:
    """Whether a topic would be closed untalked before its three boxes were answered (E01)."""
    return dialogue.text("action") in UNTALKED and _unsorted(dialogue)


STEP = Form(
    kind=DialogueKind.TOPIC_STEP,
    questions=(
        *(Question(field=f, choices=_YES_OR_NO, when=_unweighed) for f in CRITERIA),
        Question(field="note", words=True, when=lambda t: not _proves(t)),
        Question(field="proof", words=True, when=_proves),
    ),
)


def _silent(part: Part) -> Choices:
    """Offer "nobody said so" for a part of which there is no statement."""
    return lambda _community, talk: () if talk.whole(f"had-{part}") else (NOBODY,)


SUMMARY = Form(
    kind=DialogueKind.SUMMARY,
    questions=tuple(Question(field=p, choices=_silent(p), words=True) for p in Part),
    confirm=True,
)


def _against(dialogue: Dialogue) -> bool:
    return dialogue.text("stance") == Stance.AGAINST


def _unsaid(dialogue: Dialogue) -> bool:
    """Whether only the speaker knows if it touches him: he was not named, and is no guest."""
    return _against(dialogue) and dialogue.text("place") not in {GUEST, CONCERNED}


def affected(dialogue: Dialogue) -> bool:
    """Whether somebody directly concerned is against it: named as such, or by his own word."""
    if dialogue.text("place") == CONCERNED:
        return _against(dialogue)
    return dialogue.text("affected") == YES


def may_hide(dialogue: Dialogue) -> bool:
    """Whether the name can be kept from the group: a voice gives it away, an entry has none.

    A guest is heard for his office, which would give him away too.
    """
    named = dialogue.text("place") == GUEST
    return not dialogue.text("voice") and dialogue.text("for") != YES and not named


SPEAK = Form(
    kind=DialogueKind.SPEAK,
    questions=(
        Question(field="stance", choices=these(*Stance)),
        Question(field="affected", choices=_YES_OR_NO, when=_unsaid),
        Question(field="text", words=True),
        Question(field="name", choices=these(OPEN, HIDDEN), when=may_hide),
    ),
    confirm=True,
)
ANSWER = Form(
    kind=DialogueKind.ANSWER_STATEMENT,
    questions=(Question(field="text", words=True),),
    confirm=True,
)
MEET = Form(
    kind=DialogueKind.MEET_OBJECTION,
    questions=(Question(field="text", words=True),),
    confirm=True,
)


def brief(text: str) -> None:
    """Raise Refusal where a proposal or a statement has too many words."""
    if len(text) > LONGEST_STATEMENT:
        raise Refusal("refusal-statement-long", count=LONGEST_STATEMENT)


def criteria(talk: Dialogue) -> frozenset[Criterion]:
    """Return the boxes that were ticked."""
    return frozenset(c for field, c in CRITERIA.items() if talk.text(field) == YES)


def entry(community: Community, talk: Dialogue) -> Entry | None:
    """Return the entry of the catalogue that was chosen; None for none of them."""
    return next((e for e in community.catalogue if e.key == talk.text("entry")), None)


def review(talk: Dialogue, level: Level) -> Review:
    """Return the checklist as it was answered (E03)."""
    said = {
        field: talk.text(field) == YES
        for field in ("in_scope", "lawful", "already_decided", "personal_data")
    }
    return Review(level=level, affected=talk.text("affected"), money=talk.text("money"), **said)


def elements(talk: Dialogue, text: str) -> Elements:
    """Return the five elements as they were said (E04)."""
    fields = ("participants", "question", "form", "timetable", "use")
    said = {field: talk.text(field) for field in fields}
    if said["question"] == AS_PROPOSED:
        said["question"] = text
    return Elements(**said)
