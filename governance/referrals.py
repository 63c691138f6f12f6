"""What a report needs to leave the desk undone: who handles it and where, or which other case.

B14: out of scope is never a silent refusal; N19: a named human, and a reason.
"""

from governance.dialogues import DialogueKind
from governance.forms import Form, Question

REFERRAL = Form(
    kind=DialogueKind.REFER,
    questions=(
        Question(field="office", words=True),
        Question(field="where", words=True),
        Question(field="phone", words=True),
        Question(field="reason", words=True),
    ),
    confirm=True,
)
MERGER = Form(
    kind=DialogueKind.MERGE,
    # the number last: a wrong one is asked for again at once
    questions=(Question(field="reason", words=True), Question(field="other", words=True)),
)
