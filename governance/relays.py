"""Words between a reporter and whoever handles the case: neither needs the other's number."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from governance import privacy
from governance.dialogues import Dialogue, DialogueKind
from governance.forms import Form, Question, these

MOST, WITHIN = 5, timedelta(hours=1)


class RelayKind(StrEnum):
    """Why something was said about a case."""

    WORD = "word"  # to the other side, which may reply
    SUPPLEMENT = "supplement"  # the reporter adds to his report
    INFORM = "inform"  # the reporter answers what the desk asked back


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One thing said; `officer` is empty where a reporter spoke, `dealt` once it was answered."""

    id: int = 0
    case: int
    kind: RelayKind
    sender: int
    officer: str
    at: datetime
    text: str
    photo: str = ""
    voice: str = ""
    dealt: bool = False


def _tells_a_number(dialogue: Dialogue) -> bool:
    return privacy.is_private(dialogue.text("message"))


_SAID = Question(field="message", words=True)
WORD = Form(
    kind=DialogueKind.RELAY,
    questions=(_SAID, Question(field="sure", choices=these("yes"), when=_tells_a_number)),
)
SUPPLEMENT = Form(kind=DialogueKind.SUPPLEMENT, questions=(_SAID,))
INFORM = Form(kind=DialogueKind.INFORM, questions=(_SAID,))
