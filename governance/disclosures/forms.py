"""What is asked before an item is changed, and before an event is disclosed (8.12)."""

from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community
from governance.disclosures.changes import LIFECYCLE, SIDES
from governance.disclosures.states import ProgrammeStatus
from governance.forms import Form, Question


def _open(_community: Community, talk: Dialogue) -> tuple[str, ...]:
    """Offer what may be done from where the item stands."""
    standing = ProgrammeStatus(talk.text("standing") or ProgrammeStatus.ACTIVE)
    return LIFECYCLE.choices(standing, SIDES)


CHANGE = Form(
    kind=DialogueKind.PROGRAMME,
    questions=(Question(field="action", choices=_open), Question(field="why", words=True)),
    confirm=True,
)
EVENT = Form(
    kind=DialogueKind.EVENT,
    questions=(Question(field="what", words=True),),
    confirm=True,
)
