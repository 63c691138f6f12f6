"""From a delivery to what stands in the chat: one function a card, plain words for the rest."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from governance import privacy
from governance.notices import Kind
from handlers.views import (
    anchors,
    ballots,
    cases,
    chats,
    deliberations,
    desk,
    disclosures,
    drafting,
    drafts,
    forgetting,
    history,
    intake,
    mediation,
    meetings,
    opinions,
    powers,
    record,
    residents,
    resolutions,
    screening,
    seats,
    spared,
    supervision,
    talks,
    trail,
    urgent,
    watch,
)
from handlers.views.shown import Button, Page, Shown

__all__ = ["CARDS", "NOTICES", "Button", "Page", "Shown", "draw"]

View = Callable[[Page], Shown]

CARDS: Mapping[str, View] = {
    "worksheet": cases.worksheet,
    "receipt": record.receipt,
    "mine": record.mine,
    "desk": desk.desk,
    "tasks": desk.tasks,
    "watch": watch.watch,
    "verdict": cases.verdict,
    "dialogue": talks.dialogue,
    "pointer": drafts.pointer,
    "resident": residents.card,
    "consent": residents.five_lines,
    "privacy": residents.privacy,
    "seat": seats.seat,
    "chat-lost": chats.lost,
    "dispute": mediation.sheet,
    "disputant": mediation.own,
    "danger": mediation.danger,
    "screening": screening.weekly,
    **ballots.CARDS,
    **disclosures.CARDS,
    "topic": deliberations.card,
    "opinion": opinions.ask,
    "meeting": meetings.invitation,
    "gathering": meetings.gathering,
    "sounding": meetings.notice,
    **disclosures.CARDS,
    **supervision.CARDS,
    "resolution": resolutions.card,
    "resolution-checkin": resolutions.checkin,
    "resolution-asked": resolutions.asked,
}


def come_private(page: Page) -> Shown:
    """Point to the private chat, where the rest of a report is asked."""
    url = f"https://t.me/{page.bot}?start={page.delivery.facts['token']}"
    button = Button(page.texts.plain("come-private-button"), url=url)
    return Shown(text=page.texts("come-private"), buttons=[[button]])


NOTICES: Mapping[str, View] = {
    "come-private": come_private,
    "help": intake.menu,
    "help-officer": intake.menu,
    "my-open": intake.progress,
    "hazards": intake.hazards,
    "case-photos": intake.photos,
    "case-file": intake.file,
    **residents.NOTICES,
    **dict.fromkeys(desk.LEAVES, desk.leave),
    **dict.fromkeys(desk.RELAYS, desk.relay),
    **dict.fromkeys(record.REFUSALS, record.refused),
    "history": record.history,
    "history-whole": record.history_whole,
    "history-of": history.history,
    "mydata": forgetting.my_data,
    "forgetme": forgetting.forget_me,
    **dict.fromkeys(chats.TAPS, chats.asking),
    "watch-week": watch.week,
    "grid-ask": chats.grid_ask,
    "grid-told": chats.grid_told,
    "language-ask": chats.language_ask,
    "whoami": chats.whoami,
    "alarm": chats.alarm,
    "my-cases": mediation.with_own(record.my_cases),
    "dispute-private": mediation.private,
    "dispute-queue": mediation.queue,
    "dispute-voice": mediation.voice,
    **dict.fromkeys(mediation.TOLD, mediation.told),
    "topic": deliberations.status,
    "topics": deliberations.listing,
    "topic-lacking": deliberations.lacking,
    "topic-statements": deliberations.spoken,
    "topic-reply": deliberations.reply,
    "topic-replied": deliberations.replied,
    "topic-said": deliberations.said,
    "topic-history": deliberations.history,
    "topic-reminder": deliberations.reminder,
    "topic-roundup": deliberations.roundup,
    "topic-thread": deliberations.thread,
    "my-rights-here": deliberations.here,
    "my-rights-in": deliberations.inside,
    **dict.fromkeys(deliberations.TOLD, deliberations.told),
    "meetings": meetings.listing,
    **dict.fromkeys(meetings.TOLD, meetings.told),
    **dict.fromkeys(
        ("sounding-withdrawn", "survey-unposted", "duties-unposted", "object-taken"),
        meetings.sounding,
    ),
    **dict.fromkeys(("notice-result", "survey-result"), meetings.result),
    "meeting-photo": meetings.photo,
    "council-nothing": meetings.nothing,
    "object-told": meetings.objection,
    "poll": meetings.poll,
    "fourstep-minutes": meetings.minutes,
    "fourstep-shown": meetings.shown,
    "fourstep-unshown": meetings.unshown,
    "resolutions": resolutions.listing,
    "resolution-reported": resolutions.reported,
    "resolution-shown": resolutions.shown,
    "resolution-early": resolutions.warned,
    "dossier": resolutions.dossier,
    **disclosures.NOTICES,
    **supervision.NOTICES,
    "powers": powers.powers,
    **urgent.NOTICES,
    **dict.fromkeys(
        ("resolution-wanted", "resolution-late", "dossier-record", "referral-recorded"),
        resolutions.wanted,
    ),
    **dict.fromkeys(resolutions.TOLD, resolutions.told),
    "status-whole": record.status_whole,
    "posts": seats.posts,
    "trail": trail.trail,
    "group-list": spared.listed,
    **ballots.NOTICES,
    **disclosures.NOTICES,
    "opinion-map": opinions.chart,
    **drafting.NOTICES,
    **anchors.NOTICES,
}


def draw(page: Page) -> Shown:
    """Show a delivery as it stands now; nothing private passes towards a residents' group."""
    shown = _drawn(page)
    return replace(shown, text=privacy.gate(shown.text)) if page.in_residents_group else shown


def _drawn(page: Page) -> Shown:
    delivery = page.delivery
    if delivery.kind is Kind.CARD:
        return CARDS[delivery.key](page)
    if view := NOTICES.get(delivery.key):
        return view(page)
    return Shown(text=page.texts(delivery.key, **page.spoken(delivery.facts)))
