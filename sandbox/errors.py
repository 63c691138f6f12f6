"""What goes wrong: in Telegram's words for the bot, in plain words for everybody else."""

from typing import Any


class ApiError(Exception):
    """A Bot API call that Telegram refuses, with its code and its exact words."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def reply(self) -> dict[str, Any]:
        """Return the refusal as the Bot API answers with it."""
        told = {"ok": False, "error_code": self.code, "description": self.description}
        return {**told, "parameters": self.parameters} if self.parameters else told


class BadRequestError(ApiError):
    """A 400 of the Bot API."""

    def __init__(self, words: str) -> None:
        super().__init__(400, f"Bad Request: {words}")


class MigratedError(ApiError):
    """A 400 of the Bot API: the group lives on under another id."""

    def __init__(self, chat: int) -> None:
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        super().__init__(400, words, migrate_to_chat_id=chat)


class ForbiddenError(ApiError):
    """A 403 of the Bot API; where Telegram gave only a code in capitals, the Bot API says 400."""

    def __init__(self, words: str) -> None:
        coded = words == words.upper()
        super().__init__(
            400 if coded else 403, f"{'Bad Request' if coded else 'Forbidden'}: {words}"
        )


class FloodError(ApiError):
    """A 429 of the Bot API; `retry_after` in whole seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class MistakeError(Exception):
    """A request to the control interface that cannot be done; its text says what to do."""

    status = 400


class UnknownError(MistakeError):
    """A request that names a person, chat or message that is not there."""

    status = 404


class TownError(Exception):
    """A town's file that cannot be played; its text names what is wrong."""
