"""From the inbox to the handlers: each lane in order, many lanes at once."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Protocol, TypeVar

import structlog
from telegram import Update

from bot.house import APOLOGY, House, Refused, Twice, Who, place
from bot.parsing import parsed
from bot.reading import is_id, read
from bot.rights import UNSHARED, Held, Rights
from governance.categories import Reading
from governance.refusals import Refusal
from handlers.context import Context, Toast, standing
from handlers.routes import ROUTES
from storage.inbox import Arrival
from storage.leases import Lease
from storage.rows import ms
from storage.writer import Lost

R = TypeVar("R")
log = structlog.get_logger(__name__)
AT_ONCE, TOASTS = 64, 512


class Answerer(Protocol):
    """Answers a pressed button, at most once."""

    async def answer(self, query_id: str, toast: Toast | None) -> None:
        """Show the toast."""


class Silent:
    """The bot that handlers see: it has a name and no voice, so no handler can send."""

    defaults = None
    local_mode = False

    def __init__(self, bot_id: int, name: str) -> None:
        self.id = bot_id
        self.username = name


class Lanes:
    """Runs handlers; `busy` counts the updates that are not finished yet."""

    def __init__(  # noqa: PLR0913 -- parts, each by its name
        self,
        house: House,
        tasks: asyncio.TaskGroup,
        answerer: Answerer,
        reader: Callable[[str], Reading],
        stir: Callable[[], None],
        *,
        rights: Rights = UNSHARED,
    ) -> None:
        self.busy = 0
        self.failed = 0
        self._house = house
        self._tasks = tasks
        self._answerer = answerer
        self._reader = reader
        self._stir = stir
        self.finished: Callable[[Held], None] = lambda _: None
        self._rights = rights
        self._toasts = asyncio.Semaphore(TOASTS)
        self._silent: Any = Silent(house.bot_id, house.bot_name)
        self._lanes: dict[str, deque[Held]] = {}
        self._room = asyncio.Semaphore(AT_ONCE)
        self._quiet = asyncio.Event()
        self._quiet.set()

    def arrive(self, arrivals: Iterable[Arrival]) -> None:
        """Put updates into their lanes; called in the order of arrival."""
        for arrival in arrivals:
            held = Held(arrival, self._rights.of(arrival.lane))
            self.busy += 1
            self._quiet.clear()
            if arrival.lane in self._lanes:
                self._lanes[arrival.lane].append(held)
                continue
            self._lanes[arrival.lane] = deque([held])
            self._tasks.create_task(self._walk(arrival.lane))

    async def quiet(self) -> None:
        """Wait until no update is under way."""
        await self._quiet.wait()

    async def _walk(self, lane: str) -> None:
        waiting = self._lanes[lane]
        while waiting:
            held = waiting[0]
            async with self._room:
                # what is no longer ours is somebody else's to do
                if self._rights.stand(held.under):
                    await self._one(held)
            waiting.popleft()
            self.busy -= 1
            self.finished(held)
            if not self.busy:
                self._quiet.set()
                self._stir()
        del self._lanes[lane]

    async def _one(self, held: Held) -> None:
        arrival = held.arrival
        try:
            update = _whole(parsed(read(arrival.raw), self._silent))
            who = self._house.who(update)
            chat = update.effective_chat
            log.debug(
                "update.heard",
                update=arrival.update_id,
                person=who.person.id,
                chat=chat.id if chat else None,
            )
        except Exception as error:  # noqa: BLE001 -- one bad update must not stop the others
            await self._bury(held, None, error)
            return
        try:
            began = time.monotonic()
            await self._adopt(update, held.under)
            toast = await self._patiently(update, who, held.under)
            self._house.counts.handling.add(time.monotonic() - began)
        except (Twice, Lost):
            # done before, or the writer is gone: then the inbox keeps it for the next start
            return
        except Exception as error:  # noqa: BLE001 -- unforeseen: tried again, now a dead letter
            await self._bury(held, who, error)
            toast = Toast(self._texts(who).plain(APOLOGY), alert=True)
        if query := update.callback_query:
            # not waited for: what this person does next must not stand behind the network,
            # unless so many stand there already that they would fill the memory
            await self._toasts.acquire()
            task = self._tasks.create_task(self._answerer.answer(query.id, toast))
            task.add_done_callback(lambda _: self._toasts.release())

    async def _adopt(self, update: Update, under: Lease | None) -> None:
        """Where a card may stand twice, let the one that is pressed be it."""
        query, house = update.callback_query, self._house
        if query is None or query.message is None:
            return
        chat, message = query.message.chat.id, query.message.message_id
        if double := house.doubles.of(chat, message, query.data or ""):
            house.doubles.forget(double)
            at = ms(house.clock.now())
            await house.writer.submit(
                lambda c: house.doubles.adopt(c, double, message, at), under=under
            )

    async def _patiently(self, update: Update, who: Who, under: Lease | None) -> Toast | None:
        for last in (False, True):
            try:
                return await self._handle(update, who, under)
            except (Twice, Lost):
                raise
            except Exception as error:
                if last:
                    raise
                log.warning("unit.failed", update=update.update_id, error=place(error))
        return None

    async def _handle(self, update: Update, who: Who, under: Lease | None) -> Toast | None:
        texts = self._texts(who)
        context = Context(update, texts, partial(self._ask, under), self._reader)
        toast: Toast | None = None
        try:
            for route in ROUTES:
                check = route.check_update(update)
                if check is None or check is False:
                    continue
                route.collect_additional_context(context, update, None, check)  # type: ignore[arg-type]
                toast = await route.callback(update, context)
                break
        except Refusal as refusal:
            toast = Toast(texts.refusal(refusal), alert=True)
        if not context.asked:
            await self._house.ask(update.update_id, who, _nothing, {}, under=under)
        return toast

    async def _ask(
        self,
        under: Lease | None,
        update: Update,
        verb: Callable[..., R],
        words: Mapping[str, Any],
    ) -> R:
        who = self._house.who(update)
        done = await self._house.ask(update.update_id, who, verb, words, under=under)
        if isinstance(done, Refused):
            raise done.refusal
        return done

    async def _bury(self, held: Held, who: Who | None, error: Exception) -> None:
        update_id = held.arrival.update_id
        self.failed += 1
        self._house.counts.dead += 1
        reason = f"{type(error).__name__}: {error}"
        log.error("update.dead", update=update_id, error=place(error))
        # who cannot be told that it failed must not keep it from its end
        for told in (who, None):
            try:
                await self._house.bury(update_id, told, reason, under=held.under)
            except Lost:
                return
            except Exception as untold:
                if told is None:
                    raise
                log.warning("update.untold", update=update_id, error=place(untold))
            else:
                return

    def _texts(self, who: Who) -> Any:  # noqa: ANN401 -- Texts
        return self._house.library.speak(who.person.language, self._house.community)


def _whole(update: Update) -> Update:
    """Return an update; ValueError where who, where or what it names bears no id of Telegram's.

    No database would keep such a number, and so not the words of an answer either.
    """
    message = standing(update)
    named = (
        (update.effective_user, "id"),
        (update.effective_chat, "id"),
        (message, "message_id"),
        (message, "message_thread_id"),
    )
    found = [getattr(each, name, None) for each, name in named]
    if strange := [each for each in found if each is not None and not is_id(each)]:
        raise ValueError(f"No ids of Telegram's: {strange}")
    return update


def _nothing(_work: object) -> None:
    """Do nothing: the update asks for nothing, and is done."""
