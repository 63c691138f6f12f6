"""How a resolution looks: to everybody in the group, to those who lead or check it, in private."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from governance.directory import Actor
from governance.resolutions import advance as road
from governance.resolutions import fulfilment
from governance.resolutions.advance import Given
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import (
    EVALUATION,
    PUBLIC,
    Reply,
    ResolutionAction,
    ResolutionKind,
    ResolutionStatus,
)
from handlers.views.resolutions import parts, staging
from handlers.views.shown import BESIDE, LONGEST, Button, Page, Shown, fitting, pairs
from services.resolutions import acting, asking, basis, watching

A, S = ResolutionAction, ResolutionStatus
UNPRESSED = frozenset({A.DISPUTE})  # neighbours say what they see; a no does it
ENDED = frozenset({S.RESULT_PUBLISHED, S.DISPUTED, S.CLOSED})
# a project's stages have no days before it is in force
UNBEGUN = frozenset({S.DRAFTED, S.LEGAL_CHECKED, S.PUBLISHED, S.OBJECTION_WINDOW})
NEVER = Given(by=Actor(id=0), at=datetime.min.replace(tzinfo=UTC), today=date.min)


def card(page: Page) -> Shown:
    """Show a resolution as it stands."""
    resolution = page.shelf.resolutions.get(int(page.delivery.subject.split(":")[1]))
    text = fitting([*_head(page, resolution)], [*_body(page, resolution)])
    if page.delivery.address.chat < 0:
        return Shown(text=text, buttons=_public(page, resolution))
    return Shown(text=text, buttons=_taps(page, resolution))


def _head(page: Page, resolution: Resolution) -> Iterator[str]:
    yield page.texts(
        "resolution-heading",
        number=resolution.number,
        kind=page.texts.plain(f"choice-resolve-form-{resolution.kind}"),
        standing=parts.status(page, resolution),
    )
    yield page.texts("resolution-text", text=parts.published(page, resolution.text, LONGEST // 2))
    topic = page.shelf.topics.get(resolution.topic)
    title = parts.about(page, topic)
    yield page.texts("resolution-of-topic", number=topic.number, title=title)
    with_supervision = resolution.status is S.DRAFTED and resolution.submitted
    yield page.texts(f"resolution-next-{'submitted' if with_supervision else resolution.status}")


def _body(page: Page, resolution: Resolution) -> Iterator[str]:
    if resolution.basis:
        yield from parts.basis(page, resolution.basis)
    if resolution.checked_by:
        who = page.community.called(resolution.checked_by)
        yield page.texts("resolution-checked", who=who)
    yield from _contests(page, resolution)
    chosen = basis.winners(page.shelf, page.shelf.topics.get(resolution.topic))
    for found in resolution.clauses:
        yield from parts.clause(page, found)
        yield from parts.price(page, found, chosen.get(found.what, found.money))
    if resolution.kind is ResolutionKind.PROJECT and resolution.status in UNBEGUN:
        yield page.texts("resolution-three")
    if resolution.status in watching.WATCHED:
        yield page.texts("resolution-progress", count=resolution.progress)
        yield _seen(page, resolution)
    yield from _ended(page, resolution)
    for asked in resolution.corrections:
        yield page.texts(
            "resolution-correction",
            who=page.community.called(asked.officer),
            at=page.when(asked.at),
            note=parts.published(page, asked.note),
            law=parts.published(page, asked.basis),
        )
    for number, edition in enumerate(resolution.earlier, start=1):
        text = parts.published(page, edition.text)
        yield page.texts("resolution-earlier", count=number, text=text)


def _contests(page: Page, resolution: Resolution) -> Iterator[str]:
    """Say how long it can be objected to, and what was answered; never who objected (N21)."""
    if resolution.window_until:
        yield page.texts("resolution-window", at=page.when(resolution.window_until))
    for number, contest in enumerate(resolution.contests, start=1):
        yield page.texts(
            "resolution-contest",
            count=number,
            text=page.gate(contest.text, BESIDE),
            answer=parts.published(page, contest.answer) or "none",
            who=page.community.called(contest.answered_by),
        )


def _seen(page: Page, resolution: Resolution) -> str:
    found = fulfilment.seen(page.shelf.replies.said(resolution.id))
    return page.texts("resolution-seen", yes=found.yes, no=found.no, unsure=found.unsure)


def _ended(page: Page, resolution: Resolution) -> Iterator[str]:
    """Say what came of it: the result, what was kept, and what people answered."""
    if resolution.result:
        text = parts.published(page, resolution.result, LONGEST // 3)
        yield page.texts("resolution-result", text=text)
    if resolution.status not in ENDED:
        return
    whole = asking.whole(page.shelf, resolution)
    yield parts.kept(page, whole.kept)
    if resolution.status is S.CLOSED:
        yield parts.answers(page, "resolution-voters", whole.voters)
        for question in EVALUATION:
            key = f"resolution-question-{question}"
            yield parts.answers(page, key, whole.everybody[question])


def _public(page: Page, resolution: Resolution) -> list[list[Button]]:
    """Return what everybody may tap in the group: to see, and to go on in private."""
    if resolution.status is S.OBJECTION_WINDOW:
        return [[parts.link(page, resolution, "resolution-object")]]
    if resolution.status in watching.WATCHED:
        return [_watching(page, resolution)]
    return []


def _watching(page: Page, resolution: Resolution) -> list[Button]:
    return [
        parts.button(page, resolution.id, f"resolution-seen-{reply}-tap", f"seen={reply}")
        for reply in Reply
    ]


def _taps(page: Page, resolution: Resolution) -> list[list[Button]]:
    """Return what this reader may do now, in private."""
    viewer = page.shelf.actor(page.delivery.reader)
    met = acting.is_resident(page.shelf, viewer.id, page.shelf.topics.get(resolution.topic))
    given = Given(by=viewer, at=NEVER.at, today=NEVER.today, resident=met)
    steps = road.choices(page.community, resolution, given)
    taken = [
        parts.button(page, resolution.id, f"resolution-action-{a}", a)
        for a in steps
        if a not in UNPRESSED
    ]
    if A.EDIT in steps:
        taken += [parts.button(page, resolution.id, "resolution-add", "clause")]
        taken += [
            parts.button(page, resolution.id, "resolution-drop", f"drop={c.id}", count=c.number)
            for c in resolution.clauses
            if not c.case
        ]
    taken += staging.taps(page, resolution)
    seen = resolution.status in watching.WATCHED and resolution.status in PUBLIC and met
    return [*pairs(taken), *([_watching(page, resolution)] if seen else [])]
