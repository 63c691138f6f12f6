"""A town on a database in memory: everybody's verbs, what they made, and the clock's alarms."""

import importlib
import pkgutil
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import select

import storage
from governance.cases import CaseAction
from governance.categories import Reading
from governance.directory import Person
from governance.notices import Fate, Kind
from handlers.talks import KINDS
from services import anchoring, attention, residents, talks, urgent, weekly
from services.ballots import prompting, reminding
from services.ballots import waiting as balloting
from services.cases import absences, acting, asking, reporting, tasks, waiting
from services.chats import standing
from services.deliberations import posting, promoting, roundup
from services.deliberations import waiting as topics_waiting
from services.disclosures.dues import DUES as DISCLOSURES
from services.hearing import Heard
from services.mediation import alarm
from services.mediation import waiting as disputes_waiting
from services.meetings import polling, sessions, sounding, tracking
from services.meetings import waiting as meetings_waiting
from services.resolutions.dues import DUES as RESOLUTIONS
from services.seats import ending, inviting, leaving
from services.supervision.waiting import DUES as SUPERVISION
from storage import cards, directory, further, inbox, outbox, roll
from storage.audit import AUDIT
from storage.roll import Roll
from storage.rows import moment, ms
from storage.work import NOWHERE, Work

for module in pkgutil.iter_modules(storage.__path__, "storage."):
    importlib.import_module(module.name)

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # a Monday, 09:00 in Shanghai
GROUP, STAFF = -1001000000001, -1001000000002
LI, ZHANG = 5001, 5002
WANG, LIU, ZHOU, SUN, CHEN, HE, WU = 2001, 2002, 2003, 2004, 3001, 3002, 4001
SAID = "三号楼电梯坏了两天没人修"
PATIENCE = 400  # alarms that may ring before the one that is waited for
LIFT = Reading(category="lift", building="b3")
VERBS = {
    "unanswered": waiting.unanswered,
    "unreceived": waiting.unreceived,
    "overdue": waiting.overdue,
    "lapse": waiting.lapse,
    "uninformed": waiting.uninformed,
    "unraised": waiting.unraised,
    "unreviewed": waiting.unreviewed,
    "leave_begins": absences.begin,
    "leave_ends": absences.end,
    "expire": talks.expire,
    "look": standing.look,
    "alarms": lambda _work: None,  # told to the operator by the door of time
    "digest": tasks.digest,
    "alarm": alarm.ring,
    "undeclared": alarm.undeclared,
    "unattended": disputes_waiting.unattended,
    "unmediated": disputes_waiting.unmediated,
    "screen": weekly.begin,
    "topic_unanswered": topics_waiting.unanswered,
    "topic_discuss": topics_waiting.discuss,
    "topic_next": topics_waiting.admit_next,
    "topic_batch": posting.batch,
    "topic_promote": promoting.promote,
    topics_waiting.REMIND: topics_waiting.remind,
    roundup.VERB: roundup.tell,
    **RESOLUTIONS,
    **DISCLOSURES,
    **SUPERVISION,
    "residents": residents.weekly,
    attention.VERB: attention.listed,
    urgent.VERB: urgent.month,
    anchoring.VERB: anchoring.tell,
    "ballot_open": balloting.opened,
    reminding.VERB: reminding.remind,
    prompting.VERB: prompting.remind,
    "ballot_close": balloting.closed,
    "ballot_turnout": balloting.turnout,
    "ballot_final": balloting.final,
    "lapse_invitation": inviting.lapse,
    "term": ending.term,
    "terms": ending.terms,
    "vacate": leaving.vacate,
    "meeting_remind": meetings_waiting.remind,
    "meeting_unminuted": meetings_waiting.unminuted,
    sessions.LOOK: sessions.look,
    sessions.CALL: sessions.call,
    "sounding_close": sounding.close,
    "sounding_end": polling.end,
    "fourstep_unshown": tracking.unshown,
}


class Town:
    """One community; `told` is what the last verb told, `done` is the verb's result."""

    def __init__(self, engine, community):
        self.engine, self.community, self.now = engine, community, AT
        self._units, self._unit, self.envelopes = 0, "", NOWHERE
        with engine.begin() as connection:
            self.id = directory.community(connection, community.key)
            roll.seed(connection, self.id, community, ms(AT))
        self.roll = Roll(community, self.id)

    @contextmanager
    def work(self, person, *, at=None, unit=""):
        self._units += 1
        unit = unit or f"t{self._units}"
        with self.engine.begin() as connection:
            now, keys = at or self.now, self.envelopes
            work = Work(connection, self.roll, keys, unit=unit, person=person, now=now)
            work.order = self._units
            if person:
                work.people.greet(Person(id=person, name=f"p{person}", language="zh-CN"))
            yield work

    def do(self, person, verb, *args, **words):
        """Send what waits, then do one verb as one unit."""
        self.send()
        with self.work(person) as work:
            self._unit = work.unit
            return verb(work, *args, **words)

    def send(self):
        with self.engine.begin() as connection:
            for each in outbox.waiting(connection):
                outbox.end(connection, each, Fate.SENT, message=each.id)
                if each.kind is Kind.CARD:
                    chat = each.address.chat
                    cards.post(connection, each.subject, chat, each.id, photo=False)

    def deliveries(self):
        with self.engine.begin() as connection:
            return outbox.waiting(connection)

    def told(self):
        """Return what waits to be sent: the words or the card, and the chat."""
        return sorted((d.subject or d.key, d.address.chat) for d in self.deliveries())

    def fresh(self):
        """Return what waits to be sent and is not only an old card drawn anew."""
        return sorted(
            (d.subject or d.key, d.address.chat) for d in self.deliveries() if not d.posted
        )

    def facts(self, key):
        [found] = [d.facts for d in self.deliveries() if d.key == key]
        return found

    def dues(self):
        """Return the alarms still set: verb and when, in order; without the mornings' digests."""
        return [(verb, at) for verb, at in self.alarms() if verb != "digest"]

    def alarms(self):
        """Return every alarm still set: verb and when, in order."""
        query = select(inbox.DUES.c.verb, inbox.DUES.c.at)
        query = query.where(inbox.DUES.c.status == inbox.OPEN).order_by(inbox.DUES.c.at)
        with self.engine.begin() as connection:
            return [(row.verb, moment(row.at)) for row in connection.execute(query)]

    def ring(self, verb):
        """Let time pass until an alarm of this kind rings, and let ring all before it too.

        Telegram is asked all the time: what waits for that is woken at once. A kind that does
        not come among so many is not set: a clear failure, for some alarms set themselves anew.
        """
        for _ in range(PATIENCE):
            with self.engine.begin() as connection:
                further.asked(connection, ms(self.now))
                self.now = max(self.now, moment(inbox.next_due(connection)))
                due_id, name, words = inbox.due(connection, ms(self.now))[0]
                inbox.rang(connection, due_id)
            self.do(0, VERBS[name], **words)
            if name == verb:
                return
        raise AssertionError(f"{verb} did not ring among {PATIENCE} alarms")

    def audit(self):
        """Return the verbs that the last unit put down."""
        query = select(AUDIT.c.verb).where(AUDIT.c.unit == self._unit).order_by(AUDIT.c.id)
        with self.engine.begin() as connection:
            return list(connection.execute(query).scalars())

    def audit_of(self, person):
        """Return the verbs that the audit has of somebody, by the pseudonym."""
        with self.work(0) as work:
            who = work.people.pseudonym(person)
        query = select(AUDIT.c.verb).where(AUDIT.c.actor == who).order_by(AUDIT.c.id)
        with self.engine.begin() as connection:
            return list(connection.execute(query).scalars())

    def case(self, case_id=1):
        with self.work(0) as work:
            return work.cases.get(case_id)

    def talk(self, dialogue_id=1):
        with self.work(0) as work:
            return work.dialogues.get(dialogue_id)

    def passages(self, case_id=1):
        with self.work(0) as work:
            return [(p.action, p.officer, p.note) for p in work.cases.passages(case_id)]

    def hear(  # noqa: PLR0913 -- all that a message may hold
        self, text=SAID, *, chat=GROUP, message=7, photo="", reading=LIFT, asked=True, **more
    ):
        whole = {"text": text, "photo": photo, "chat": chat, "message": message, **more}
        return Heard(reading=reading, asked=asked, **whole)

    def report(self, person=LI, **heard):
        return self.do(person, reporting.report, self.hear(**heard))

    def act(self, person, action, case_id=1, **given):
        return self.do(person, acting.act, case_id, CaseAction(action), acting.With(**given))

    def press(self, person, action, case_id=1, chat=None):
        return self.do(person, asking.press, case_id, CaseAction(action), chat or person)

    def say(self, person, text="", **heard):
        heard = self.hear(text, chat=person, asked=False, **heard)
        return self.do(person, asking.say, KINDS, person, heard)

    def stand(self, subject, chat, message):
        """Let a card stand in a chat as this message."""
        self.send()
        with self.work(0) as work:
            cards.post(work.connection, subject, chat, message, photo=False)

    def answer(self, person, field, value="", dialogue_id=1):
        return self.do(person, talks.answer, KINDS, dialogue_id, field, value)
