"""How a run ends that the database ended: in plain words, and with a code for the supervisor."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.exits import DISK, LATER
from config.mistakes import Mistake, MistakesError
from storage import faults, locks
from storage.faults import Fault

CODES: Mapping[Fault, int] = {
    Fault.FULL: LATER,
    Fault.LOCKED: LATER,
    Fault.UNREACHABLE: LATER,
    Fault.DAMAGED: DISK,
    Fault.READ_ONLY: DISK,
}


@dataclass(frozen=True, slots=True)
class Ending:
    """What is said, in every language, and the exit code."""

    words: str
    code: int


def of(error: BaseException) -> Ending | None:
    """Return how to end for an error; None where the database is not the reason."""
    if isinstance(error, locks.Held):
        return Ending(_told("disk-held"), LATER)
    if (fault := faults.of(error)) is None:
        return None
    return Ending(_told(f"disk-{fault}"), CODES[fault])


def _told(code: str) -> str:
    wrong = MistakesError("linli", [Mistake("database", code)])
    return f"{wrong.told('zh-CN')}\n{wrong.told()}"
