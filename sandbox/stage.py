"""The sandbox as a whole: the world, and the ways in which it tells of itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox import shapes
from sandbox.clock import MILLISECONDS, Clock, machine_now
from sandbox.events import Events
from sandbox.files import Files
from sandbox.ledger import Ledger
from sandbox.privacy import bot_sees
from sandbox.signals import Signals
from sandbox.updates import Updates
from sandbox.world import Chat, Content, Message, World

ROOT = Path(__file__).parent


@dataclass(kw_only=True)
class Press:
    """A pressed button, and what the bot let the presser see."""

    at: int
    person: int
    chat: int
    answer: dict[str, Any] | None = None


class Sandbox:
    """One small Telegram with one bot."""

    def __init__(self, world: World, clock: Clock | None = None, root: Path = ROOT) -> None:
        self.world = world
        self.clock = clock or Clock()
        self.root = root
        self.events = Events()
        self.files = Files()
        self.ledger = Ledger()
        # Ids grow over a restart too, or a bot that remembers its offset would be given nothing.
        self.updates = Updates(self.clock.now, first=machine_now() // MILLISECONDS)
        self.signals = Signals(self.clock, self.updates)
        self.presses: dict[str, Press] = {}
        self.commands: dict[str, list[dict[str, str]]] = {}
        self._was_idle = False

    def post(
        self,
        chat: Chat,
        author: int,
        content: Content,
        *,
        reply_to: int | None = None,
        markup: dict[str, Any] | None = None,
    ) -> Message:
        """Put a message into a chat and tell everybody who may know."""
        chat.last_id += 1
        message = Message(
            id=chat.last_id,
            chat=chat.id,
            at=self.clock.now(),
            author=author,
            content=content,
            reply_to=reply_to,
            markup=markup,
        )
        chat.messages[message.id] = message
        self.events.publish("message", chat=chat.id, message=message.id)
        self._tell("message", message)
        return message

    def edit(self, message: Message, content: Content, markup: dict[str, Any] | None) -> None:
        """Change a message and tell everybody who may know."""
        message.content = content
        message.markup = markup
        message.edited = self.clock.now()
        self.events.publish("edit", chat=message.chat, message=message.id)
        self._tell("edited_message", message)

    def remove(self, message: Message) -> None:
        """Take a message away; a bot never hears of it."""
        del self.world.chats[message.chat].messages[message.id]
        self.events.publish("delete", chat=message.chat, message=message.id)

    def push(self, kind: str, content: dict[str, Any]) -> None:
        """Give the bot an update."""
        self.updates.push(kind, content)
        self.settle()

    def settle(self) -> None:
        """Wake who waits, and tell when the bot has become idle or busy."""
        idle = self.signals.is_idle()
        if idle != self._was_idle:
            self._was_idle = idle
            self.events.publish("idle", idle=idle)
        self.events.wake()

    def _tell(self, kind: str, message: Message) -> None:
        if bot_sees(self.world, message):
            self.push(kind, shapes.message(self.world, message))
