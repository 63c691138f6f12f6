"""Entering a report for somebody who cannot: asked for, agreed to, read back (B11)."""

from governance.categories import OTHER
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community
from governance.forms import Form, Question, these
from governance.intake import ELSEWHERE, YES


def _places(community: Community, _dialogue: Dialogue) -> tuple[str, ...]:
    return (*(b.key for b in community.buildings), ELSEWHERE)


def _categories(community: Community, _dialogue: Dialogue) -> tuple[str, ...]:
    return (*(c.key for c in community.categories if c.key != OTHER), OTHER)


def _like_a_dispute(dialogue: Dialogue) -> bool:
    return bool(dialogue.text("dispute"))


# the last tap says that the text was read to that person, and that it is what was meant
PROXY = Form(
    kind=DialogueKind.PROXY,
    questions=(
        Question(field="behalf", words=True, optional=True),
        Question(field="text", words=True),
        Question(field="building", choices=_places),
        Question(field="category", choices=_categories),
        Question(field="consent", choices=these(YES)),
        Question(field="ordinary", choices=these(YES), when=_like_a_dispute),
    ),
    confirm=True,
)
