"""What the desk puts right in a report, with a reason that its reporter reads (B02, N19)."""

from collections.abc import Callable
from dataclasses import replace

from governance import clocks
from governance.cases import Case, CaseKind, Urgency
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community
from governance.forms import Form, Question, these
from governance.intake import ELSEWHERE

WHAT = ("category", "building", "kind", "urgency")


def _is(what: str) -> Callable[[Dialogue], bool]:
    return lambda dialogue: dialogue.text("what") == what


def _places(community: Community, _dialogue: Dialogue) -> tuple[str, ...]:
    return (*(b.key for b in community.buildings), ELSEWHERE)


def _categories(community: Community, _dialogue: Dialogue) -> tuple[str, ...]:
    return tuple(c.key for c in community.categories)


CORRECT = Form(
    kind=DialogueKind.CORRECT,
    questions=(
        Question(field="what", choices=these(*WHAT)),
        Question(field="category", choices=_categories, when=_is("category")),
        Question(field="building", choices=_places, when=_is("building")),
        Question(field="kind", choices=these(*CaseKind), when=_is("kind")),
        Question(field="urgency", choices=these(*Urgency), when=_is("urgency")),
        Question(field="reason", words=True),
    ),
)


def corrected(community: Community, case: Case, what: str, value: str) -> Case:
    """Return the case with one thing put right; the promise runs from its first hour anew."""
    match what:
        case "category":
            case = replace(case, category=value)
        case "building":
            known = value != ELSEWHERE
            grid = community.grid_of(value).key if known else None
            case = replace(case, building=value if known else None, grid=grid)
        case "kind":
            case = replace(case, kind=CaseKind(value))
        case _:
            case = replace(case, urgency=Urgency(value))
    finish = clocks.finish_by(community, case.category, case.at, case.kind)
    return replace(case, finish_by=finish.at, calendar_known=finish.known)
