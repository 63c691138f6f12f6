"""Who is supported, as numbers only; what belongs to all and who has the use of it (G04, G14)."""

from governance.disclosures.contents import Beneficiaries, Register
from governance.disclosures.telling import yuan
from governance.papers import Table
from handlers.sheets.editions.telling import BRIEF, Told
from services.disclosures import beside

SHOWN = 5


def beneficiaries(told: Told) -> Told:
    """Tell how many people are supported and with how much: never a name (N06)."""
    content = told.content
    assert isinstance(content, Beneficiaries)  # noqa: S101 -- the table of tellers says so
    lines = [
        told.texts("sheet-supported", count=content.people, amount=yuan(content.total)),
        _change(told, content),
    ]
    listed = [
        told.texts(
            "sheet-support",
            name=told.said(group.name, BRIEF),
            count=group.people,
            amount=yuan(group.standard),
        )
        for group in content.groups[:SHOWN]
    ]
    notes = [
        told.texts("sheet-look-up", text=told.said(content.look_up)),
        told.texts("sheet-object", text=told.said(content.object)),
    ]
    rows = [
        [str(g.number), told.said(g.name), str(g.people), yuan(g.standard), yuan(g.total)]
        for g in content.groups
    ]
    columns = [told.words(k) for k in ("number", "support", "people", "standard", "amount")]
    heading = told.texts.plain("sheet-edition-support")
    table = Table(heading=heading, columns=columns, rows=rows, right=[2, 3, 4], wide=1)
    return told.saying(lines=[*lines, *notes], listed=listed, tables=[table] if rows else [])


def _change(told: Told, content: Beneficiaries) -> str:
    """Say what changed since the last time this was shown: reckoned, never typed."""
    last = beside.shown_last(told.shelf, told.edition, Beneficiaries)
    if last is None:
        return told.texts("sheet-support-first")
    edition, before = last
    people, total = content.people - before.people, content.total - before.total
    return told.texts(
        "sheet-support-change",
        serial=edition.serial,
        people=_turn(people),
        count=abs(people),
        total=_turn(total),
        amount=yuan(abs(total)),
    )


def _turn(change: int) -> str:
    return "more" if change > 0 else "less" if change < 0 else "same"


def register(told: Told) -> Told:
    """Tell what belongs to all: each contract, what it brings, until when it is paid."""
    content = told.content
    assert isinstance(content, Register)  # noqa: S101 -- as above
    total = sum(contract.price for contract in content.contracts)
    lines = [told.texts("sheet-register", count=len(content.contracts), amount=yuan(total))]
    listed = [
        told.texts("sheet-contract", asset=told.said(each.asset, BRIEF), end=each.end.isoformat())
        for each in sorted(content.contracts, key=lambda c: (c.end, c.number))[:SHOWN]
    ]
    rows = [
        [
            str(each.number),
            "\n".join(
                [
                    told.said(each.asset),
                    told.texts.plain("sheet-entry-holder", value=told.said(each.holder)),
                    told.texts.plain("sheet-entry-contract", value=told.said(each.contract)),
                    told.texts.plain(
                        "sheet-entry-paid",
                        value=each.paid_until.isoformat() if each.paid_until else "—",
                    ),
                ]
            ),
            f"{each.start.isoformat()}\n{each.end.isoformat()}",
            yuan(each.price),
        ]
        for each in content.contracts
    ]
    columns = [told.words(key) for key in ("number", "asset", "term", "price")]
    heading = told.texts.plain("sheet-edition-register")
    table = Table(heading=heading, columns=columns, rows=rows, right=[3], wide=1)
    return told.saying(lines=lines, listed=listed, tables=[table] if rows else [])
