"""Spreadsheets sent to the bot: fetched, read beside the house, taken whole or not at all."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from governance.dialogues import Dialogue, DialogueStatus
from governance.disclosures import checking, pages, sheets
from governance.disclosures.contents import Content
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger
from governance.disclosures.pages import Found, Table, Taken
from governance.disclosures.programme import Template
from governance.disclosures.sheets import Entry
from governance.notices import Address, Delivery, Fact, Kind
from governance.papers import Format, Paper
from governance.refusals import Refusal
from governance.spreadsheets import Fault
from services import deliveries, talks
from services.disclosures import asking, beside, drafting
from services.hearing import Heard
from services.ports import Work

SHEET = "sheet"  # what an enquiry is about: a file that somebody sent
TEMPLATE, MARKED = "drafting_template", "drafting_marked"
DRAWN, FORGET = "drafting_drawn", "drafting_forget"
KEPT = timedelta(days=1)  # a copy of what somebody sent may hold anything
NAMED = 8  # faults that are said in words; the copy shows all


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """How headings and kinds of entries are called, in every language of ours."""

    columns: Mapping[Template, Mapping[str, str]]
    entries: Mapping[str, Entry]


class SheetTalk:
    """The talk that waits for a spreadsheet; one with faults can be sent again."""

    def offers(self, _work: Work, _dialogue: Dialogue, field: str, _value: str) -> bool:
        """Whether a button of ours could say this."""
        return field == "template"

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Have a file fetched and read; Refusal for anything else."""
        if not heard.document:
            raise Refusal("refusal-drafting-file")
        facts: dict[str, Fact] = {
            "about": SHEET,
            "file": heard.document,
            "talk": dialogue.id,
        }
        here = Address(chat=dialogue.chat)
        enquiry = Delivery(
            key="enquiry", kind=Kind.ENQUIRY, address=here, reader=work.by.id, facts=facts
        )
        work.tell(enquiry)
        return dialogue

    def take(self, work: Work, dialogue: Dialogue, _field: str, _value: str) -> object:
        """Send a workbook to fill in."""
        edition = work.disclosures.get(dialogue.whole("edition"))
        _want(work, TEMPLATE, edition, dialogue, {"edition": edition.id})
        return dialogue

    def back(self, work: Work, dialogue: Dialogue) -> object:
        """Leave: there is no question before this one."""
        return talks.end(work, dialogue, DialogueStatus.CANCELLED)


def arrived(work: Work, talk: int, wrong: str, tables: Sequence[Table], worded: Worded) -> object:
    """Take what stands in a file, all of it; where anything is wrong, none, and say what."""
    dialogue = talks.mine(work, work.dialogues.get(talk))
    edition = work.disclosures.get(dialogue.whole("edition"))
    template = asking.item_of(work, edition).template
    if wrong:
        return _say(work, dialogue, f"drafting-file-{wrong}")
    found = pages.find(tables, worded.columns[template], template)
    if found is None:
        return _say(work, dialogue, "drafting-file-headings")
    taken = sheets.read(template, found, edition.period, worded.entries)
    if taken.content is None:
        more = _beside(work, edition, taken, found)
        return _faulty(work, dialogue, edition, found, (*taken.faults, *more))
    content = _kept(work, edition, taken.content)
    problems = checking.problems(content, beside.around(work, edition))
    if faults := tuple(sheets.located(problems, taken, found.heading, edition.period)):
        return _faulty(work, dialogue, edition, found, faults)
    talks.end(work, dialogue, DialogueStatus.DONE)
    return drafting.take(work, edition, content)


def _beside(work: Work, edition: Edition, taken: Taken, found: Found) -> Iterator[Fault]:
    """Yield what is wrong in the lines beside those that cannot be read; sums tell nothing yet."""
    if taken.partly is not None:
        problems = checking.problems(taken.partly, beside.around(work, edition))
        lines = [problem for problem in problems if problem.line]
        yield from sheets.located(lines, taken, found.heading, edition.period)


def _kept(work: Work, edition: Edition, content: Content) -> Content:
    """Return the new content with the reasons that were given for the one before."""
    before = beside.content(work, edition)
    if isinstance(content, Ledger) and isinstance(before, Ledger):
        same = {
            s: why for s, why in before.explained.items() if content.total(s) == before.total(s)
        }
        return replace(content, explained=same)
    return content


def _say(work: Work, dialogue: Dialogue, key: str, **facts: Fact) -> Dialogue:
    here = Address(chat=dialogue.chat)
    deliveries.notice(work, key, here, reader=work.by.id, facts=facts)
    return dialogue


def _faulty(
    work: Work, dialogue: Dialogue, edition: Edition, found: Found, faults: Sequence[Fault]
) -> Dialogue:
    """Say what is to be mended, and have a copy drawn that shows it; nothing is taken."""
    ordered = sorted(faults, key=lambda f: (f.row, found.columns.get(f.column, 0)))
    said = pack(ordered[:NAMED], found)
    _say(
        work,
        dialogue,
        "drafting-faults",
        edition=edition.id,
        count=len(ordered),
        sheet=found.table.name,
        faults=said,
    )
    facts: dict[str, Fact] = {
        "edition": edition.id,
        "sheet": found.table.name,
        "rows": json.dumps(found.table.rows, ensure_ascii=False),
        "faults": pack(ordered, found),
    }
    _want(work, MARKED, edition, dialogue, facts)
    return dialogue


def pack(faults: Sequence[Fault], found: Found) -> str:
    """Return faults as one fact: row, column and its number, the code, what fills its words."""
    told = [
        (f.row, f.column, found.columns.get(f.column, 0) + 1, f.code, dict(f.facts))
        for f in faults
    ]
    return json.dumps(told, ensure_ascii=False)


def _want(
    work: Work, sheet: str, edition: Edition, dialogue: Dialogue, facts: Mapping[str, Fact]
) -> None:
    """Have a workbook drawn for one person."""
    item = asking.item_of(work, edition)
    start = f"-{edition.period.start:%Y-%m}" if edition.period else ""
    name = f"{item.names['zh-CN']}{start}.xlsx"
    paper = Paper(
        key=f"{sheet}:{edition.id}:{work.token()}",
        sheet=sheet,
        format=Format.WORKBOOK,
        name=name,
        language=work.people.get(work.by.id).language,
        facts=facts,
        at=work.now,
    )
    work.papers.want(paper, DRAWN, person=dialogue.person, sheet=sheet)


def drawn(work: Work, person: int, sheet: str, paper: int) -> None:
    """Send a workbook that was drawn to whoever asked for it, and let go of it soon."""
    key = sheet.replace("_", "-")
    here = Address(chat=person)
    deliveries.notice(work, key, here, reader=person, facts={"paper": paper})
    work.due(work.now + KEPT, FORGET, f"forget-paper:{paper}", paper=paper)


def forget(work: Work, paper: int) -> None:
    """Let go of a workbook that was made for one person: it was sent long ago."""
    work.papers.forget(paper)
