"""A talk is a table too: its questions in order, and what may answer each (B06, B11)."""

from collections.abc import Callable
from dataclasses import dataclass

from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community

Choices = Callable[[Community, Dialogue], tuple[str, ...]]


def _none(_community: Community, _dialogue: Dialogue) -> tuple[str, ...]:
    return ()


def _always(_dialogue: Dialogue) -> bool:
    return True


def these(*values: str) -> Choices:
    """Offer the same choices to everybody."""
    return lambda _community, _dialogue: values


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to be gathered: by a tap on a choice, or by words."""

    field: str
    choices: Choices = _none
    words: bool = False
    optional: bool = False
    when: Callable[[Dialogue], bool] = _always


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The questions of one kind of talk; `confirm` asks for a last tap before anything is done.

    Its words may say what it was opened with: `known` are those facts that not every talk has.
    """

    kind: DialogueKind
    questions: tuple[Question, ...]
    confirm: bool = False
    known: tuple[str, ...] = ()

    def asked(self, dialogue: Dialogue) -> tuple[Question, ...]:
        """Return the questions that this talk asks, as far as its answers tell."""
        return tuple(q for q in self.questions if q.when(dialogue))

    def next(self, dialogue: Dialogue) -> Question | None:
        """Return the first question without an answer; a skipped one has an empty answer."""
        return next((q for q in self.asked(dialogue) if q.field not in dialogue.data), None)

    def last(self, dialogue: Dialogue) -> Question | None:
        """Return the question that was answered last, to go back to it."""
        answered = [q for q in self.asked(dialogue) if q.field in dialogue.data]
        return answered[-1] if answered else None

    def offers(self, community: Community, dialogue: Dialogue, field: str, value: str) -> bool:
        """Whether a button of the present question could say this."""
        question = self.next(dialogue)
        if question is None or question.field != field:
            return False
        if not value:
            return question.optional
        return value in question.choices(community, dialogue)
