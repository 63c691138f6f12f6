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
SPOKEN = st.builds(
    lambda text, kind, chat, sender: message(text, chat=chat, sender=sender) | kind,
    TEXTS | COMMANDED,
    st.sampled_from(({}, *KINDS)),
    st.sampled_from((LI, WANG, GROUP, -5)),
    st.sampled_from((LI, WANG, 1087968824, 777000)),
)
MEMBER = st.builds(
    lambda status, chat: {
        "chat": {"id": chat, "type": "supergroup", "title": "群"},
        "from": person(LI),
        "date": 1,
        "old_chat_member": {"status": "member", "user": person(BOT, is_bot=True)},
        "new_chat_member": {"status": status, "user": person(BOT, is_bot=True)},
    },
    st.sampled_from(("member", "left", "kicked", "administrator", "restricted", "creator", "?")),
    st.sampled_from((GROUP, -7)),
)
SHAPED = st.one_of(
    st.builds(
        lambda name, told: {name: told},
        st.sampled_from(("message", "edited_message", "channel_post", "business_message")),
        SPOKEN,
    ),
    st.builds(
        lambda data, sender: press(data, sender=sender), PRESSED, st.sampled_from((LI, WANG))
    ),
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
