"""How the writing of an edition looks: what was taken, what is wrong, what could be plainer."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from governance.dialogues import Dialogue
from governance.disclosures.contents import (
    Beneficiaries,
    Content,
    Large,
    Register,
    Report,
    Year,
)
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger, Problem, Side
from governance.disclosures.telling import yuan
from governance.notices import Fact
from governance.wording import plainer
from handlers.buttons import TalkPress
from handlers.texts import Texts
from handlers.views.disclosures import parts
from handlers.views.shown import BESIDE, Button, Page, Shown, cut, paper, sheets
from services import talks
from services.disclosures import asking, beside, drafting, staging

MOST = 8  # problems and suggestions that are said at once
ROOM = 3800
BETWEEN = "|"


def first(texts: Texts, key: str) -> str:
    """Return the first of the words for one thing."""
    return texts.plain(key).split(BETWEEN)[0].strip()


def fault(texts: Texts, code: str, facts: Mapping[str, Fact]) -> str:
    """Say what is wrong in a cell, and what would be right."""
    return texts.plain(f"drafting-fault-{code}", **facts)


def accounts(page: Page, talk: Dialogue) -> Shown:
    """Ask for the spreadsheet of an edition; the one to fill in is a tap away."""
    buttons = [
        [Button(page.texts.plain("drafting-get"), TalkPress(talk.id, "template").data)],
        [Button(page.texts.plain("tap-cancel"), TalkPress(talk.id, talks.CANCEL).data)],
    ]
    text = page.texts("drafting-ask", name=talk.text("name"), period=_period(page, talk))
    return Shown(text=text, buttons=buttons)


def _period(page: Page, talk: Dialogue) -> str:
    return named_period(page, page.shelf.disclosures.get(talk.whole("edition")))


def named_period(page: Page, edition: Edition) -> str:
    """Return the period of an edition as people call it; else what happened."""
    if edition.period:
        return parts.period(page, edition.period)
    if staging.promised(page.shelf, edition):
        return parts.of_edition(page, edition)
    return cut(edition.occasion, BESIDE) or "—"


def faults(page: Page) -> Shown:
    """Say where a spreadsheet is to be mended; nothing of it was taken."""
    facts = page.delivery.facts
    lines = [page.texts("drafting-faults", count=facts["count"])]
    told = json.loads(str(facts["faults"]))
    for row, column, _, code, each in told:
        lines.append(
            page.texts(
                "drafting-fault-line",
                sheet=str(facts["sheet"]) or "none",
                row=row,
                column=first(page.texts, f"drafting-column-{column}"),
                fault=fault(page.texts, code, each),
            )
        )
    if int(facts["count"] or 0) > len(told):
        lines.append(
            page.texts("drafting-faults-more", count=int(facts["count"] or 0) - len(told))
        )
    return Shown(text=sheets([*lines, page.texts("drafting-faults-next")], ROOM)[0])


def drawn(page: Page) -> Shown:
    """Send a workbook, with a word on what to do with it."""
    return paper(page, page.texts(page.delivery.key))


def taken(page: Page) -> Shown:
    """Say how a draft stands: its sums, what is wrong, what could be said more plainly."""
    edition = page.shelf.disclosures.get(int(page.delivery.facts["edition"] or 0))
    content = beside.content(page.shelf, edition)
    item = asking.item_of(page.shelf, edition)
    name = item.names.get(page.texts.language) or item.names["zh-CN"]
    head = page.texts("drafting-taken", name=name, period=named_period(page, edition))
    if content is None:
        return Shown(text=f"{head}\n{page.texts('drafting-nothing')}")
    found = drafting.problems(page.shelf, edition)
    lines = [head, figures(page, content), *_problems(page, found), *_plainer(page, content)]
    if other := beside.parted(page.shelf, edition):
        lines.append(page.texts("edition-parted", serial=other.serial, version=other.version))
    end = "drafting-unfinished" if found else "drafting-ready"
    return Shown(text=sheets([*lines, page.texts(end)], ROOM)[0])


def figures(page: Page, content: Content) -> str:
    """Say in one sentence what stands in a draft."""
    match content:
        case Ledger():
            return page.texts(
                "drafting-has-ledger",
                count=len(content.lines),
                opening=yuan(content.opening),
                income=yuan(content.total(Side.INCOME)),
                expense=yuan(content.total(Side.EXPENSE)),
                closing=yuan(content.closing),
            )
        case Large():
            total = yuan(sum(line.amount for line in content.lines))
            return page.texts("drafting-has-large", count=len(content.lines), total=total)
        case Year():
            sums = {str(side): yuan(content.sums[side]) for side in Side}
            return page.texts("drafting-has-year", **sums, closing=yuan(content.closing))
        case Beneficiaries():
            people = sum(group.people for group in content.groups)
            return page.texts("drafting-has-groups", count=len(content.groups), people=people)
        case Register():
            return page.texts("drafting-has-contracts", count=len(content.contracts))
        case Report():
            return page.texts("drafting-has-report", count=len(content.facts))


def _problems(page: Page, found: Sequence[Problem]) -> Iterator[str]:
    for problem in found[:MOST]:
        yield page.texts(f"drafting-problem-{problem.wrong}", **_facts(problem))


def _facts(problem: Problem) -> dict[str, Fact]:
    found, right = problem.found, problem.right
    return {
        "line": problem.line,
        "found": yuan(found) if isinstance(found, int) else found,
        "right": yuan(right) if isinstance(right, int) else right,
        "side": problem.side or "",
        "place": problem.place,
    }


def _plainer(page: Page, content: Content) -> Iterator[str]:
    """Suggest plainer words; nobody has to take them, and nothing is changed (N23)."""
    found = plainer("\n".join(_words(content)), page.community.jargon, page.segment)
    if found:
        yield page.texts("drafting-plainer")
    for each in found[:MOST]:
        key = "drafting-plainer-word" if each.instead else "drafting-plainer-long"
        yield page.texts(key, said=cut(each.said, BESIDE), instead=each.instead)


def _words(content: Content) -> list[str]:
    match content:
        case Ledger() | Large():
            return [line.what for line in content.lines]
        case Report():
            return [content.headline, *(fact.text for fact in content.facts)]
        case Beneficiaries():
            return [content.look_up, content.object]
        case Year():
            return list(content.explained.values())
        case Register():
            return []


NOTICES: Mapping[str, Callable[[Page], Shown]] = {
    drafting.TAKEN: taken,
    "drafting-faults": faults,
    "drafting-template": drawn,
    "drafting-marked": drawn,
    "ledger-book": drawn,
}
