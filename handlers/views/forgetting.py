"""What is stored of a person, and what would become of it, as he reads it (N06)."""

from collections.abc import Iterator

from governance.cases import Case
from governance.forgetting import Tally, Treatment
from governance.mediation import Dispute
from handlers.buttons import VerbPress
from handlers.views import mediation, residents, talks
from handlers.views.residents import LETTER
from handlers.views.shown import Button, Page, Shown, sheets
from services import forgetting

ROOM = 3800  # of a message that holds 4096 characters, beside its heading
PIECE = 1500  # of somebody's words: at most twice as many as Telegram counts them


def my_data(page: Page) -> Shown:
    """Show one page of everything that is stored about the reader."""
    pages = sheets([*_person(page), *_matters(page), *_counts(page)], ROOM)
    number = min(max(int(page.delivery.facts["page"] or 1), 1), len(pages))
    head = page.texts("mydata-heading", page=number, pages=len(pages))
    buttons = []
    if number < len(pages):
        press = VerbPress(LETTER, number + 1, "mydata")
        buttons = [[Button(page.texts.plain("mydata-next"), press.data)]]
    return Shown(text=f"{head}\n{pages[number - 1]}", buttons=buttons)


def _person(page: Page) -> Iterator[str]:
    reader, texts = page.delivery.reader, page.texts
    person = page.shelf.people.get(reader)
    yield texts(
        "mydata-person",
        name=person.name,
        language=texts.plain("language-name", language=person.language),
        person=str(reader),
        pseudonym=page.shelf.traces.pseudonym(reader),
    )
    answer = page.shelf.residents.consent(reader)
    if answer:
        given = "yes" if answer.given else "no"
        at = page.when(answer.at)
        yield texts("mydata-consent", version=answer.version, at=at, given=given)
    else:
        yield texts("mydata-no-consent")
    for each in page.shelf.residents.of(reader):
        yield texts(
            "mydata-resident",
            place=residents.place(page, each),
            residency=texts.plain(f"choice-join-residency-{each.residency}"),
            status=texts.plain(f"resident-status-{each.status}"),
            note=residents.reason(page, each) or "none",
            at=page.when(each.asked_at),
        )
        if each.adult:
            yield texts("mydata-age", place=residents.place(page, each))
    if post := page.community.by_telegram(reader):
        yield texts("mydata-post", post=post.known_as, offices=page.offices(post.offices))
    for talk in page.shelf.traces.talks(reader):
        yield texts("mydata-talk")
        yield from talks.gathered(page, talk, _pieces)


def _matters(page: Page) -> Iterator[str]:
    cases = page.shelf.traces.cases(page.delivery.reader)
    for each in cases:
        yield from _matter(page, page.shelf.cases.get(each))
    for each in page.shelf.traces.disputes(page.delivery.reader):
        yield from _dispute(page, page.shelf.disputes.get(each))
    for said in page.shelf.traces.said(page.delivery.reader):
        for piece in _pieces(said):
            yield page.texts("mydata-said", text=piece)
    if not cases:
        yield page.texts("mydata-none")


def _dispute(page: Page, dispute: Dispute) -> Iterator[str]:
    number = page.texts.plain("dispute-number", number=dispute.number)
    status = page.texts.plain(f"dispute-status-{dispute.status}")
    yield page.texts("mydata-dispute", number=number, status=status, at=page.when(dispute.at))
    for field, value in mediation.said(page, dispute).items():
        name = mediation.label(page, field)
        for piece in _pieces(value):
            yield page.texts("dispute-line", name=name, value=piece)


def _matter(page: Page, case: Case) -> Iterator[str]:
    texts = page.texts
    yield texts(
        "mydata-case",
        number=case.number,
        category=page.category(case.category),
        status=texts.plain(f"case-status-{case.status}"),
        at=page.when(case.at),
    )
    for piece in _pieces(case.text):
        yield texts("mydata-case-text", text=piece)
    for edit in page.shelf.cases.revisions(case.id):
        for piece in _pieces(edit):
            yield texts("mydata-case-revised", text=piece)
    if case.summary:
        yield texts("mydata-case-summary", text=case.summary)
    if case.photo:
        yield texts("mydata-case-photo")


def _pieces(text: str) -> Iterator[str]:
    return (text[i : i + PIECE] for i in range(0, len(text), PIECE))


def _counts(page: Page) -> Iterator[str]:
    found: dict[str, int] = {}
    for tally in page.shelf.traces.survey(page.delivery.reader):
        found[tally.store] = found.get(tally.store, 0) + tally.count
    yield page.texts("mydata-also")
    for store, count in found.items():
        if count:
            words = page.texts.plain(f"forget-store-{store}")
            yield page.texts("mydata-count", store=words, count=count)


def forget_me(page: Page) -> Shown:
    """Say what is deleted, what loses the name, what is kept and why; a second tap does it."""
    reader = page.delivery.reader
    tallies = page.shelf.traces.survey(reader)
    lines = [page.texts("forgetme-heading")]
    for treatment in Treatment:
        lines.append(page.texts(f"forget-treatment-{treatment}"))
        lines += [_line(page, t) for t in tallies if t.treatment is treatment and told(t)]
    words, verb = "forgetme-button", "forget"
    if still_open := forgetting.open_cases(page.shelf, reader):
        numbers = ", ".join(f"#{page.shelf.cases.get(each).number}" for each in still_open)
        lines.append(page.texts("forgetme-open", numbers=numbers))
        words, verb = "forgetme-withdraw", "forget.withdraw"
    lines.append(page.texts("forgetme-ask"))
    button = Button(page.texts.plain(words), VerbPress(LETTER, 0, verb).data)
    return Shown(text="\n".join(lines), buttons=[[button]])


def told(tally: Tally) -> bool:
    """Whether a row of the table concerns this person: something was found, or is elsewhere."""
    return tally.count > 0 or tally.treatment is Treatment.KEEP


def _line(page: Page, tally: Tally) -> str:
    return page.texts(
        "forget-line",
        store=page.texts.plain(f"forget-store-{tally.store}"),
        count=tally.count,
        why=page.texts.plain(f"forget-why-{tally.why}"),
    )
