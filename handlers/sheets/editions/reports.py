"""What is said in words: a policy, a stage of a project, duties, a text (G05, G18, F07)."""

from collections.abc import Iterator, Sequence

from governance.disclosures import cells
from governance.disclosures.answers import SUMS
from governance.disclosures.contents import Fact, Report
from governance.disclosures.telling import yuan
from governance.papers import Table
from governance.resolutions import stages
from governance.resolutions.states import Stage
from handlers.sheets.editions.telling import BRIEF, Told
from services.disclosures import staging

SHOWN = 5  # facts in the message and the picture; the paper has all of them


def report(told: Told) -> Told:
    """Tell a report: its headline, its first facts, its sums; all facts on paper."""
    content = told.content
    assert isinstance(content, Report)  # noqa: S101 -- the table of tellers says so
    rows = [[str(f.number), named(told, f.name), told.said(f.text)] for f in content.facts]
    columns = [told.words(key) for key in ("number", "name", "text")]
    heading = told.texts.plain("sheet-edition-facts")
    table = Table(heading=heading, columns=columns, rows=rows, wide=2)
    tables = [table] if rows else []
    return told.saying(
        lines=[*_lines(told, content)],
        listed=[*_facts(told, content)],
        tables=tables,
        whole=_whole(told, content),
    )


def _lines(told: Told, content: Report) -> Iterator[str]:
    texts = told.texts
    yield texts("sheet-said", text=told.said(content.headline, 2 * BRIEF))
    if content.subject:
        yield texts("sheet-subject", text=told.said(_whose(told, content), BRIEF))
    if content.stage:
        yield texts("sheet-stage", stage=content.stage)
        yield from _sums(told, content)
        yield from _ahead(told)
    if content.resolution:
        yield texts("sheet-resolution", number=content.resolution)


def _sums(told: Told, content: Report) -> Iterator[str]:
    """Say the budget, and beside it what was paid; at the end what it cost beside both (G05)."""
    budget, paid = yuan(content.budget), yuan(content.paid)
    if content.stage is not Stage.SETTLED:
        yield told.texts("sheet-budget", budget=budget, paid=paid, stage=content.stage or "none")
        return
    by = content.paid - content.budget
    turn = "more" if by > 0 else "less" if by < 0 else "same"
    yield told.texts("sheet-cost", budget=budget, cost=paid, turn=turn, by=yuan(abs(by)))
    for fact in content.facts:
        if fact.name == "halfway" and (before := cells.fen(fact.text)) is not None:
            since = yuan(content.paid - before)
            yield told.texts("sheet-since-halfway", before=yuan(before), since=since)


def _ahead(told: Told) -> Iterator[str]:
    """Say what is not shown yet, where supervision let this stage go on before it (8.12)."""
    if (promise := staging.promised(told.shelf, told.edition)) is None:
        return
    _, clause, stage = promise
    showing = clause.stage(stage)
    leave, missing = showing and showing.ahead, stages.left_out(clause.stages, stage)
    if not leave or not missing:
        return
    names = (told.texts.plain("resolution-stage-name", stage=s) for s in missing)
    yield told.texts(
        "sheet-ahead",
        missing=told.texts.plain("list-comma").join(names),
        who=told.shelf.community.called(leave.by),
        why=told.said(leave.why, 2 * BRIEF),
    )


def _whose(told: Told, content: Report) -> str:
    """Return what it is about; an officer as residents know him, by nobody's key (F07)."""
    known = told.shelf.community.known(content.subject)
    return known.known_as if known else content.subject


def _facts(told: Told, content: Report) -> Iterator[str]:
    shown = _untold(content)[:SHOWN]
    for fact in shown:
        name, text = named(told, fact.name), told.said(fact.text, _room(len(shown)))
        yield told.texts("sheet-fact", name=name, text=text)


def _untold(content: Report) -> Sequence[Fact]:
    told_already = SUMS if content.stage else frozenset()  # the sums of a project stand above
    return [fact for fact in content.facts if fact.name not in told_already]


def _room(count: int) -> int:
    return SHOWN * BRIEF // count  # the fewer there are, the more of each can be read


def _whole(told: Told, content: Report) -> bool:
    """Whether every fact is listed, and neither a fact nor what stands above them is cut."""
    facts = _untold(content)
    if len(facts) > SHOWN:
        return False
    whose = _whose(told, content) if content.subject else ""
    longest = [(content.headline, 2 * BRIEF), (whose, BRIEF)]
    longest += [(fact.text, _room(len(facts))) for fact in facts]
    return all(told.said(text, most) == told.said(text) for text, most in longest)


def named(told: Told, name: str) -> str:
    """Return the heading of a fact: the template's own word, or the committee's."""
    key = f"sheet-fact-{name}"
    return told.texts.plain(key) if told.texts.has(key) else told.said(name)
