"""The sandbox as a whole: the world, and the ways in which it tells of itself."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sandbox import shapes
from sandbox.clock import MILLISECONDS, Clock, machine_now
from sandbox.courier import Courier
from sandbox.events import Events
from sandbox.faults import Faults, Storm
from sandbox.files import Files
from sandbox.ledger import Ledger
from sandbox.messages import PLAIN, Content, Frame, Message, Poll
from sandbox.pace import Pace
from sandbox.playing import Playing
from sandbox.privacy import bot_sees
from sandbox.signals import Signals
from sandbox.updates import Updates
from sandbox.world import Chat, World

ROOT = Path(__file__).parent

Json = dict[str, Any]


@dataclass(kw_only=True)
class Press:
    """A pressed button, and what the bot let the presser see."""

    at: int
    person: int
    chat: int
    answer: Json | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(kw_only=True)
class Profile:
    """What the bot has set up about itself: commands by scope and language, descriptions."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    descriptions: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(kw_only=True)
class Errand:
    """A command for the operator, and what came of it."""

    id: int
    command: str
    code: int | None = None
    output: str = ""


class Sandbox:
    """One small Telegram with one bot; `run` grows whenever it begins anew."""

    def __init__(
        self,
        world: World,
        clock: Clock | None = None,
        root: Path = ROOT,
        town: Path | None = None,
    ) -> None:
        self.clock = clock or Clock()
        self.root = root
        self.town = town
        self.events = Events()
        self.run = 1
        self.story: Json | None = None
        self.playing: Playing | None = None
        self.errands: list[Errand] = []
        self.pace = Pace()
        self.broken = 0
        self.faults = Faults(self.break_changed)
        self.storms: list[Storm] = []
        self.storm_count = 0
        self._first = machine_now() // MILLISECONDS
        self.courier = Courier(self.clock, self.events, self.faults, self.settle)
        self._begin(world)
        self.signals = Signals(self.clock, self.updates)

    def _begin(self, world: World) -> None:
        self.world = world
        self.files = Files()
        # Ids grow over a restart too, or a bot that remembers its offset would be given nothing.
        self.updates = Updates(self.clock.now, first=self._first)
        self.ledger = Ledger(self.updates.record)
        self.courier.serve(self.updates)
        self.pace.forget()
        self.storms.clear()
        self.faults.forget()
        self.presses: dict[str, Press] = {}
        self.polls: dict[str, Poll] = {}
        self.profile = Profile()
        self.doors: Json | None = None
        self._was_idle = False
        for chat in world.chats.values():
            for message in chat.messages.values():
                message.at = self.clock.now()

    def restart(self, world: World, start: int | None, town: Path | None) -> None:
        """Begin anew with a fresh town; the bot behind it must be a fresh one too."""
        self._first = max(self._first, self.updates.next, machine_now() // MILLISECONDS)
        self.run += 1
        self.town = town
        self.clock.restart(start)
        self._begin(world)
        self.signals.restart(self.updates)
        for errand in self.errands:
            if errand.code is None:
                errand.code, errand.output = 1, "The town began anew before this was done."
        self.events.publish("run", run=self.run)

    def post(self, chat: Chat, author: int, content: Content, frame: Frame = PLAIN) -> Message:
        """Put a message into a chat and tell everybody who may know."""
        chat.last_id += 1
        message = Message(
            id=chat.last_id,
            chat=chat.id,
            at=self.clock.now(),
            author=author,
            writer=author if frame.writer is None else frame.writer,
            content=content,
            reply_to=frame.reply_to,
            topic=frame.topic,
            origin=frame.origin,
            markup=frame.markup,
        )
        chat.messages[message.id] = message
        if message.writer in chat.members:
            chat.looked[message.writer] = message.id
        self.events.publish("message", chat=chat.id, message=message.id)
        self._tell("message", message)
        return message

    def edit(self, message: Message, content: Content, markup: Json | None) -> None:
        """Change a message and tell everybody who may know."""
        message.content = content
        message.markup = markup
        message.edited = self.clock.now()
        self.events.publish("edit", chat=message.chat, message=message.id)
        self._tell("edited_message", message)

    def remove(self, message: Message) -> None:
        """Take a message away; a bot never hears of it."""
        chat = self.world.chats[message.chat]
        del chat.messages[message.id]
        chat.pinned = [one for one in chat.pinned if one != message.id]
        self.events.publish("delete", chat=message.chat, message=message.id)

    def push(self, kind: str, content: Json) -> None:
        """Give the bot an update; from then on it knows whom the update is of."""
        whose = content.get("from") or content.get("user") or {}
        if whose.get("id") in self.world.people:
            self.world.met.add(whose["id"])
        self.updates.push(kind, content)
        self.settle()

    def break_changed(self) -> None:
        """Tell that other faults are active than before."""
        self.broken += 1
        self.events.publish("fault", active=len(self.faults), storms=len(self.storms))

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
