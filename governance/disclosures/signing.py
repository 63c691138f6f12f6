"""What is asked of whoever sends an edition back, objects to it, or corrects it."""

from governance.dialogues import DialogueKind
from governance.forms import Form, Question

STEP = Form(kind=DialogueKind.EDITION_STEP, questions=(Question(field="note", words=True),))
