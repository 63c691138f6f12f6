"""What the bot sets up about itself: its menus of commands by scope, and its descriptions."""

from typing import Any

from sandbox import limits
from sandbox.errors import BadRequestError
from sandbox.params import Params
from sandbox.reach import known_chat
from sandbox.stage import Sandbox
from sandbox.world import Chat, Person

Json = dict[str, Any]
Menu = list[dict[str, str]]

_EVERYWHERE = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
)
_CHATS = ("chat", "chat_administrators")
_MEMBER = "chat_member"


def set_commands(sandbox: Sandbox, params: Params) -> bool:
    """Set the menu for a scope and language."""
    commands = params.parsed("commands")
    if commands is None:
        raise BadRequestError("can't parse commands JSON object")
    limits.check_commands(commands)
    key = (_scope(sandbox, params), params.text("language_code"))
    menu = [{**one, "command": one["command"].removeprefix("/")} for one in commands]
    if menu:
        sandbox.profile.commands[key] = menu
    else:
        sandbox.profile.commands.pop(key, None)
    return True


def get_commands(sandbox: Sandbox, params: Params) -> Menu:
    """Return the menu of exactly this scope and language."""
    key = (_scope(sandbox, params), params.text("language_code"))
    return sandbox.profile.commands.get(key, [])


def delete_commands(sandbox: Sandbox, params: Params) -> bool:
    """Delete the menu of a scope and language; a wider one shows again."""
    key = (_scope(sandbox, params), params.text("language_code"))
    sandbox.profile.commands.pop(key, None)
    return True


def menu_of(sandbox: Sandbox, person: Person, chat: Chat) -> Menu:
    """Return the menu a person is shown in a chat: the narrowest that was set."""
    language = person.language.partition("-")[0]
    for scope in _scopes_of(person, chat):
        for code in (language, ""):
            if menu := sandbox.profile.commands.get((scope, code)):
                return menu
    return []


def set_description(sandbox: Sandbox, params: Params) -> bool:
    """Set what stands in an empty chat with the bot."""
    return _describe(sandbox, params, "description")


def get_description(sandbox: Sandbox, params: Params) -> Json:
    """Return what stands in an empty chat with the bot."""
    return _described(sandbox, params, "description")


def set_short_description(sandbox: Sandbox, params: Params) -> bool:
    """Set what stands on the bot's page."""
    return _describe(sandbox, params, "short_description")


def get_short_description(sandbox: Sandbox, params: Params) -> Json:
    """Return what stands on the bot's page."""
    return _described(sandbox, params, "short_description")


def _scope(sandbox: Sandbox, params: Params) -> str:
    scope = params.parsed("scope") or {"type": "default"}
    kind = str(scope.get("type"))
    if kind in _EVERYWHERE:
        return kind
    if kind not in (*_CHATS, _MEMBER):
        raise BadRequestError("can't parse BotCommandScope: Unsupported type specified")
    chat = known_chat(sandbox, Params(scope))
    if kind == _CHATS[1] and chat.type == "private":
        raise BadRequestError("can't change commands in private chats")
    if kind != _MEMBER:
        return f"{kind} {chat.id}"
    if scope.get("user_id") not in sandbox.world.people:
        raise BadRequestError("user not found")
    return f"{kind} {chat.id} {scope['user_id']}"


def _scopes_of(person: Person, chat: Chat) -> list[str]:
    """Name the scopes that fit a person in a chat, the narrowest first."""
    if chat.type == "private":
        return [f"chat {chat.id}", "all_private_chats", "default"]
    chief = person.id in chat.admins
    return [
        f"{_MEMBER} {chat.id} {person.id}",
        *([f"chat_administrators {chat.id}"] if chief else []),
        f"chat {chat.id}",
        *(["all_chat_administrators"] if chief else []),
        "all_group_chats",
        "default",
    ]


def _describe(sandbox: Sandbox, params: Params, kind: str) -> bool:
    text = params.text(kind)
    if limits.utf16_length(text) > limits.LIMITS[kind]:
        raise BadRequestError(f"bot {kind.replace('_', ' ')} is too long")
    sandbox.profile.descriptions[kind, params.text("language_code")] = text
    return True


def _described(sandbox: Sandbox, params: Params, kind: str) -> Json:
    told = sandbox.profile.descriptions
    code = params.text("language_code")
    return {kind: told.get((kind, code)) or told.get((kind, ""), "")}
