"""What was said, held in a talk until its person taps; and heard again afterwards."""

from datetime import datetime

from governance.cases import CaseKind, Urgency
from governance.categories import Reading
from governance.dialogues import Dialogue, DialogueKind
from governance.intake import ELSEWHERE, YES
from services import talks
from services.cases import collecting
from services.hearing import Heard
from services.ports import Work

Data = dict[str, str | int | None]


def said(heard: Heard) -> Data:
    """Return what a talk holds of a message; what is only the usual is left open to be found."""
    reading = heard.reading
    return {
        "text": heard.text,
        "photo": heard.photo,
        "files": ",".join(kind for kind, _ in heard.files),
        "category": reading.category,
        "building": reading.building,
        "kind": _unusual(reading.kind, CaseKind.SERVICE),
        "urgency": _unusual(reading.urgency, Urgency.PAINFUL),
        "dispute": YES if reading.dispute else "",
        "chat": heard.chat,
        "message": heard.message,
        "album": heard.album,
        "loose": "" if heard.asked else YES,
        "topic": heard.topic,
    }


def _unusual(value: str, usual: str) -> str:
    return "" if value == usual else value


def hold(  # noqa: PLR0913 -- each is a column of the talk
    work: Work,
    kind: DialogueKind,
    heard: Heard,
    *,
    person: int,
    chat: int,
    until: datetime | None = None,
    before: int = 0,
    **more: str | int | None,
) -> Dialogue:
    """Open a talk that holds a message; the files of the talk before it pass to this one."""
    dialogue = Dialogue(
        token=work.token(),
        kind=kind,
        person=person,
        chat=chat,
        expires=until or work.now + work.community.limits.draft_lives,
        data={**said(heard), **more} if chat < 0 else {**said(heard), "topic": None, **more},
    )
    dialogue = talks.begin(work, dialogue)
    if before:
        work.attachments.pass_on(before, dialogue.id)
    else:
        collecting.keep(work, heard, dialogue=dialogue.id)
    return dialogue


def heard_in(dialogue: Dialogue, *, chat: int, message: int) -> Heard:
    """Return what a talk holds as if it were said there and now."""
    building = dialogue.text("building")
    reading = Reading(
        category=dialogue.text("category") or None,
        building=building if building and building != ELSEWHERE else None,
        kind=CaseKind(dialogue.text("kind") or CaseKind.SERVICE),
        urgency=Urgency(dialogue.text("urgency") or Urgency.PAINFUL),
        dispute=bool(dialogue.text("dispute")),
    )
    return Heard(
        text=dialogue.text("text"),
        photo=dialogue.text("photo"),
        chat=chat,
        message=message,
        reading=reading,
        album=dialogue.text("album"),
        asked=not dialogue.text("loose"),
        topic=dialogue.whole("topic") or None,
    )
