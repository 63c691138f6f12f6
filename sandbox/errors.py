"""What goes wrong: in Telegram's words for the bot, in plain words for everybody else."""


class ApiError(Exception):
    """A Bot API call that Telegram refuses, with its code and its exact words."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.description = description


class BadRequestError(ApiError):
    """A 400 of the Bot API."""

    def __init__(self, words: str) -> None:
        super().__init__(400, f"Bad Request: {words}")


class ForbiddenError(ApiError):
    """A 403 of the Bot API."""

    def __init__(self, words: str) -> None:
        super().__init__(403, f"Forbidden: {words}")


class MistakeError(Exception):
    """A request to the control interface that cannot be done; its text says what to do."""

    status = 400


class UnknownError(MistakeError):
    """A request that names a person, chat or message that is not there."""

    status = 404


class TownError(Exception):
    """A town's file that cannot be played; its text names what is wrong."""
