"""What a handler gets: words, reading, and one `ask`; no bot, no application, no shared data."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from telegram import Update

from governance.categories import Reading
from handlers.texts import Fact, Texts
from services.ports import Work

GENERAL = 1
P = ParamSpec("P")
R = TypeVar("R")


def topic_of(message: object) -> int | None:
    """Return the forum topic of a message; a thread of replies, and General, are none.

    Telegram refuses the number 1, and that of a mere thread of replies.
    """
    if not getattr(message, "is_topic_message", None):
        return None
    thread: int | None = getattr(message, "message_thread_id", None)
    return thread if thread != GENERAL else None


def standing(update: Update) -> object:
    """Return the message of an update: of a press ours above the button, seen by now or not."""
    query = update.callback_query
    return query.message if query else update.effective_message


@dataclass(frozen=True, slots=True)
class Toast:
    """What a person sees for a moment after a press; an alert must be dismissed."""

    text: str
    alert: bool = False


class Asker(Protocol):
    """Runs one verb as the unit of work of one update."""

    def __call__(
        self, update: Update, verb: Callable[..., R], words: dict[str, Any]
    ) -> Awaitable[R]:
        """Queue the unit before returning; the result is told after the commit."""


class Context:
    """One update on its way through a handler; PTB's handlers set `args` and `matches`."""

    def __init__(
        self, update: Update, texts: Texts, asker: Asker, reader: Callable[[str], Reading]
    ) -> None:
        self.args: list[str] | None = None
        self.matches: list[Any] | None = None
        self.asked = False
        self.texts = texts
        self.read = reader
        self._update = update
        self._asker = asker

    def ask(
        self, verb: Callable[Concatenate[Work, P], R], *_: P.args, **words: P.kwargs
    ) -> Awaitable[R]:
        """Do the one verb of this update; RuntimeError at a second one."""
        if self.asked:
            raise RuntimeError("an update has one verb: it was asked already")
        self.asked = True
        return self._asker(self._update, verb, dict(words))

    @property
    def topic(self) -> int | None:
        """The forum topic in which this update stands."""
        return topic_of(standing(self._update))

    def update(self, data: dict[str, Any]) -> None:
        """Take what a filter found; PTB's handlers call it so."""
        self.matches = data.get("matches")

    def toast(self, key: str, **facts: Fact) -> Toast:
        """Return words for a moment."""
        return Toast(self.texts.plain(key, **facts))
