"""What must have come of everything that was pressed and written."""

import json
import re
from collections import Counter, defaultdict

from governance.cases import PROPOSED_AS, CaseAction
from governance.cases.table import LIFECYCLE
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from services.cases.asking import ASKS_RECEIVER, FORMED, missing
from tests.crash import rules
from tests.crash.crowd import ANSWERS

MARK = re.compile(r"记作[甲乙丙丁戊己庚辛壬癸]+")
ASKED = {s.action for s in LIFECYCLE.steps if s.reason or s.proof} | ASKS_RECEIVER
GATHERED = (ASKED | set(PROPOSED_AS.values())) - FORMED.keys()
NEAR = 25  # entries of the audit: of two copies one may write its number before, and commit after
TALKS = "select id, token, kind, person, chat, status, expires, data from dialogues"
WRITTEN = (
    "select text from cases",
    "select note from passages",
    "select text from relays",
    "select text from revisions",
)


class Pressed:
    """Each promise begins with what people did; the rules say whether it had to have an effect."""

    def pressed(self):
        """Every press that was legal whenever it may have been heard took its step, or asked."""
        steps = {(unit, about, verb) for _, unit, verb, about in self.audit}
        asked = Counter((t.person, t.whole("case"), _asks(t)) for t in self.talks)
        wrong = []
        for key, who, data in self.presses("c:"):
            case, action = int(data.split(":")[1]), CaseAction(data.split(":")[2])
            if (f"u{key}", f"case:{case}", str(action)) in steps or not self.legal(
                key, who, case, action
            ):
                continue
            if asked[who, case, action]:
                asked[who, case, action] -= 1
                continue
            wrong.append((key, who, data))
        return wrong

    def talked(self):
        """What a talk about a step gathered became that step, once it was all there."""
        done, taken, wrong = Counter(), Counter(), []
        for talk in self.talks:
            if talk.kind is not DialogueKind.STEP:
                continue
            if talk.status is DialogueStatus.DONE:
                done[talk.whole("case"), talk.text("note"), talk.text("to")] += 1
            elif not missing(talk):
                wrong.append((talk.id, talk.status, talk.data))
        for case, steps in self.passages.items():
            taken.update((case, p.note, p.to) for p in steps if p.officer and p.action in GATHERED)
        return [*wrong, *((done - taken) | (taken - done)).items(), *self._unheard()]

    def _unheard(self):
        """Return the taps in a talk about a step that left nothing behind there."""
        talks, wrong = {talk.id: talk for talk in self.talks}, []
        for key, who, data in self.presses("d:"):
            _, number, name, _ = data.split(":", 3)
            talk = talks[int(number)]
            over = talk.status is DialogueStatus.CANCELLED or talk.expires < self.at[key]
            if talk.kind is not DialogueKind.STEP or talk.person != who or over:
                continue
            case, action = talk.whole("case"), CaseAction(talk.text("action"))
            if name in ANSWERS and not talk.text(name) and self.legal(key, who, case, action):
                wrong.append((key, who, data, talk.data))
        return wrong

    def kept(self):
        """What people wrote is a report, a reason, or in a talk; else they were told why not."""
        kept = " ".join(text for question in WRITTEN for (text,) in self.rows(question))
        kept += " ".join(str(talk.data) for talk in self.talks)
        marks, lost = set(MARK.findall(kept)), Counter()
        for update in self.updates.values():
            lost[chat(update)] += bool(set(MARK.findall(words(update.get("message", {})))) - marks)
        refused = Counter(m.chat for m in self.heard if m.first in rules.REFUSED)
        # who goes back to a question answers it anew; so does who writes before he is asked to
        anew = {who for _, who, data in self.presses("d:") if data.endswith(":back:")}
        anew |= {t.person for t in self.talks if t.text("action") and MARK.search(t.text("note"))}
        return [each for each in (lost - refused).items() if each[0] not in anew]

    def presses(self, beginning):
        """Return every press that was given out: its update, who, and what the button carries."""
        for key, update in self.updates.items():
            query = update.get("callback_query", {})
            if query.get("data", "").startswith(beginning):
                yield key, query["from"]["id"], query["data"]

    def pressed_on(self, card, since):
        """Whether a step was pressed under a card, later than that."""
        for key, who, _ in self.presses("c:"):
            under = self.updates[key]["callback_query"]["message"]["message_id"]
            if (who, under) == (card.chat, card.id) and self.at[key] > rules.moment(since):
                return True
        return False

    def legal(self, key, who, case, action):
        """Whether a step was open to somebody in every state in which the press may have met it.

        A button is shown only where its step is open: what came before that is not meant.
        """
        if case in self.corrected or case not in self.lives:
            return False
        life, by = self.lives[case], rules.actor(who)
        shown = [entry for entry, each in life.stood if action in rules.choices(each, by)]
        first, last = self.window(key)
        stood = life.between(max(first, shown[0]), last) if shown else ()
        if len(stood) > 1 and not self.alone:
            return False  # another copy may have been faster, and this one be told so
        return bool(stood) and all(action in rules.choices(each, by) for each in stood)

    def window(self, key):
        """Return between which entries of the audit an update was heard: a chat keeps order."""
        number = next(n for n, (update, _) in enumerate(self._rests) if key <= update)
        first, last = self._rests[number - 1][1], self._rests[number][1]
        near = 0 if self.alone else NEAR
        for other, begins, ends in self._lanes[chat(self.updates[key])]:
            if other < key:
                first = max(first, ends - near)
            elif other > key:
                last = min(last, begins + near)
        return first, last

    def in_lanes(self):
        """Return of each chat the updates known to the audit, with their first and last entry."""
        places, lanes = defaultdict(list), defaultdict(list)
        for place, unit, *_ in self.audit:
            places[update_of(unit)].append(place)
        for key in places.keys() & self.updates.keys():
            lanes[chat(self.updates[key])].append((key, min(places[key]), max(places[key])))
        return lanes


def talk(row):
    """Return a talk as the database has it."""
    key, token, kind, person, where, status, expires, data = row
    return Dialogue(
        id=key,
        token=token,
        kind=DialogueKind(kind),
        person=person,
        chat=where,
        status=DialogueStatus(status),
        expires=rules.moment(expires),
        data=json.loads(data) if isinstance(data, str) else data,
    )


def _asks(talk):
    """Return the step about which a talk asks."""
    forms = {kind: action for action, kind in FORMED.items()}
    return forms.get(talk.kind) or talk.text("action")


def update_of(unit):
    """Return the number of the update that a unit was about, 0 for what the clock did."""
    return int(unit[1:]) if unit[:1] == "u" and unit[1:].isdecimal() else 0


def words(message):
    """Return what a message says."""
    return message.get("text") or message.get("caption") or ""


def place(message):
    """Return a message's chat and number."""
    return message.get("chat", {}).get("id"), message.get("message_id")


def chat(update):
    """Return where an update arose; what arises in one chat is heard in its order."""
    query = update.get("callback_query")
    message = query["message"] if query else update.get("message") or update.get("edited_message")
    return message["chat"]["id"] if message else 0
