"""How a report comes in: what it may hold, and what is still asked of its reporter (B03, B11)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from governance.cases import HANDLING, Case, carried_out
from governance.categories import OTHER, Reading
from governance.dialogues import Dialogue
from governance.directory import Community, Role

MOST_FILES = 10  # as many photos as Telegram shows as one album
ALBUM_LASTS = timedelta(minutes=10)  # its photos are separate updates, seconds apart
TWICE_WITHIN = timedelta(minutes=10)  # the same words of the same person are one report (B06)
NAMED_WITHIN = timedelta(hours=24)  # so long is somebody asked whether to report in his name
ELSEWHERE = "elsewhere"
YES = "yes"


class AttachmentKind(StrEnum):
    """What may come with a report besides words, or as its body (B11)."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file of a case or a talk, as Telegram keeps it; `album` is its media group."""

    kind: AttachmentKind
    file: str
    by: int
    at: datetime
    album: str = ""


def is_clear(community: Community, text: str, reading: Reading) -> bool:
    """Whether a report says enough to be filed without a question; a dispute never does."""
    known = reading.category is not None and reading.building is not None
    return known and len(text) >= community.limits.shortest_report and not reading.dispute


def may_stand_in_group(reading: Reading) -> bool:
    """Whether matters of this kind are filed where neighbours read along (B04)."""
    return HANDLING[reading.kind].from_group


class Wanted(StrEnum):
    """What a draft asks for now; the last is the tap that files."""

    TEXT = "text"
    LINE = "line"
    CATEGORY = "category"
    BUILDING = "building"
    KIND = "kind"
    URGENCY = "urgency"
    SUBMIT = "submit"


CHANGEABLE = frozenset({Wanted.CATEGORY, Wanted.BUILDING, Wanted.KIND, Wanted.URGENCY})
_BEFORE = {
    Wanted.CATEGORY: Wanted.TEXT,
    Wanted.BUILDING: Wanted.CATEGORY,
    Wanted.SUBMIT: Wanted.BUILDING,
}


def wanted(draft: Dialogue) -> Wanted:
    """Return the one question of a draft: what is asked again, else what is missing."""
    asking = draft.text("asking")
    return Wanted(asking) if asking else missing(draft)


def missing(draft: Dialogue) -> Wanted:
    """Return what a draft lacks first; the tap that files where it lacks nothing."""
    without = bool(draft.text("files"))
    if not draft.text("text") and not (without and draft.text("bare")):
        return Wanted.LINE if without else Wanted.TEXT
    if not draft.text("category"):
        return Wanted.CATEGORY
    return Wanted.SUBMIT if draft.text("building") else Wanted.BUILDING


def undecided(draft: Dialogue) -> bool:
    """Whether a draft reads like a dispute and its reporter has not said that it is none (C01)."""
    return bool(draft.text("dispute")) and not draft.text("ordinary")


def without_words(draft: Dialogue) -> dict[str, str]:
    """Return what a draft becomes whose sender cannot write: a human at the desk reads it (B11).

    A voice says the place itself; of a photo alone the place is still asked.
    """
    known = {"bare": YES, "category": draft.text("category") or OTHER}
    if AttachmentKind.VOICE in draft.text("files").split(","):
        known["building"] = draft.text("building") or ELSEWHERE
    return known


def one_back(draft: Dialogue) -> dict[str, str] | None:
    """Return what changes in a draft that goes one question back; None where that leaves it."""
    if draft.text("group"):
        return {"group": ""}
    if draft.text("asking") and missing(draft) is Wanted.SUBMIT:
        return {"asking": ""}
    before = _BEFORE.get(wanted(draft))
    return {"asking": before} if before else None


def recorder(community: Community, case: Case) -> str:
    """Return who records a verdict instead of whoever entered the case and did it too (A09).

    Another worker of the grid, its head, then the committee; nobody where there is no conflict.
    """
    done = carried_out(case)
    entered = community.by_telegram(case.entered_by) if case.entered_by else None
    if entered is None or entered.key not in done:
        return ""
    grid = community.grid(case.grid) if case.grid else None
    near = (
        [community.officer(k) for k in (grid.substitute, grid.worker, grid.head)] if grid else []
    )
    desk = [*community.holders(Role.DISPATCHER), *community.holders(Role.COMMITTEE)]
    return next((o.key for o in (*near, *desk) if o.present and o.key not in done), case.desk)
