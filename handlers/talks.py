"""Talks, as heard on Telegram; and the one list of all kinds of talk."""

from collections.abc import Mapping

from telegram import Update

from governance import absences, chats, grants, referrals, relays
from governance.cases import Case
from governance.correction import CORRECT
from governance.dialogues import DialogueKind
from governance.forms import Form
from handlers import papers
from handlers.buttons import TalkPress
from handlers.context import Context, Toast
from handlers.messages import asked, heard, message_of, words
from services import residents, talks
from services.ballots import talking as balloting
from services.ballots.voting import Cast
from services.cases import absences as leaves
from services.cases import (
    asking,
    collecting,
    correcting,
    entering,
    quoting,
    referring,
    relaying,
    reporting,
    twins,
)
from services.chats import binding
from services.deliberations import naming, objecting, proposing, reviewing, speaking
from services.disclosures import answering, changing, events, questioning, signing
from services.disclosures import talking as writing
from services.mediation.acting import MEDIATE
from services.mediation.reporting import DISPUTE
from services.meetings import acting as meeting
from services.meetings import calling, looking, sounding, spoken, tracking
from services.meetings import objecting as sounded
from services.resolutions import acting as resolutions
from services.resolutions import checking, dossiers, drafting
from services.seats import talking
from services.supervision import acting as supervising
from services.supervision import ahead
from services.talks import Filled, Talk

KINDS: Mapping[DialogueKind, Talk] = {
    DialogueKind.REPORT: reporting.Draft(),
    DialogueKind.STEP: asking.StepTalk(),
    DialogueKind.AGAIN: twins.AgainTalk(),
    DialogueKind.NAMED: quoting.NamedTalk(),
    DialogueKind.REST: collecting.RestTalk(),
    DialogueKind.PROXY: entering.TALK,
    DialogueKind.REFER: Filled(referrals.REFERRAL, referring.refer),
    DialogueKind.MERGE: Filled(referrals.MERGER, referring.merge),
    DialogueKind.INFORM: relaying.Saying(relays.INFORM, relaying.inform),
    DialogueKind.SUPPLEMENT: relaying.Saying(relays.SUPPLEMENT, relaying.supplement),
    DialogueKind.RELAY: relaying.Saying(relays.WORD, relaying.send),
    DialogueKind.LEAVE: leaves.Leave(absences.FORM, leaves.take),
    DialogueKind.CORRECT: Filled(CORRECT, correcting.corrected),
    DialogueKind.DISPUTE: DISPUTE,
    DialogueKind.MEDIATE: MEDIATE,
    DialogueKind.BIND: Filled(chats.BIND, binding.bind),
    DialogueKind.UNBIND: Filled(chats.UNBIND, binding.unbind),
    DialogueKind.JOIN: residents.JOINING,
    DialogueKind.RESIDENT: residents.REASONING,
    DialogueKind.CONVENE: calling.TALK,
    DialogueKind.MOVE_MEETING: meeting.MOVING,
    DialogueKind.MINUTES: meeting.RECORDING,
    DialogueKind.CALL_OFF: looking.CALLING_OFF,
    DialogueKind.SPOKEN: spoken.TALK,
    DialogueKind.POST_NOTICE: sounding.POSTING,
    DialogueKind.POST_SURVEY: sounding.ASKING,
    DialogueKind.OBJECT: sounded.TALK,
    DialogueKind.FOURSTEP: tracking.TALK,
    DialogueKind.REFUSE_SEAT: Filled(grants.REFUSING, talking.refused),
    DialogueKind.ASK_REVOKE: Filled(grants.REVOKING, talking.revoked),
    DialogueKind.PROPOSE: proposing.PROPOSE,
    DialogueKind.IDEA: proposing.IDEA,
    DialogueKind.LAY_TOPIC: proposing.LAY,
    DialogueKind.PREREVIEW: reviewing.PREREVIEW,
    DialogueKind.ELEMENTS: reviewing.ELEMENTS,
    DialogueKind.STUDY: reviewing.STUDY,
    DialogueKind.CONCERN: naming.NAMING,
    DialogueKind.TOPIC_STEP: reviewing.STEP,
    DialogueKind.SUMMARY: reviewing.SUMMARY,
    DialogueKind.SPEAK: speaking.SPEAK,
    DialogueKind.ANSWER_STATEMENT: speaking.REPLY,
    DialogueKind.MEET_OBJECTION: objecting.MEET,
    DialogueKind.RESOLVE: drafting.RESOLVE,
    DialogueKind.CLAUSE: drafting.CLAUSE,
    DialogueKind.RESOLUTION_STEP: resolutions.STEP,
    DialogueKind.CHECK_IN: checking.REPORT,
    DialogueKind.REFERRAL_OUTCOME: dossiers.OUTCOME,
    DialogueKind.PROGRAMME: changing.TALK,
    DialogueKind.EVENT: events.TALK,
    DialogueKind.EDITION_STEP: signing.STEP,
    DialogueKind.GIVE_OPINION: supervising.OPINION,
    DialogueKind.REPLY_OPINION: supervising.REPLY,
    DialogueKind.WITHDRAW_OPINION: supervising.WITHDRAWAL,
    DialogueKind.LET_AHEAD: ahead.TALK,
    DialogueKind.ASK_LINE: questioning.TALK,
    DialogueKind.ANSWER_LINE: answering.TALK,
    DialogueKind.BALLOT: balloting.DRAFTING,
    DialogueKind.BALLOT_STEP: balloting.STEP,
    DialogueKind.MARK: balloting.MARKING,
    DialogueKind.ENTER_VOTE: balloting.ENTERING,
    DialogueKind.HAND_PAPER: balloting.HANDING,
    DialogueKind.TAKE_PAPER: balloting.TAKING,
    DialogueKind.COUNT_PAPERS: balloting.COUNTING,
    DialogueKind.CONFIRM_PAPERS: balloting.CONFIRMING,
    DialogueKind.OWNER: balloting.OWNING,
    **writing.KINDS,
}
FORMS: Mapping[DialogueKind, Form] = {
    kind: talk.form for kind, talk in KINDS.items() if isinstance(talk, Filled)
}
FILES = frozenset({talks.SUBMIT, "bare"})  # the taps after which a case may be filed


async def say(update: Update, context: Context) -> None:
    """Hear plain words or a photo in private: an answer in a talk, or the draft of a report."""
    message = message_of(update)
    said = heard(message, context, words(message), asked=False)
    await context.ask(asking.say, kinds=KINDS, chat=message.chat_id, heard=said)


async def reply(update: Update, context: Context) -> None:
    """Hear a reply to the bot in a group, where a talk with this person may wait."""
    message = message_of(update)
    said = heard(message, context, words(message), asked=False)
    await context.ask(asking.reply, kinds=KINDS, chat=message.chat_id, heard=said)


async def press(pressed: TalkPress, context: Context) -> Toast | None:
    """Take up a button of a talk."""
    done = await context.ask(
        talks.answer,
        kinds=KINDS,
        dialogue_id=pressed.dialogue,
        field=pressed.field,
        value=pressed.value,
    )
    if isinstance(done, Cast):
        return papers.voted(done, context)
    if not isinstance(done, Case):
        return None
    key = "toast-submitted" if pressed.field in FILES else "toast-taken"
    return context.toast(key, number=done.number)


async def cancel(update: Update, context: Context) -> None:
    """Hear /cancel."""
    await context.ask(talks.stop, asked=asked(message_of(update)))
