"""From what a resident said to a case with a number (B01, B03, B10).

Nothing is filed without the person's own words or tap.
"""

from dataclasses import dataclass, replace

from governance import clocks, privacy, routing
from governance.cases import Case
from governance.categories import Reading
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.notices import Address, Priority
from governance.refusals import Refusal
from services import deliveries
from services.cases import acting, telling
from services.ports import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was said, where, and under which message; `asked` when the command was used."""

    text: str
    photo: str
    chat: int
    message: int
    reading: Reading
    asked: bool = True
    replied: int = 0
    in_album: bool = False

    @property
    def in_group(self) -> bool:
        """Whether others read along."""
        return self.chat < 0


def report(work: Work, heard: Heard) -> Case | Dialogue:
    """File at once what is clear; else ask in private for what is missing (B01, B03)."""
    clear = heard.reading.category is not None and heard.reading.building is not None
    long_enough = len(heard.text) >= work.community.limits.shortest_report
    exposed = heard.in_group and privacy.is_private(heard.text)
    if heard.asked and clear and long_enough and not exposed:
        return file(work, heard, parent=None)
    return draft(work, heard, parent=None)


def file(work: Work, heard: Heard, *, parent: int | None) -> Case:
    """Open the case, dispatch it where the rule says so, give the receipt."""
    reading = heard.reading
    grid = work.community.grid_of(reading.building).key if reading.building else None
    finish = clocks.finish_by(work.community, str(reading.category), work.now)
    case = Case(
        community=work.community.key,
        reporter=work.by.id,
        chat=heard.chat,
        message=heard.message,
        text=heard.text,
        photo=heard.photo,
        category=str(reading.category),
        building=reading.building,
        grid=grid,
        at=work.now,
        finish_by=finish.at,
        calendar_known=finish.known,
        desk=routing.desk(work.community, work.by.id),
        parent=parent,
    )
    case = work.cases.add(case)
    work.note("report", f"case:{case.id}", {"text": heard.text, "chat": heard.chat})
    case, taken = acting.follow(work, case, [])
    case = work.cases.save(case) if taken else case
    telling.receipt(work, case)
    acting.settle(work, None, case, taken)
    acting.promise(work, case)
    return case


def draft(work: Work, heard: Heard, *, parent: int | None) -> Dialogue:
    """Open a short private talk about what was said; it expires by itself."""
    dialogue = Dialogue(
        token=work.token(),
        kind=DialogueKind.REPORT,
        person=work.by.id,
        chat=work.by.id,
        expires=work.now + work.community.limits.draft_lives,
        data={
            "text": heard.text,
            "photo": heard.photo,
            "category": heard.reading.category,
            "building": heard.reading.building,
            "chat": heard.chat,
            "message": heard.message,
            "parent": parent,
        },
    )
    dialogue = begin(work, dialogue)
    if heard.in_group:
        here = Address(chat=heard.chat, reply_to=heard.message)
        deliveries.come_private(work, here, reader=work.by.id, token=dialogue.token)
    return dialogue


def begin(work: Work, dialogue: Dialogue) -> Dialogue:
    """Open a talk, show it, and let it expire by itself."""
    dialogue = work.dialogues.open(dialogue)
    key = f"expire:{dialogue.id}"
    work.due(dialogue.expires, "expire", key, dialogue=dialogue.id)
    show(work, dialogue)
    return dialogue


def show(work: Work, dialogue: Dialogue) -> None:
    """Draw the talk as it stands, where it is held."""
    deliveries.card(
        work,
        f"dialogue:{dialogue.id}",
        Address(chat=dialogue.chat),
        reader=dialogue.person,
        priority=Priority.ANSWER,
    )


def gather(work: Work, dialogue: Dialogue, **words: str) -> Dialogue:
    """Put down what the person added, and show the draft anew."""
    dialogue = work.dialogues.save(replace(dialogue, data={**dialogue.data, **words}))
    show(work, dialogue)
    return dialogue


def write(work: Work, dialogue: Dialogue, heard: Heard) -> Dialogue:
    """Add a message to the report's words; it fills what is missing, never what was chosen."""
    known = dialogue.data
    found = {
        "category": known.get("category") or heard.reading.category,
        "building": known.get("building") or heard.reading.building,
        "photo": heard.photo or known.get("photo"),
    }
    text = "\n".join(t for t in (dialogue.text("text"), heard.text) if t)
    return gather(work, dialogue, text=text, **{k: str(v) for k, v in found.items() if v})


def submit(work: Work, dialogue: Dialogue) -> Case:
    """File the draft; Refusal if incomplete; an unknown place goes to the dispatcher (A02)."""
    if not all(dialogue.text(needed) for needed in ("text", "category", "building")):
        raise Refusal("refusal-incomplete")
    ended = work.dialogues.save(replace(dialogue, status=DialogueStatus.DONE))
    heard = Heard(
        text=dialogue.text("text"),
        photo=dialogue.text("photo"),
        # what was finished in private is receipted in private: the group never learns the rest
        chat=dialogue.chat,
        message=0,
        reading=Reading(
            category=dialogue.text("category"), building=_known(dialogue.text("building"))
        ),
    )
    show(work, ended)
    return file(work, heard, parent=dialogue.whole("parent") or None)


def _known(building: str) -> str | None:
    return None if building == ELSEWHERE else building


ELSEWHERE = "elsewhere"


def rest(work: Work, case: Case) -> Dialogue:
    """Offer what a partly settled case left open as a new case linked to it."""
    heard = Heard(
        text="",
        photo="",
        chat=case.reporter,
        message=0,
        reading=Reading(category=case.category, building=case.building),
    )
    dialogue = draft(work, heard, parent=case.id)
    here = deliveries.to_reporter(work, case)
    if here.chat < 0:
        deliveries.come_private(work, here, reader=case.reporter, token=dialogue.token)
    return dialogue
