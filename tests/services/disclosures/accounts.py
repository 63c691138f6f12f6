"""A month's ledger on its way: written, drawn as bytes of a test, submitted, signed."""

from dataclasses import replace
from datetime import date, timedelta

from governance.chats import ChatStatus, Membership, Registration, Standing
from governance.directory import ChatKind
from governance.disclosures import contents
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger, Line, Side
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionAction, EditionStatus
from governance.programme import Content, Item, Kind, Template
from handlers.sheets import Print, write
from handlers.texts import Library
from services.disclosures import signing
from storage import inbox
from storage.papers import PAPERS
from storage.roll import Roll
from storage.rows import ms
from tests.services.conftest import ROOT
from tests.services.town import AT, CHEN, WANG

A, S = EditionAction, EditionStatus
LIBRARY = Library(ROOT / "config" / "locales")
OTHER = -1001000000009
DAY = timedelta(days=1)
APRIL = Period(date(2026, 4, 1), date(2026, 5, 1))
MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
ITEM = Item(
    key="ledger",
    names={"zh-CN": "小区收支账", "en": "Accounts"},
    kind=Kind.FINANCE,
    content=Content.SPENDING,
    template=Template.LEDGER,
    drafter="wang",
)


def line(number, amount, side=Side.EXPENSE, on=date(2026, 3, 5), **more):
    return Line(number=number, side=side, on=on, what="楼道灯更换", amount=amount, **more)


def ledger(*lines, opening=10_000, period=MARCH):
    on = period.start
    usual = (line(1, 20_000, Side.INCOME, on), line(2, 5_000, on=on), line(3, 7_550, on=on))
    lines = lines or usual
    found = Ledger(period=period, opening=opening, lines=lines, closing=0)
    return replace(found, closing=found.reckoned)


def owes(town, *items, **changed):
    """Let the community's file have these items."""
    items = items or (replace(ITEM, **changed),)
    town.community = replace(town.community, disclosures=tuple(items))
    town.roll = Roll(town.community, town.id)


def april():
    return ledger(period=APRIL, opening=17_450)


def drafted(town, content=None, *, drafters=("wang",), **more):
    """Let a draft stand there."""
    if not town.community.disclosures:
        owes(town)
    period = {} if "occasion" in more else {"period": MARCH}
    edition = Edition(
        item="ledger", status=S.DRAFT, drafters=tuple(drafters), **{**period, **more}
    )
    with town.work(0) as work:
        edition = work.disclosures.add(edition)
        work.disclosures.write(edition.id, contents.written(content or ledger()))
    return edition


def draw(town, body=None):
    """Draw all that waits, as the house does beside: words as they are, all else as bytes."""
    with town.work(0) as work:
        while found := work.papers.wanted():
            number = found[0]
            paper = work.papers.get(number)
            texts = LIBRARY.speak(paper.language, work.community)
            made = write(Print(paper=paper, shelf=work, texts=texts))
            made = made if isinstance(made, str) else f"{paper.key} {made}"
            follows = work.papers.drawn(number, body or made.encode())
            key = f"drawn:{number}"
            inbox.ask(work.connection, ms(town.now), follows.verb, key, follows.words)


def submitted(town, content=None, **more):
    """Let a draft be submitted, its parts drawn."""
    edition = drafted(town, content, **more)
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    draw(town)
    for _ in range(5):
        town.ring("edition_drawn")
    return edition_of(town, edition.id)


def approved(town, content=None, **more):
    edition = submitted(town, content, **more)
    return town.do(CHEN, signing.press, edition.id, A.APPROVE)


def published(town, content=None, **more):
    edition = approved(town, content, **more)
    town.ring("edition_publish")
    return edition_of(town, edition.id)


def edition_of(town, edition):
    with town.work(0) as work:
        return work.disclosures.get(edition)


def spoil(town, part="a4"):
    """Change the bytes of a part behind everybody's back."""
    with town.engine.begin() as connection:
        statement = PAPERS.update().where(PAPERS.c.key.endswith(f":{part}"))
        connection.execute(statement.values(body=b"other"))


def papers(town):
    with town.work(0) as work:
        return {p.key.rsplit(":", 1)[1]: p for p in work.papers.under("edition:")}


def also(town, count=1):
    """Let the community have more groups of neighbours."""
    with town.work(0) as work:
        for n in range(count):
            work.chats.add(
                Registration(
                    id=OTHER - n,
                    kind=ChatKind.AREA,
                    name=f"群{n}",
                    status=ChatStatus.BOUND,
                    standing=Standing(membership=Membership.MEMBER),
                    at=AT,
                )
            )
        work.changed()


def corrected(town, edition, why="第3条金额写错了"):
    town.do(WANG, signing.press, edition.id, A.CORRECT)
    town.say(WANG, why)
    return edition_of(town, edition.id + 1)
