"""How a form looks: what was answered, the question that is asked now, and its taps."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType

from governance.dialogues import Dialogue
from governance.forms import Form, Question
from governance.notices import Fact
from handlers.buttons import TalkPress
from handlers.views.shown import BESIDE, Button, Page, Shown, cut, pairs
from services import talks

Fit = Callable[[str], Iterable[str]]  # makes words fit: cuts them, or takes them apart
NO_NAMES: Mapping[str, str] = MappingProxyType({})
Read = Callable[[Page, str], str]
WIDE = 12  # characters of a button that wants a row of its own


def form(page: Page, talk: Dialogue, table: Form, names: Mapping[str, str] = NO_NAMES) -> Shown:
    """Show a form as it stands: `form-KIND`, its answers, and `ask-KIND-FIELD`.

    `names` are those of what can be chosen now, where no language has words for it.
    """
    question = table.next(talk)
    lines = [heading(page, talk, table), *answers(page, talk, table, lambda v: [cut(v, BESIDE)])]
    wanted = question.field if question else talks.SUBMIT
    lines.append(page.texts(f"ask-{table.kind}-{wanted}", **_facts(page, talk, table)))
    rows = [[_submit(page, talk, table)]]
    if question:
        rows = _choices(page, talk, table, question, names)
    leave = [_tap(page, talk, "tap-cancel", talks.CANCEL)]
    if table.last(talk):
        leave.insert(0, _tap(page, talk, "tap-back", talks.BACK))
    return Shown(text="\n".join(lines), buttons=[*rows, leave])


def heading(page: Page, talk: Dialogue, table: Form) -> str:
    """Say what a form is for."""
    return page.texts(f"form-{table.kind}", **_facts(page, talk, table))


def answers(page: Page, talk: Dialogue, table: Form, fit: Fit) -> Iterator[str]:
    """Say what was answered, each under its label; words that somebody wrote as they fit."""
    for question in table.asked(talk):
        if value := talk.text(question.field):
            offered = question.field in READ or value in question.choices(page.community, talk)
            shown = (
                [label(page, table, question.field, value)] if offered else fit(page.all(value))
            )
            for each in shown:
                yield page.texts(f"form-{table.kind}-{question.field}", value=each)


def _facts(page: Page, talk: Dialogue, table: Form) -> dict[str, Fact]:
    """Return what a talk was opened with, as words; a case by its number."""
    facts: dict[str, Fact] = dict.fromkeys(table.known, "")
    facts |= {k: page.gate(str(v), BESIDE) for k, v in talk.data.items()}
    facts[talks.WAITS] = waits(page, talk)
    if talk.whole("case"):
        facts["number"] = page.shelf.cases.get(talk.whole("case")).number
    return facts


def waits(page: Page, talk: Dialogue) -> str:
    """Return when a group hears the end of a talk; "none" at once, or where it hears nothing."""
    at = datetime.fromtimestamp(talk.whole(talks.WAITS) / 1000, UTC)
    return page.when(at) if talk.whole(talks.WAITS) else "none"


def _choices(
    page: Page, talk: Dialogue, table: Form, question: Question, names: Mapping[str, str]
) -> list[list[Button]]:
    buttons = [
        Button(
            names[value] if names else label(page, table, question.field, value),
            TalkPress(talk.id, question.field, value).data,
        )
        for value in question.choices(page.community, talk)
    ]
    wide = any(len(b.text) > WIDE for b in buttons)
    rows = [[b] for b in buttons] if wide else pairs(buttons)
    if question.optional:
        rows.append([_tap(page, talk, "tap-skip", question.field)])
    return rows


def label(page: Page, table: Form, field: str, value: str) -> str:
    """Return how a choice is called: by the community's own names, else `choice-FIELD-VALUE`."""
    if read := READ.get(field):
        return read(page, value)
    community = page.community
    officers = {o.key: o.known_as for o in community.officers}
    named = {
        "building": {b.key: b.name for b in community.buildings},
        "grid": {g.key: g.name for g in community.grids},
        "area": {a.key: a.name for a in community.areas},
        **dict.fromkeys(("officer", "involved", "kin"), officers),
        "body": {k: page.named(b.names) for k, b in community.bodies.items() if b.names},
        "entry": {e.key: page.entry(e.key) for e in community.catalogue},
        "category": {c.key: page.category(c.key) for c in community.categories},
    }
    if value in (names := named.get(field, {})):
        return names[value]
    own = f"choice-{table.kind}-{field}-{value}"
    return page.texts.plain(own if page.texts.has(own) else f"choice-{field}-{value}")


def day(page: Page, value: str) -> str:
    """Return a day as people say it."""
    found = date.fromisoformat(value)
    weekday = page.texts.plain(f"weekday-{found.isoweekday()}")
    return page.texts.plain("day", month=found.month, day=found.day, weekday=weekday)


def _period(page: Page, value: str) -> str:
    return page.texts.plain("period-days", days=int(value))


def _matter(page: Page, value: str) -> str:
    topic = page.shelf.topics.get(int(value))
    return page.texts.plain("meeting-topic", number=topic.number, text=page.gate(topic.text, WIDE))


def _picture(page: Page, _value: str) -> str:
    return page.texts.plain("files-photo", count=1)


def _line(page: Page, value: str) -> str:
    return page.texts.plain("edition-line", line=int(value))


def _as_written(_page: Page, value: str) -> str:
    return value


# answers that are no words of the community's and none of ours: days, hours, counts, a picture
READ: Mapping[str, Read] = {
    "day": day,
    "on": day,
    "hour": _as_written,
    "days": _period,
    "matter": _matter,
    "photo": _picture,
    "line": _line,
}


def _submit(page: Page, talk: Dialogue, table: Form) -> Button:
    own = f"submit-{table.kind}"
    words = own if page.texts.has(own) else "tap-submit"
    return _tap(page, talk, words, talks.SUBMIT)


def _tap(page: Page, talk: Dialogue, words: str, field: str) -> Button:
    return Button(page.texts.plain(words), TalkPress(talk.id, field).data)
