"""What must have come of it all, counted anew from what Telegram itself gave out and took in.

It begins with the updates and calls of the sandbox and with the rules; of the bot it asks only in
which order its units were (the audit) and what it says became of the cases. What it owed is never
taken from its outbox; that is asked only for reminders of which the bot admits that it is unsure.
"""

from collections import Counter, defaultdict
from types import SimpleNamespace

from governance.cases import CaseAction, CaseKind, Urgency
from governance.dialogues import DialogueKind, DialogueStatus
from services.cases.holding import heard_in
from storage.inbox import ANSWERS as OURS
from tests.crash import rules
from tests.crash.crowd import MATTERS
from tests.crash.heard import messages
from tests.crash.pressed import TALKS, Pressed, place, talk, update_of, words
from tests.crash.rules import FLAGS, Amiss, Life
from tests.crash.told import Told

STEPS = {each.value for each in CaseAction}
READ = ("category", "building", "grid", "kind", "urgency")
CASE = (
    "id, number, reporter, chat, message, text, category, building, grid, at, kind, urgency,"
    " entered_by, status"
)


class Recount(Pressed, Told):
    """The sandbox's records beside the rules; each promise returns what is wrong.

    `rests` are pairs of an update and an entry of the audit: whatever came up to the one had been
    dealt with up to the other, and only then it became later. `cuts` are when a bot was killed;
    `alone` tells that there was one copy of it.
    """

    PROMISES = (
        "undone",
        "filed",
        "receipted",
        "lived",
        "pressed",
        "talked",
        "kept",
        "late",
        "told",
        "reminded",
        "carded",
        "albums",
        "deleted",
    )

    def __init__(self, wire, rows, *, rests=(), cuts=(), alone=True):
        self.rows, self.cuts, self.alone = rows, cuts, alone
        self.updates = self.take(wire.get("/traffic")["updates"])
        given = wire.get("/updates")["updates"]
        self.at = {each["id"]: rules.moment(each["at"]) for each in given}
        self.heard = messages(wire.get("/calls")["calls"])
        self.now = rules.moment(wire.get("/clock")["now"])
        self.audit = rows("select id, unit, verb, object from audit order by id")
        self.talks = [talk(row) for row in rows(TALKS)]
        self._rests = [(0, 0), *rests, (OURS, 1 << 62)]
        self._lanes = self.in_lanes()
        self.lives, self.amiss, self.corrected = {}, [], set()
        self._live()
        self._numbered = {life.case.number: life for _, life in self.sure()}

    def take(self, updates):
        """Take the updates that were given out, by their numbers."""
        return {u["update_id"]: u for u in updates}

    def wrong(self):
        """Return every break of a promise, by its name; nothing is what is hoped for."""
        return {each: found for each in self.PROMISES if (found := list(getattr(self, each)()))}

    def undone(self):
        """Every update that was given out is in the inbox, and done; so is every answer there."""
        rows = dict(self.rows("select update_id, status from inbox"))
        strange = {key: status for key, status in rows.items() if status != "done"}
        return [*strange.items(), *(self.updates.keys() - rows.keys())]

    # what was said becomes cases

    def said(self):
        """Return the reports that were made in words, by their updates."""
        found = {key: u.get("message", {}) for key, u in self.updates.items()}
        return {key: m for key, m in found.items() if words(m).startswith("/report ")}

    def filed(self):
        """Every report made one case, by its own update, as it was said; nothing else made any."""
        said, made = self.said(), defaultdict(list)
        for _, unit, verb, about in self.audit:
            if verb == "report":
                made[update_of(unit)].append(int(about.partition(":")[2]))
        wrong = [(key, made[key]) for key in said | made if len(made[key]) != 1]
        wrong += [key for key in made.keys() - said.keys() if not self._by_tap(key)]
        for key in (key for key in said if made[key]):
            case = self.cases[made[key][0]]
            wrong += [
                (key, each) for each in _as_said(said[key], case, self._put_right(made[key][0]))
            ]
        return wrong + [("cases",)] * (len(self.cases) != sum(map(len, made.values())))

    def _by_tap(self, key):
        data = self.updates.get(key, {}).get("callback_query", {}).get("data", "")
        return data.startswith("d:")

    def receipted(self):
        """Every report is answered under itself, with a number that no other has."""
        under = defaultdict(set)
        for each in self.heard:
            if each.card and each.card[1] == "receipt":
                under[each.chat, each.reply_to].add(each.card[2])
        wrong, often = [], Counter()
        for key, message in self.said().items():
            numbers = under[message["chat"]["id"], message["message_id"]]
            often.update(numbers)
            wrong += [(key, numbers)] * (len(numbers) != 1)
        return wrong + [number for number, times in often.items() if times > 1]

    # what was pressed becomes steps

    def _live(self):
        """Live through every case once more, in the order in which the audit has its units."""
        names = CASE.split(", ")
        found = [
            dict(zip(names, row, strict=True)) for row in self.rows(f"select {CASE} from cases")
        ]
        self.cases = {row["id"]: row for row in found}
        self.passages, units = self._passages(), {}
        left = {case: list(steps) for case, steps in self.passages.items()}
        for entry, unit, verb, about in self.audit:
            if about.startswith("case:") and (verb in STEPS | FLAGS.keys() or verb == "report"):
                case = int(about.partition(":")[2])
                units.setdefault((unit, case), (entry, []))[1].append(verb)
        for (unit, case), (entry, verbs) in units.items():
            taken = [left[case].pop(0) for v in verbs if v in STEPS and left[case]]
            if case in self.corrected:
                continue
            try:
                self._unit(entry, unit, case, verbs, taken)
            except Amiss as amiss:
                self.amiss.append((unit, *amiss.args))
                self.corrected.add(case)
        self.amiss += [("no unit", case, steps) for case, steps in left.items() if steps]

    def _passages(self):
        found = defaultdict(list)
        question = "select case_id, action, officer, at, note, receiver from passages order by id"
        for case, action, officer, at, note, to in self.rows(question):
            step = SimpleNamespace(action=CaseAction(action), officer=officer, note=note, to=to)
            step.at, step.proof = rules.moment(at), ""
            found[case].append(step)
        return found

    def _unit(self, entry, unit, case, verbs, taken):
        if "report" in verbs:
            if as_filed := self._as_filed(update_of(unit), case):
                self.lives[case] = Life(rules.filed({**self.cases[case], **as_filed}))
                self.lives[case].open(entry, taken)
            else:
                self.corrected.add(case)
            return
        life = self.lives[case]
        if taken and taken[0].action is CaseAction.CORRECT:
            self.corrected.add(case)  # what it is becomes another: beyond this recount
        elif taken:
            life.step(entry, taken, self._cause(unit, case, taken[0]))
        for verb in verbs:
            if verb in FLAGS:
                life.flag(entry, verb)

    def _put_right(self, case):
        """Whether the desk ever put right what a case is, or where."""
        return any(each.action is CaseAction.CORRECT for each in self.passages[case])

    def _as_filed(self, key, case):
        """Return what a case was when it was filed; nothing if it is not known any more.

        Its row has what the desk made of it since; by that alone its first steps were not taken.
        """
        row = self.cases[case]
        if not self._put_right(case):
            return {name: row[name] for name in READ}
        if message := self.said().get(key):
            return _read(message)
        for draft in self.talks:
            done = draft.status is DialogueStatus.DONE and draft.kind is DialogueKind.REPORT
            if done and draft.whole("case") == case:
                found = heard_in(draft, chat=row["chat"], message=row["message"]).reading
                return _placed({name: getattr(found, name) for name in READ if name != "grid"})
        return {}

    def _cause(self, unit, case, taken):
        """Return who took a step: the update of the unit must say just that, else it is amiss."""
        if unit.startswith("d"):
            return rules.THE_CLOCK
        update = self.updates.get(update_of(unit), {})
        query, message = update.get("callback_query"), update.get("message")
        who = (query or message or {}).get("from", {}).get("id")
        data = (query or {}).get("data", "")
        if data.startswith("c:"):
            if data != f"c:{case}:{taken.action}" or taken.note:
                raise Amiss(case, taken.action, data)
        elif not data.startswith(("d:", "k:")) and taken.note not in words(message or {}):
            raise Amiss(case, taken.action, "nobody said so")
        by = rules.actor(who)
        if by.officer != taken.officer:
            raise Amiss(case, taken.action, by, taken.officer)
        return by

    def lived(self):
        """Every step was somebody's or the clock's, by rule; each case stands where they led."""
        wrong, held = list(self.amiss), defaultdict(list)
        question = "select case_id, officer, status from assignments order by case_id, seq"
        for case, officer, status in self.rows(question):
            held[case].append((officer, status))
        for key, life in self.sure():
            ours = [(a.officer, str(a.status)) for a in life.case.assignments]
            if (self.cases[key]["status"], held[key]) != (str(life.case.status), ours):
                wrong.append((key, self.cases[key]["status"], held[key], life.case.status, ours))
        beyond = self.corrected - {amiss[1] for amiss in self.amiss if len(amiss) > 1}
        return wrong + [("corrected", beyond)] * (20 * len(beyond) > len(self.cases) + 20)

    def surely(self, number):
        """Return the life of a case by its number, if it is known for sure."""
        return self._numbered.get(number)

    def sure(self):
        """Return each case that was lived through to its end."""
        return [(key, life) for key, life in self.lives.items() if key not in self.corrected]

    def late(self):
        """Whatever had fallen due was done: offers passed on, silence taken for an answer."""
        due = [(key, life.late(self.now)) for key, life in self.sure()]
        return [(key, action) for key, action in due if action]

    def photos(self, case):
        """Return how many photos a case was reported with."""
        found = [u.get("message", {}) for u in self.updates.values()]
        report = next((m for m in found if place(m) == (case.chat, case.message)), {})
        album = report.get("media_group_id")
        return sum(m.get("media_group_id") == album for m in found) if album else 0


def _as_said(message, case, put_right):
    """Return what a case has otherwise than it was said; what the desk put right, it may have."""
    said = {"reporter": message["from"]["id"], "text": words(message).removeprefix("/report ")}
    said |= {} if put_right else _read(message)
    said["chat"], said["message"] = place(message)
    return [(name, case[name], value) for name, value in said.items() if case[name] != value]


def _read(message):
    """Return what is understood of a report that the crowd makes: what it is, and where."""
    text = words(message).removeprefix("/report ")
    matter = text.partition("，记作")[0]
    category = next(c for m, c in MATTERS.items() if m.format(n=text[0]) == matter)
    plain = {"kind": CaseKind.SERVICE, "urgency": Urgency.PAINFUL}
    return _placed({"category": category, "building": f"b{text[0]}", **plain})


def _placed(read):
    building = read["building"]
    return {**read, "grid": rules.TOWN.grid_of(building).key if building else None}
