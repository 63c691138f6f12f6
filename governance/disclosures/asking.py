"""What is asked of whoever has a question about a line, and of whoever answers it (G11)."""

from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community
from governance.forms import Form, Question

TAPPED = 24  # lines that can be tapped; of more the number is written


def _lines(_community: Community, dialogue: Dialogue) -> tuple[str, ...]:
    return tuple(dialogue.text("lines").split(","))


ASK = Form(
    kind=DialogueKind.ASK_LINE,
    questions=(
        Question(field="line", choices=_lines, words=True),
        Question(field="text", words=True),
    ),
)
ANSWER = Form(
    kind=DialogueKind.ANSWER_LINE,
    questions=(Question(field="answer", words=True),),
    confirm=True,  # everybody will read it
)
