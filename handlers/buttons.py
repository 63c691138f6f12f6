"""What a button carries: ids and short verbs, at most 64 bytes; it may be pressed years later."""

from dataclasses import dataclass

from governance.cases import CaseAction
from governance.refusals import Unknown

LONGEST_ID = 18  # what a table's key can hold
LETTERS = frozenset("begiklmoprstuvwy")  # of the subjects whose buttons carry a verb


@dataclass(frozen=True, slots=True)
class CasePress:
    """A step of a case."""

    case: int
    action: CaseAction

    @property
    def data(self) -> str:
        """The callback data."""
        return f"c:{self.case}:{self.action}"


@dataclass(frozen=True, slots=True)
class TalkPress:
    """An answer in a talk."""

    dialogue: int
    field: str
    value: str = ""

    @property
    def data(self) -> str:
        """The callback data."""
        return f"d:{self.dialogue}:{self.field}:{self.value}"


@dataclass(frozen=True, slots=True)
class VerbPress:
    """A verb of a subject, on one of its objects: its letter stands in `handlers/presses.py`."""

    subject: str
    id: int
    verb: str

    @property
    def data(self) -> str:
        """The callback data."""
        return f"{self.subject}:{self.id}:{self.verb}"


Press = CasePress | TalkPress | VerbPress


def parse(data: str) -> Press:
    """Read callback data; Unknown where it is none of ours."""
    match data.split(":", 3):
        case ["c", number, action] if is_id(number) and action in set(CaseAction):
            return CasePress(int(number), CaseAction(action))
        case ["d", number, field, value] if is_id(number):
            return TalkPress(int(number), field, value)
        case [subject, number, verb] if subject in LETTERS and is_id(number) and verb:
            return VerbPress(subject, int(number), verb)
    raise Unknown("refusal-no-dialogue")


def is_id(number: str) -> bool:
    """Whether a word of a button can name something."""
    return number.isdecimal() and len(number) <= LONGEST_ID


def linked_to(word: str) -> int:
    """Return the number that the word of a link names; 0, which nothing has, if none."""
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= LONGEST_ID else 0
