"""What is asked where an edition is written by answers, as tables (G03 to G05, G18, F07)."""

import re
from collections.abc import Callable, Mapping

from governance.dialogues import Dialogue, DialogueKind
from governance.disclosures import cells
from governance.disclosures.contents import Beneficiaries, Fact, Group, Report, Year
from governance.disclosures.ledger import Side
from governance.disclosures.programme import Template
from governance.disclosures.telling import yuan
from governance.forms import Form, Question, these
from governance.refusals import Refusal
from governance.resolutions.states import Stage

K = DialogueKind
SUMMED = "summed"  # what the months add up to

POLICY = Form(
    kind=K.POLICY,
    questions=tuple(
        Question(field=f, words=True) for f in ("title", "what", "whom", "how", "until", "contact")
    ),
    confirm=True,
)
SUPPORT = Form(
    kind=K.SUPPORT,
    questions=tuple(Question(field=f, words=True) for f in ("groups", "lookup", "protest")),
    confirm=True,
)
TEXT = Form(
    kind=K.ANNOUNCE,
    questions=tuple(Question(field=f, words=True) for f in ("title", "text")),
    confirm=True,
)
DUTIES = Form(
    kind=K.DUTIES,
    questions=tuple(Question(field=f, words=True) for f in ("done", "undone", "next")),
    confirm=True,
)
_STAGES: Mapping[Stage, tuple[str, ...]] = {
    Stage.BEFORE: ("why", "budget", "contractor", "chosen", "dates", "contact"),
    Stage.HALFWAY: ("done", "paid", "changes"),
    Stage.SETTLED: ("halfway", "cost", "compared", "accepted", "warranty"),
}
SUMS = frozenset({"budget", "paid", "halfway", "cost"})  # answers that are amounts


def _at(stage: Stage, name: str) -> Callable[[Dialogue], bool]:
    def asked(talk: Dialogue) -> bool:
        return talk.text("stage") == stage and (name != "compared" or _other(talk))

    return asked


def _other(talk: Dialogue) -> bool:
    """Whether a project cost something else than was planned, or less than was paid halfway."""
    cost, before = (cells.fen(talk.text(name)) or 0 for name in ("cost", "halfway"))
    return other(cost, talk.whole("planned"), before)


def other(cost: int, planned: int, before: int) -> bool:
    """Whether what a project cost wants a reason: beside its budget, or what was paid before."""
    return cost != planned or cost < before


PROJECT = Form(
    kind=K.PROJECT,
    questions=(
        Question(field="title", words=True),
        *(
            Question(field=name, words=True, when=_at(stage, name))
            for stage, names in _STAGES.items()
            for name in names
        ),
    ),
    confirm=True,
)


def _differs(side: Side) -> Callable[[Dialogue], bool]:
    return lambda talk: talk.text(side) not in {"", SUMMED}


YEARLY = Form(
    kind=K.YEARLY,
    questions=(
        Question(field=Side.INCOME, choices=these(SUMMED), words=True),
        Question(field="why-income", words=True, when=_differs(Side.INCOME)),
        Question(field=Side.EXPENSE, choices=these(SUMMED), words=True),
        Question(field="why-expense", words=True, when=_differs(Side.EXPENSE)),
    ),
    confirm=True,
)
JUMP = Form(kind=K.JUMP, questions=(Question(field="why", words=True),))
FORMS: Mapping[Template, Form] = {
    Template.POLICY: POLICY,
    Template.BENEFICIARIES: SUPPORT,
    Template.TEXT: TEXT,
    Template.DUTIES: DUTIES,
    Template.STAGE: PROJECT,
    Template.TOTALS: YEARLY,
}
_PARTS = re.compile(r"[\s,，;；、|｜]+")
_GROUP = 4  # name, people, each a month, all together


def money(text: str) -> int:
    """Return an amount in fen; Refusal where it is none."""
    found = cells.fen(text)
    if found is None or found < 0:
        raise Refusal("refusal-drafting-money")
    return found


def groups(text: str) -> tuple[Group, ...]:
    """Return kinds of support, one a line: name, people, each a month, all; Refusal with its line.

    There is no place for a name in it (N06).
    """
    found = []
    for number, line in enumerate(filter(str.strip, text.splitlines()), 1):
        parts = _PARTS.split(cells.plain(line))
        figures = [cells.fen(part.rstrip("人名户")) for part in parts[1:]]
        if len(parts) != _GROUP or None in figures or figures[0] % 100:  # type: ignore[operator]
            raise Refusal("refusal-drafting-groups", line=number)
        people, standard, total = (int(figure or 0) for figure in figures)
        group = Group(
            number=number, name=parts[0], people=people // 100, standard=standard, total=total
        )
        found.append(group)
    return tuple(found)


def report(form: Form, talk: Dialogue, subject: str = "") -> Report:
    """Return what was answered: its title, and each other answer as a numbered fact."""
    asked = [q.field for q in form.asked(talk) if q.field != "title"]
    sums = {name: money(talk.text(name)) for name in SUMS if name in asked}
    said = {name: yuan(sums[name]) if name in sums else talk.text(name) for name in asked}
    facts = tuple(Fact(number=n, name=name, text=said[name]) for n, name in enumerate(asked, 1))
    stage = Stage(talk.text("stage")) if talk.text("stage") else None
    return Report(
        headline=talk.text("title") or talk.text("name"),
        facts=facts,
        subject=subject,
        stage=stage,
        resolution=talk.whole("resolution"),
        clause=talk.whole("clause"),
        budget=sums.get("budget", talk.whole("planned")),
        paid=sums.get("paid", sums.get("cost", 0)),
        photo=talk.text("photo"),
    )


def beneficiaries(talk: Dialogue) -> Beneficiaries:
    """Return what was answered about support, in numbers."""
    return Beneficiaries(
        groups=groups(talk.text("groups")),
        look_up=talk.text("lookup"),
        object=talk.text("protest"),
    )


def year(talk: Dialogue, summed: Year) -> Year:
    """Return a year as it was stated; where it differs from its months, with the reason."""
    sums = {
        side: summed.sums[side] if talk.text(side) == SUMMED else money(talk.text(side))
        for side in Side
    }
    return Year(
        opening=summed.opening,
        sums=sums,
        closing=summed.opening + sums[Side.INCOME] - sums[Side.EXPENSE],
        months=summed.months,
        last=summed.last,
        explained={s: why for s in Side if (why := talk.text(f"why-{s}"))},
    )
