"""Every reply of Telegram that is no plain yes, and what stands in the outbox after."""

from dataclasses import dataclass, field

from governance.notices import Address, Kind, Policy
from tests.bot.doors import GROUP, LI, WANG, ZHANG, notice, sheet

TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"
NEW = -1002000000001
CUT, GARBLED = "cut", "garbled"


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What Telegram answers the first call, and how the row and the next calls are then."""

    code: int
    says: str = ""
    what: object = field(default_factory=notice)
    parameters: dict = field(default_factory=dict)
    row: tuple = ()  # status, chat
    then: tuple = ()  # (method, chat) of the calls after the first
    posted: bool = False  # the card stands already
    also: tuple = ()  # statements that must hold


def to(chat=GROUP, **more):
    return notice(address=Address(chat=chat, **more))


ONCE = notice(policy=Policy.ONCE)
ALWAYS = notice(policy=Policy.ALWAYS)
DELETION = notice("deleteMessage", kind=Kind.COMMANDS, facts={"chat_id": LI, "message_id": 5})
SENT, AGAIN = ("sent", LI), (("sendMessage", LI),)
CLOSED = ("closed",)
MUTED = ("muted",)
BAD, NO = "Bad Request: ", "Forbidden: "
NOT_A_METHOD = "Not Found: method not found"


def unknown(code, says=""):
    """What nobody knows the outcome of, by the kinds of telegram.md section 6."""
    return {
        "notice": Reply(code=code, says=says, row=SENT, then=AGAIN),
        "nudge": Reply(code=code, says=says, what=ONCE, row=("uncertain", LI)),
        "disclosure": Reply(code=code, says=says, what=ALWAYS, row=SENT, then=AGAIN),
        "card": Reply(
            code=code, says=says, what=sheet(), row=("sent", WANG), then=(("sendMessage", WANG),)
        ),
        "edit": Reply(
            code=code,
            says=says,
            what=sheet(),
            posted=True,
            row=("sent", WANG),
            then=(("editMessageText", WANG),),
        ),
        "deletion": Reply(
            code=code, says=says, what=DELETION, row=SENT, then=(("deleteMessage", LI),)
        ),
    }


def out(says):
    return Reply(code=403, says=NO + says, what=to(), row=("waiting", GROUP), also=CLOSED)


def unreachable(code, says):
    return Reply(code=code, says=says, row=("undeliverable", LI), also=("unreachable",))


def mute(says):
    return Reply(code=400, says=BAD + says, what=to(), row=("waiting", GROUP), also=MUTED)


def anchor_gone(says):
    return Reply(
        code=400,
        says=BAD + says,
        what=sheet(),
        posted=True,
        row=("sent", WANG),
        then=(("sendMessage", WANG),),
    )


REPLIES = {
    "migrated": Reply(
        code=400,
        says=BAD + "group chat was upgraded to a supergroup chat",
        parameters={"migrate_to_chat_id": NEW},
        what=to(),
        row=("sent", NEW),
        then=(("sendMessage", NEW),),
        also=("moved",),
    ),
    "kicked from a group": out("bot was kicked from the group chat"),
    "kicked from a supergroup": out("bot was kicked from the supergroup chat"),
    "no member": out("bot is not a member of the supergroup chat"),
    "group deleted": out("the group chat was deleted"),
    "out, and elsewhere": Reply(
        code=403,
        says=NO + "bot was kicked from the supergroup chat",
        what=to(instead=Address(chat=ZHANG)),
        row=("sent", ZHANG),
        then=(("sendMessage", ZHANG),),
        also=CLOSED,
    ),
    "blocked": unreachable(403, NO + "bot was blocked by the user"),
    "deactivated": unreachable(403, NO + "user is deactivated"),
    "never started": unreachable(403, NO + "bot can't initiate conversation with a user"),
    "blocked, and elsewhere": Reply(
        code=403,
        says=NO + "bot was blocked by the user",
        what=to(LI, instead=Address(chat=GROUP)),
        row=("sent", GROUP),
        then=(("sendMessage", GROUP),),
        also=("unreachable",),
    ),
    "no rights": mute("not enough rights to send text messages to the chat"),
    "write forbidden": mute("CHAT_WRITE_FORBIDDEN"),
    "topic closed": Reply(
        code=400,
        says=BAD + "TOPIC_CLOSED",
        what=to(topic=42),
        row=("sent", GROUP),
        then=(("sendMessage", GROUP),),
    ),
    "chat not found": unreachable(400, BAD + "chat not found"),
    "private chat not found": unreachable(400, BAD + "private chat not found"),
    "peer invalid": unreachable(400, BAD + "PEER_ID_INVALID"),
    "group not found": Reply(
        code=400, says=BAD + "chat not found", what=to(), row=("waiting", GROUP), also=CLOSED
    ),
    "not modified": Reply(
        code=400,
        says=BAD + "message is not modified: specified new message content and reply markup are",
        what=sheet(),
        posted=True,
        row=("sent", WANG),
    ),
    "edit not found": anchor_gone("message to edit not found"),
    "not editable": anchor_gone("message can't be edited"),
    "delete not found": Reply(
        code=400, says=BAD + "message to delete not found", what=DELETION, row=SENT
    ),
    "no thread": Reply(
        code=400,
        says=BAD + "message thread not found",
        what=to(topic=42),
        row=("sent", GROUP),
        then=(("sendMessage", GROUP),),
    ),
    "bad entities": Reply(
        code=400,
        says=BAD + "can't parse entities: Unsupported start tag",
        row=SENT,
        then=AGAIN,
        also=("plain",),
    ),
    "another no": Reply(code=400, says=BAD + "message is too long", row=("undeliverable", LI)),
    "conflict": Reply(
        code=409, says="Conflict: terminated by other getUpdates request", row=SENT, then=AGAIN
    ),
    "flood": Reply(
        code=429,
        says="Too Many Requests: retry after 7",
        parameters={"retry_after": 7},
        row=("waiting", LI),
        also=("cooled",),
    ),
    "flood of a nudge": Reply(
        code=429,
        says="Too Many Requests: retry after 7",
        parameters={"retry_after": 7},
        what=ONCE,
        row=("waiting", LI),
        also=("cooled",),
    ),
    "no such method": Reply(
        code=404, says=NOT_A_METHOD, row=("undeliverable", LI), then=(("getMe", None),)
    ),
    "unauthorized once": Reply(
        code=401, says="Unauthorized", row=("undeliverable", LI), then=(("getMe", None),)
    ),
    **{f"500, {kind}": reply for kind, reply in unknown(500, "Internal Server Error").items()},
    **{f"502, {kind}": reply for kind, reply in unknown(502, GARBLED).items()},
    **{f"cut off, {kind}": reply for kind, reply in unknown(0, CUT).items()},
}
