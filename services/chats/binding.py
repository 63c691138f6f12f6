"""Registering a group: who may is asked of Telegram, what it becomes of a person (A01, A13)."""

from dataclasses import replace

from governance import chats, powers
from governance.chats import Answer, ChatAction, ChatStatus, Membership, Registration, Standing
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.directory import ChatKind, Role
from governance.notices import Address, Delivery, Fact, Kind
from governance.powers import Verb
from governance.refusals import Refusal
from services import deliveries, talks
from services.chats import telling
from services.hearing import Asked
from services.ports import Work


def enquire(work: Work, about: str, asked: Asked) -> None:
    """Ask Telegram about a group and the actor in it; the answer comes in by the inbox."""
    work.tell(
        Delivery(
            key="enquiry",
            kind=Kind.ENQUIRY,
            address=asked.address,
            reader=work.by.id,
            facts={"about": about, "person": max(work.by.id, 0)},
        )
    )


def ask(work: Work, asked: Asked) -> None:
    """Begin to register a group; Refusal without the office, or where it is registered (A01)."""
    powers.require(work.by, Verb.BIND_CHAT)
    _not_yet(work.chats.get(asked.chat))
    enquire(work, "bind", asked)


def _not_yet(found: Registration | None) -> None:
    if found and found.belongs:
        raise Refusal("refusal-chat-bound", title=found.name)


def unnamed(work: Work, asked: Asked) -> None:
    """Ask an anonymous administrator for a tap: it shows Telegram's number of the person."""
    deliveries.notice(work, "bind-unnamed", asked.address, reader=0)


def elsewhere(work: Work, asked: Asked) -> None:
    """Say how a group is registered, to whoever asked in private."""
    deliveries.notice(work, "bind-where", asked.address, reader=work.by.id)


def known(work: Work, answer: Answer) -> Dialogue:
    """Go on with what Telegram answered: a talk in which the kind of the group is chosen.

    Who does not run the group can only propose it as one that its organiser runs.
    """
    powers.require(work.by, Verb.BIND_CHAT)
    _not_yet(work.chats.get(answer.chat))
    bot, member = _certain(answer)
    before = work.dialogues.waiting(work.by.id, answer.chat)
    if before and before.kind is DialogueKind.BIND:
        talks.end(work, before, DialogueStatus.CANCELLED)
    talk = Dialogue(
        token=work.token(),
        kind=DialogueKind.BIND,
        person=work.by.id,
        chat=answer.chat,
        expires=work.now + chats.TALK_LIVES,
        data={
            "title": answer.title,
            "administrator": "yes" if member.administrator else "",
            "membership": bot.membership,
            "can_send": int(bot.can_send),
            "topic": answer.topic,
        },
    )
    return talks.begin(work, talk)


def _certain(answer: Answer) -> tuple[Standing, Standing]:
    """Return how the bot and the asker stand; Refusal that says how to mend what is not known."""
    if not answer.reached:
        raise Refusal("refusal-chat-untold")
    if answer.bot is None or not answer.bot.present:
        raise Refusal("refusal-chat-gone")
    if answer.member is None:
        raise Refusal("refusal-chat-administrator")
    return answer.bot, answer.member


def bind(work: Work, talk: Dialogue) -> Registration:
    """Register a group as it was chosen; one that neighbours run waits for its organiser (A13)."""
    powers.require(work.by, Verb.BIND_CHAT)
    kind = ChatKind(talk.text("kind"))
    chats.require_room(work.community, talk.chat, kind)
    before = work.chats.get(talk.chat)
    _not_yet(before)
    fresh = Registration(
        id=talk.chat,
        kind=kind,
        name=talk.text("title"),
        scope=talk.text("area") or talk.text("building"),
        status=before.status if before else ChatStatus.UNBOUND,
        standing=Standing(
            membership=Membership(talk.text("membership")), can_send=bool(talk.whole("can_send"))
        ),
        at=work.now,
        version=before.version if before else 0,
    )
    proposed = kind is ChatKind.ORGANISER
    action = ChatAction.PROPOSE if proposed else ChatAction.BIND
    fresh = _step(work, before, fresh, action)
    key = "chat-proposed" if proposed else "chat-bound"
    _tell(work, fresh, key, Address(chat=talk.chat, topic=talk.whole("topic") or None))
    return fresh


def _step(
    work: Work, before: Registration | None, fresh: Registration, action: ChatAction
) -> Registration:
    """Take a step of the register, put it down, and let the community be read anew."""
    by = Role.RESIDENT if action is ChatAction.AGREE else Role.COMMITTEE
    fresh = chats.advance(fresh, action, by)
    (work.chats.save if before else work.chats.add)(fresh)
    detail = {"kind": fresh.kind, "scope": fresh.scope, "organiser": fresh.organiser}
    work.note(f"chat_{action}", f"chat:{fresh.id}", detail)
    work.changed()
    if fresh.status is ChatStatus.BOUND:
        key = f"edition_joined:{fresh.id}:{work.now.isoformat()}"
        work.due(work.now, "edition_joined", key, chat=fresh.id)
    return fresh


def _tell(work: Work, found: Registration, key: str, here: Address) -> None:
    """Tell the group itself, and those on duty."""
    facts: dict[str, Fact] = {
        "kind": found.kind,
        "title": found.name,
        "owner": work.community.called(work.by.officer),
    }
    deliveries.notice(work, key, here, reader=work.by.id, facts=facts)
    telling.committee(work, f"{key}-staff", but=found.id, **facts)


def agree(work: Work, asked: Asked) -> None:
    """Hear that somebody will answer for a group; whether he runs it, Telegram is asked (A13)."""
    found = work.chats.get(asked.chat)
    if found is None or found.status is not ChatStatus.PROPOSED:
        raise Refusal("refusal-no-dialogue")
    enquire(work, "agree", asked)


def agreed(work: Work, answer: Answer) -> Registration | None:
    """Register a group that neighbours run, with its organiser of record (A13).

    Who does not run it is told so in private: any neighbour may tap.
    """
    before = work.chats.get(answer.chat)
    if before is None or before.status is not ChatStatus.PROPOSED:
        raise Refusal("refusal-no-dialogue")
    bot, member = _certain(answer)
    if not member.administrator:
        private = Address(chat=work.by.id)
        deliveries.notice(work, "chat-not-organiser", private, reader=work.by.id)
        return None
    fresh = replace(before, organiser=work.by.id, standing=bot)
    fresh = _step(work, before, fresh, ChatAction.AGREE)
    _tell(work, fresh, "chat-agreed", Address(chat=answer.chat, topic=answer.topic))
    return fresh


def give_up(work: Work, asked: Asked) -> Dialogue:
    """Ask twice before a group is struck off the register."""
    powers.require(work.by, Verb.BIND_CHAT)
    found = _registered(work, asked.chat)
    talk = Dialogue(
        token=work.token(),
        kind=DialogueKind.UNBIND,
        person=work.by.id,
        chat=asked.chat,
        expires=work.now + chats.TALK_LIVES,
        data={"title": found.name, "topic": asked.topic},
    )
    return talks.begin(work, talk)


def unbind(work: Work, talk: Dialogue) -> Registration:
    """Strike a group off the register: nothing of the community is told there any more."""
    powers.require(work.by, Verb.BIND_CHAT)
    before = _registered(work, talk.chat)
    fresh = _step(work, before, before, ChatAction.UNBIND)
    _tell(work, fresh, "chat-unbound", Address(chat=talk.chat, topic=talk.whole("topic") or None))
    return fresh


def _registered(work: Work, chat: int) -> Registration:
    found = work.chats.get(chat)
    if found is None or found.status is ChatStatus.UNBOUND:
        raise Refusal("refusal-chat-not-bound")
    return found
