"""How a run ends that the database ended: in plain words, and with a code for the supervisor."""

import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot.exits import DISK, FAILED, LATER
from bot.speech import bilingual, mistaken
from config.mistakes import Mistake, MistakesError
from storage import faults, locks
from storage.database import WrongAddress
from storage.faults import Fault
from storage.upgrade import UnknownRevision

log = structlog.get_logger(__name__)
CODES: Mapping[Fault, int] = {
    Fault.FULL: LATER,
    Fault.LOCKED: LATER,
    Fault.UNREACHABLE: LATER,
    Fault.DAMAGED: DISK,
    Fault.READ_ONLY: DISK,
}
_BLANK: Mapping[str, str | int] = dict.fromkeys(
    ("file", "more", "server", "database", "version"), ""
)
OF_A_NAME: Mapping[type[OSError], str] = {
    FileNotFoundError: "nowhere",
    NotADirectoryError: "nowhere",
    IsADirectoryError: "folder",
    FileExistsError: "taken",
    PermissionError: "denied",
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


def unusable(wrong: WrongAddress | UnknownRevision) -> str:
    """Say in every language why the database of the settings cannot be used."""
    if isinstance(wrong, UnknownRevision):
        return bilingual("ops-newer", file=wrong.where, more=wrong.revision)
    return bilingual("check-database-wrong", **{**_BLANK, **wrong.facts, "fault": wrong.fault})


def unwritten(error: Exception, file: Path, *, kept: bool = True) -> str:
    """Say why a file could not be written and what to do; `kept` says that nothing was changed."""
    named, folder = Path(str(getattr(error, "filename", None) or file)), file.absolute().parent
    if named.absolute().parent != folder and named.absolute() not in (folder, *folder.parents):
        file = named  # another one; beside it what is half written has a name of its own
    fault = next((told for kind, told in OF_A_NAME.items() if isinstance(error, kind)), None)
    if fault == "nowhere" and file.absolute().parent.is_dir():
        fault = "gone"
    return bilingual(
        "ops-failed",
        file=str(file),
        folder=str(file.absolute().parent),
        fault=fault or faults.of(error) or "other",
        more=getattr(error, "strerror", None) or type(error).__name__,
        kept="yes" if kept else "no",
    )


def unforeseen(error: BaseException) -> Ending:
    """Return how to end for what nobody foresaw: kinds and places, as words may be people's."""
    log.critical("run.broken", where=[*_all_places(error)])
    return broken(error)


def broken(error: BaseException) -> Ending:
    """Return the same without writing it to the log, which a command does not have."""
    return Ending("\n".join([bilingual("ops-broken"), *_all_places(error)]), FAILED)


def _all_places(error: BaseException) -> Iterator[str]:
    for each in faults.behind(error):
        yield from _places(each)


def _places(error: BaseException) -> Iterator[str]:
    yield type(error).__name__
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"


def _told(code: str) -> str:
    wrong = MistakesError("linli", [Mistake("database", code)])
    return mistaken(wrong)
