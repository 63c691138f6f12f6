"""A report put under a neighbour's message: filed in his name after his own tap alone (B06)."""

from dataclasses import replace

from governance.cases import Case
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.intake import NAMED_WITHIN
from governance.refusals import Refusal
from services import talks
from services.cases import collecting, holding, looking, reporting
from services.chats import standing
from services.hearing import NOBODY, Asked, Heard
from services.ports import Work


def report(work: Work, heard: Heard, quoted: Heard) -> object:
    """Take the message replied to as the body; ask its author first where it is another's."""
    if quoted.author == NOBODY:
        raise Refusal("refusal-quoted")
    reporting.warn(work, replace(quoted, message=heard.message))
    if standing.unregistered(work, heard.address):
        return None
    if known := work.cases.from_message(quoted.chat, quoted.message):
        return looking.status(work, known.number, Asked(chat=heard.chat, message=heard.message))
    if quoted.author == work.by.id:
        words = "\n".join(t for t in (heard.text, quoted.text) if t)
        return _filed(work, replace(quoted, text=words, reading=heard.reading))
    if not quoted.text:
        # another's words about his photo: he reads them in private before anything is filed
        quoted = replace(quoted, text=heard.text, reading=heard.reading, asked=False)
    if asked := work.dialogues.about(DialogueKind.NAMED, quoted.chat, quoted.message):
        return asked  # once for each message, whatever its author said
    work.note("quote", f"message:{quoted.chat}:{quoted.message}", {})
    return holding.hold(
        work,
        DialogueKind.NAMED,
        quoted,
        person=quoted.author,
        chat=quoted.chat,
        until=work.now + NAMED_WITHIN,
        under=quoted.message,
        name=quoted.name,
    )


def _filed(work: Work, heard: Heard, before: int = 0) -> Case | Dialogue:
    """File in the actor's own name; of an album the rest is asked for."""
    done = reporting.take(work, heard, before=before)
    if isinstance(done, Case) and heard.album:
        collecting.ask_rest(work, done)
    return done


class NamedTalk:
    """The talk in a group that asks an author whether to report in his name."""

    def offers(self, _work: Work, _dialogue: Dialogue, field: str, _value: str) -> bool:
        """Whether a button of ours could say this."""
        return field == talks.SUBMIT

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> Dialogue:
        """Keep more photos of the author's; words do not stand for the tap."""
        if not heard.files:
            raise Refusal("refusal-tap")
        return collecting.add(work, dialogue, heard)

    def take(self, work: Work, dialogue: Dialogue, _field: str, _value: str) -> Case | Dialogue:
        """File it, or go on in private where it is not clear."""
        talks.end(work, dialogue, DialogueStatus.DONE)
        chat, message = dialogue.whole("chat"), dialogue.whole("message")
        heard = holding.heard_in(dialogue, chat=chat, message=message)
        return _filed(work, heard, before=dialogue.id)

    def back(self, work: Work, dialogue: Dialogue) -> Dialogue:
        """Leave: nothing is reported."""
        return talks.end(work, dialogue, DialogueStatus.CANCELLED)
