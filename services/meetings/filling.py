"""Forms whose answers are days, hours, counts and pictures, read as they are written."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from governance import days
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community
from governance.meetings.sounding import check_question, options_of
from governance.refusals import Refusal
from services import talks
from services.hearing import Heard
from services.ports import Work
from services.talks import Filled

MOST = 100_000  # heads


def _count(text: str, _today: date) -> str:
    digits = "".join(re.findall(r"^\s*(\d+)\s*[^\W\d]{0,6}\s*$", text))  # 21, 21 people
    if not (digits.isdecimal() and digits.isascii()) or int(digits) > MOST:
        raise Refusal("refusal-count")
    return str(int(digits))


def _options(text: str, _today: date) -> str:
    return "\n".join(options_of(text))


READ: Mapping[str, Callable[[str, date], str]] = {
    "day": lambda text, today: days.ahead(text, today).isoformat(),
    "hour": lambda text, _: f"{days.hour(text):%H:%M}",
    "on": lambda text, today: days.behind(text, today).isoformat(),
    "attendance": _count,
    "expected": _count,
    "present": _count,
    "options": _options,
}


class Gathering(Filled):
    """A form of ours; a picture is an answer where one is asked for."""

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take a message as the answer; Refusal where it is none to this question."""
        question = self.form.next(dialogue)
        if question and question.field == "photo":
            if not heard.photo:
                raise Refusal("refusal-picture")
            return self._go_on(work, dialogue, "photo", heard.photo)
        if question and heard.text and (read := READ.get(question.field)):
            heard = replace(heard, text=read(heard.text, today(work.community, work.now)))
        if question and dialogue.kind is DialogueKind.POST_SURVEY and question.field == "text":
            check_question(heard.text)
        if heard.photo and any(q.field == "photo" for q in self.form.asked(dialogue)):
            dialogue = replace(dialogue, data={**dialogue.data, "photo": heard.photo})
        return super().hear(work, dialogue, heard)


def today(community: Community, now: datetime) -> date:
    """Return the day that the community's clocks show."""
    return now.astimezone(community.calendar.zone).date()


def opened(work: Work, kind: DialogueKind, **data: str | int) -> Dialogue:
    """Begin a form in private, which knows what day it is."""
    here = today(work.community, work.now).isoformat()
    return talks.open_form(work, kind, 0, today=here, **data)


def moment_of(work: Work, talk: Dialogue) -> datetime:
    """Return the time that a form gathered as day and hour."""
    day = date.fromisoformat(talk.text("day"))
    return datetime.combine(day, days.hour(talk.text("hour")), work.community.calendar.zone)
