"""Time's door: the database says what is due, the scheduler only says "look now"."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

import structlog
from apscheduler.events import EVENT_JOB_ERROR
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import Connection

from bot import alarms
from bot.house import House, Who, attempt, place
from bot.menus import Menus
from governance.directory import Person
from services import anchoring, attention, residents, talks, urgent, weekly
from services.ballots import printing, prompting, reminding
from services.ballots import waiting as balloting
from services.cases import absences, tasks, waiting
from services.chats import standing
from services.deliberations import posting, promoting, roundup
from services.deliberations import waiting as topics_waiting
from services.disclosures.dues import DUES as DISCLOSURES
from services.mediation import alarm
from services.mediation import waiting as mediation_waiting
from services.meetings import polling, sessions, sounding, tracking
from services.meetings import waiting as meeting_waiting
from services.resolutions.dues import DUES as RESOLUTIONS
from services.seats import ending, inviting, leaving
from services.supervision.waiting import DUES as SUPERVISION
from storage import audit, inbox
from storage.alarms import VERB as ALARMS
from storage.alarms import sound
from storage.rows import ms
from storage.writer import Lost

log = structlog.get_logger(__name__)
LOOK_SECONDS, SEAL_SECONDS = 1, 30
SEALED = 1_000  # audit entries in one unit
THE_CLOCK = Who(person=Person(id=0, name="", language="zh-CN"))

VERBS: Mapping[str, Callable[..., None]] = {
    "unanswered": waiting.unanswered,
    "unreceived": waiting.unreceived,
    "overdue": waiting.overdue,
    "lapse": waiting.lapse,
    "uninformed": waiting.uninformed,
    "unraised": waiting.unraised,
    "unreviewed": waiting.unreviewed,
    "leave_begins": absences.begin,
    "leave_ends": absences.end,
    "digest": tasks.digest,
    "expire": talks.expire,
    "look": standing.look,
    "residents": residents.weekly,
    "lapse_invitation": inviting.lapse,
    "term": ending.term,
    "terms": ending.terms,
    "vacate": leaving.vacate,
    "alarm": alarm.ring,
    "undeclared": alarm.undeclared,
    "unattended": mediation_waiting.unattended,
    "unmediated": mediation_waiting.unmediated,
    "screen": weekly.begin,
    attention.VERB: attention.listed,
    urgent.VERB: urgent.month,
    anchoring.VERB: anchoring.tell,
    "ballot_open": balloting.opened,
    reminding.VERB: reminding.remind,
    prompting.VERB: prompting.remind,
    "ballot_close": balloting.closed,
    "ballot_turnout": balloting.turnout,
    "ballot_final": balloting.final,
    printing.VERB: printing.printed,
    "topic_unanswered": topics_waiting.unanswered,
    "topic_discuss": topics_waiting.discuss,
    "topic_next": topics_waiting.admit_next,
    "topic_batch": posting.batch,
    "topic_promote": promoting.promote,
    topics_waiting.REMIND: topics_waiting.remind,
    roundup.VERB: roundup.tell,
    "meeting_remind": meeting_waiting.remind,
    "meeting_unminuted": meeting_waiting.unminuted,
    sessions.LOOK: sessions.look,
    sessions.CALL: sessions.call,
    "sounding_close": sounding.close,
    "sounding_end": polling.end,
    "fourstep_unshown": tracking.unshown,
    **RESOLUTIONS,
    **DISCLOSURES,
    **SUPERVISION,
}


class Ticks:
    """Looks for what is due, and seals the audit."""

    def __init__(self, house: House) -> None:
        self._house = house
        tell = partial(alarms.tell, operator=house.operator)
        self._verbs: Mapping[str, Callable[..., None]] = {**VERBS, ALARMS: tell}
        self._menus = Menus(house)
        self.hourly: list[Callable[[Connection], object]] = []
        self.beside: list[tuple[Callable[[], Awaitable[None]], int]] = []  # with seconds between
        self.at_once: list[Callable[[], Awaitable[None]]] = [self.look]
        self._urgent = 0  # the writer's count as it was last looked
        self._waking: defaultdict[Callable[[], Awaitable[None]], asyncio.Lock]
        self._waking = defaultdict(asyncio.Lock)
        self._woken: set[Callable[[], Awaitable[None]]] = set()  # and did not begin to look yet
        self._looking = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Begin to look; doubles are harmless, due rows and unique keys see to that."""
        once: dict[str, Any] = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._scheduler.add_job(self.look, "interval", seconds=LOOK_SECONDS, **once)
        self._scheduler.add_job(self.seal, "interval", seconds=SEAL_SECONDS, **once)
        self._scheduler.add_job(self.chores, "interval", hours=1, **once)
        self._scheduler.add_job(self._menus.look, "interval", seconds=LOOK_SECONDS, **once)
        self._scheduler.add_job(self._menus.again, "interval", minutes=1, **once)
        for each in (self.look, self._menus.look):
            self._scheduler.add_job(each, misfire_grace_time=None)  # at once: what fell due, waits
        for chore, seconds in self.beside:
            self._scheduler.add_job(chore, "interval", seconds=seconds, **once)
        # it would write tracebacks, and their words may hold what people wrote: `_failed` tells it
        logging.getLogger("apscheduler.executors.default").setLevel(logging.CRITICAL)
        self._scheduler.add_listener(self._failed, EVENT_JOB_ERROR)
        self._scheduler.start()

    def wake(self) -> None:
        """Look now where a commit left something to do at once; of others' the next look tells."""
        if self._scheduler.running and self._urgent != self._house.writer.urgent:
            self._urgent = self._house.writer.urgent
            for each in self.at_once:
                if each not in self._woken:  # one runs and one waits, however many commits come
                    self._woken.add(each)
                    self._scheduler.add_job(self._now, args=[each], misfire_grace_time=None)

    async def _now(self, look: Callable[[], Awaitable[None]]) -> None:
        async with self._waking[look]:
            self._woken.discard(look)
            await look()

    def again(self) -> None:
        """Begin to count anew: the clock was set back, and by it each next look is far off."""
        for job in self._scheduler.get_jobs():
            if isinstance(job.trigger, IntervalTrigger):  # others are due at once, and once
                job.reschedule(IntervalTrigger(seconds=job.trigger.interval.total_seconds()))

    def stop(self) -> None:
        """Stop looking."""
        self._scheduler.shutdown(wait=False)

    def _failed(self, event: Any) -> None:  # noqa: ANN401 -- APScheduler's
        if isinstance(event.exception, Lost | asyncio.CancelledError):
            return  # the house closes
        log.error("ticks.failed", error=place(event.exception))
        at, what = ms(self._house.clock.now()), type(event.exception).__name__
        self._house.writer.submit(lambda c: sound(c, at, "ticks", what))

    async def look(self) -> None:
        """Do all that is due now, oldest first."""
        async with self._looking:
            while found := await self._found():
                for due_id, verb, words in found:
                    await self._ring(due_id, verb, words)

    async def _found(self) -> list[tuple[int, str, dict[str, Any]]]:
        now = ms(self._house.clock.now())
        return await self._house.reader.run(lambda c: inbox.due(c, now))

    async def _ring(self, due_id: int, verb: str, words: Mapping[str, Any]) -> None:
        for last in (False, True):
            try:
                await self._house.writer.submit(lambda c: self._unit(c, due_id, verb, words))
            except Lost:
                raise
            except Exception as error:  # noqa: BLE001 -- one bad alarm must not stop the others
                log.warning("due.failed", due=due_id, verb=verb, error=place(error))
                if last:
                    # no traceback: its words may hold what people wrote
                    log.error("due.dead", due=due_id, verb=verb, error=place(error))  # noqa: TRY400 -- as said
                    await self._house.writer.submit(lambda c: self._dead(c, due_id))
            else:
                return

    def _dead(self, connection: Connection, due_id: int) -> None:
        if inbox.rang(connection, due_id, inbox.DEAD):
            sound(connection, ms(self._house.clock.now()), "dead-due", f"due:{due_id}")

    def _unit(
        self, connection: Connection, due_id: int, verb: str, words: Mapping[str, Any]
    ) -> None:
        if not inbox.rang(connection, due_id):
            return
        now = self._house.clock.now()
        # a row that is woken again rings once more: what it tells then is another thing
        work = self._house.work(connection, f"d{due_id}:{ms(now)}", 0, now)
        attempt(work, THE_CLOCK, self._verbs[verb], words)

    async def chores(self) -> None:
        """Do what is to be done by the hour."""
        for chore in self.hourly:
            await self._house.writer.submit(chore)

    async def seal(self) -> None:
        """Seal the newest audit entries into the chain, a part in a unit: others go between."""
        now, number = ms(self._house.clock.now()), self._house.community_id
        part = partial(audit.seal, community=number, at=now, most=SEALED)
        while await self._house.writer.submit(part) == SEALED:
            continue
