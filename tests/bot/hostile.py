"""Updates as nobody should send them: every shape of Telegram's, and what is none."""

from hypothesis import strategies as st

from tests.bot.doors import BOT, GROUP, LI, WANG, message, person, press

COMMANDS = (
    "report", "status", "my", "grid", "help", "whoami", "lang", "history", "desk", "tasks",
    "leave", "cancel", "dispute", "disputes", "hazard", "for", "hazards", "join", "moved",
    "privacy", "mydata", "forgetme", "residents", "bind", "unbind", "roles", "audit", "start",
    "nonsense",
)  # fmt: skip
HOSTILE = (
    "",
    " ",
    "\x00null\x00byte",
    "Z͑ͫ̓a̡͊l͚g̹o̷" * 40,
    "\u202e右到左\u202c\u2066a\u2069",
    "👨‍👩‍👧‍👦" * 200,
    "邻" * 4096,
    "三号楼电梯坏了" + "\u0301" * 500,
    "<b>&amp;</i> <script>{$x} { $y } %s {0}",
    "'; drop table cases; --",
    "\ud83d",  # half an emoji
    "\u2028\u2029\ufeff\u200b",
    "٣号楼 ３号楼 三號樓",
    "9" * 400,
    "-1 0 1e999 NaN",
)
TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=60)
NUMBERS = st.sampled_from((0, -1, 1, 7, 2**31, 2**52 - 1, 2**63 - 1, -(2**63), 10**30))
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS | st.floats(allow_nan=False)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
COMMANDED = st.builds(
    lambda name, text: f"/{name} {text}".strip(), st.sampled_from(COMMANDS), TEXTS
)
PRESSED = st.builds(
    ":".join, st.lists(st.sampled_from(("c", "d", "m", "s", "1", "0", "-1", "accept")) | TEXTS)
)
FILE = {"file_id": "F", "file_unique_id": "U", "width": 1, "height": 1, "duration": 1}
KINDS = (
    {"photo": [FILE]},
    {"voice": FILE},
    {"video": FILE},
    {"video_note": FILE | {"length": 1}},
    {"document": FILE},
    {"audio": FILE},
    {"sticker": FILE | {"is_animated": False, "is_video": False, "type": "regular"}},
    {"location": {"latitude": 0.0, "longitude": 0.0}},
    {"contact": {"phone_number": "13800001111", "first_name": "x"}},
    {"dice": {"emoji": "🎲", "value": 6}},
    {"new_chat_members": [person(LI)]},
    {"left_chat_member": person(BOT, is_bot=True)},
    {"migrate_to_chat_id": -1009999999999},
    {"group_chat_created": True},
    {"pinned_message": message("x")},
    {"sender_chat": {"id": GROUP, "type": "supergroup", "title": "群"}},
    {"is_automatic_forward": True},
    {"media_group_id": "1", "photo": [FILE]},
    {"forum_topic_created": {"name": "x", "icon_color": 1}},
    {"message_thread_id": 5, "is_topic_message": True},
    {"reply_to_message": message("x", number=3)},
    {"unheard_of": {"of": "tomorrow"}},
)
# a supergroup's number begins with -100, and no id of Telegram's has more than 52 bits
STRANGE = (0, -1, 1, -100, -1000000000000, 2**31, -(2**31) - 1, 2**52 - 1, 1 - 2**52)
BEYOND = (2**52, -(2**52), 2**63 - 1, -(2**63), 2**63, -(2**63) - 1, 2**64, 10**30, -(10**30))
IDS = st.sampled_from((*STRANGE, *BEYOND)) | st.integers()


def pointing(number):
    """Return what a message may hold that points elsewhere: to a chat, a person, a message."""
    return (
        {"migrate_to_chat_id": number},
        {"migrate_from_chat_id": number},
        {"new_chat_members": [person(number)]},
        {"left_chat_member": person(number)},
        {"sender_chat": channel(number)},
        {"via_bot": person(number, is_bot=True)},
        {"contact": {"phone_number": "1", "first_name": "x", "user_id": number}},
        {"reply_to_message": message("x", chat=number, sender=BOT, number=number)},
        {"message_thread_id": number, "is_topic_message": True},
        {"users_shared": {"request_id": number, "users": [{"user_id": number}]}},
        {"media_group_id": str(number), "photo": [FILE | {"file_size": number}]},
    )


def channel(number):
    return {"id": number, "type": "channel", "title": "号"}


SPOKEN = st.builds(
    lambda text, kind, chat, sender, number: (
        message(text, chat=chat, sender=sender, number=number) | kind
    ),
    TEXTS | COMMANDED,
    st.sampled_from(({}, *KINDS)) | IDS.map(pointing).flatmap(st.sampled_from),
    st.sampled_from((LI, WANG, GROUP, -5)) | IDS,
    st.sampled_from((LI, WANG, 1087968824, 777000)) | IDS,
    st.just(7) | IDS,
)


def member(status, chat):
    return {
        "chat": {"id": chat, "type": "supergroup", "title": "群"},
        "from": person(LI),
        "date": 1,
        "old_chat_member": {"status": "member", "user": person(BOT, is_bot=True)},
        "new_chat_member": {"status": status, "user": person(BOT, is_bot=True)},
    }


MEMBER = st.builds(
    member,
    st.sampled_from(("member", "left", "kicked", "administrator", "restricted", "creator", "?")),
    st.sampled_from((GROUP, -7)) | IDS,
)
OPTIONS = st.lists(
    st.builds(
        lambda text, count: {"text": text, "voter_count": count, "persistent_id": "o"},
        TEXTS,
        NUMBERS,
    ),
    max_size=12,
)
POLL_ID = "5000000000000000001"


def poll(name=POLL_ID, asked="修不修", options=(), *, closed=False, **more):
    return {
        "id": name,
        "question": asked,
        "options": list(options),
        "total_voter_count": 1,
        "is_closed": closed,
        "is_anonymous": False,
        "type": "regular",
        "allows_multiple_answers": True,
        "allows_revoting": False,
        "members_only": False,
        **more,
    }


def poll_answer(voter, name=POLL_ID, chosen=(0,)):
    marks = ["o"] * len(chosen)
    told = {"poll_id": name, "option_ids": list(chosen), "option_persistent_ids": marks}
    return {"poll_answer": told | voter}


POLL = st.builds(
    lambda name, asked, options, closed, more: {
        "poll": poll(name, asked, options, closed=closed, **more)
    },
    st.just(POLL_ID) | TEXTS,
    TEXTS,
    OPTIONS,
    st.booleans(),
    st.sampled_from(({}, {"open_period": 600, "close_date": 1}, {"correct_option_ids": [99]})),
)
# by a person, by a channel in a person's place, by nobody; for options that never were
ANSWER = st.builds(
    poll_answer,
    st.builds(lambda who: {"user": person(who)}, st.sampled_from((LI, WANG)) | IDS)
    | st.builds(lambda chat: {"voter_chat": channel(chat)}, st.just(GROUP) | IDS)
    | st.just({}),
    st.just(POLL_ID) | TEXTS,
    st.lists(NUMBERS, max_size=4),
)
SHAPED = st.one_of(
    st.builds(
        lambda name, told: {name: told},
        st.sampled_from(("message", "edited_message", "channel_post", "business_message")),
        SPOKEN,
    ),
    st.builds(
        lambda data, chat, sender: press(data, chat=chat, sender=sender),
        PRESSED,
        st.just(LI) | IDS,
        st.sampled_from((LI, WANG)) | IDS,
    ),
    POLL,
    ANSWER,
    st.builds(lambda told: {"my_chat_member": told}, MEMBER),
    st.builds(lambda name, told: {name: told}, st.sampled_from(("poll", "tomorrow")), ANYTHING),
)


@st.composite
def spoilt(draw):
    """A shape of Telegram's with one thing in it replaced, or taken away."""
    update = draw(SHAPED)
    inner = update
    for _ in range(draw(st.integers(1, 3))):
        keys = sorted(inner) if isinstance(inner, dict) else []
        if not keys:
            break
        key = draw(st.sampled_from(keys))
        deeper = inner[key]
        if not isinstance(deeper, dict) or draw(st.booleans()):
            inner[key] = draw(ANYTHING)
            if draw(st.booleans()):
                del inner[key]
            break
        inner = deeper
    return update


UPDATES = SHAPED | spoilt() | st.dictionaries(TEXTS, ANYTHING, max_size=3)
# what bears no number that Telegram could have given it: nothing can be kept of it
NAMELESS = st.sampled_from(("", None, True, 1.5, "7", [], 2**52, -(2**52), 10**30)).flatmap(
    lambda number: st.builds(lambda update: {**update, "update_id": number}, SHAPED)
) | st.sampled_from((None, [], "update", 7, {}))


def bearing(number):
    """Return well-formed updates, in each of which one id is this number."""
    yield {"message": message("/help", chat=number)}
    yield {"message": message("/report 三号楼电梯坏了", sender=number)}
    yield {"message": message("/whoami", chat=GROUP, number=number)}
    yield {
        "message": message("/grid", chat=GROUP, message_thread_id=number, is_topic_message=True)
    }
    yield {"edited_message": message("改了", chat=number, edit_date=1)}
    yield press("c:1:accept", chat=number)
    yield press("c:1:accept", sender=number)
    yield {"my_chat_member": member("member", number)}
    yield poll_answer({"user": person(number)})
