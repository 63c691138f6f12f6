"""What a storm leaves: the same recount, with what a storm may rightly cost."""

import re
from collections import Counter

from storage.inbox import ANSWERS
from tests.crash.books import Books
from tests.crash.pressed import update_of
from tests.crash.recount import Recount, words

CLOSED = re.compile("Forbidden: |Bad Request: (not enough rights|chat not found)")
BEFELL = {
    ("private", "kicked"): "block",
    ("group", "kicked"): "kick",
    ("supergroup", "kicked"): "kick",
    ("supergroup", "restricted"): "mute",
}
RESENT = 2  # at least so often what may be sent again was sent, before it is called uncertain
UNSURE = "select chat from outbox where status = 'uncertain'"
UNANSWERED = """
    select subject from outbox
    where subject like 'receipt:%' and status in ('uncertain', 'undeliverable')
"""


class Aftermath(Recount):
    """The recount after a storm: broken updates are dead, shut doors are no loss, groups move.

    Whoever shut the bot out is told elsewhere, or not: so where something was told is not asked.
    `weighed` counts what was owed to those who did not. What stands twice is left to the books:
    the fault that explains it is seldom the last.
    """

    def __init__(self, wire, rows):
        told = wire.get("/traffic")
        self.broken = set(told["broken"]) & {u["update_id"] for u in told["updates"]}
        given = wire.get("/updates")["updates"]
        # a press is kept for 150 s: given out, unheard, and gone before it could be given again
        self._expired = {
            each["id"]
            for each in given
            if each["given"] and each["fate"] == "expired" and "callback_query" in each["update"]
        }
        self._shut, self.weighed = shut(told["replies"]), Counter()
        super().__init__(wire, rows)

    def take(self, updates):
        """Take what can be read, and was not gone before a bot had kept it."""
        self.given = {u["update_id"] for u in updates}
        kept = {key for (key,) in self.rows("select update_id from inbox")}
        lost = self.broken | (self._expired - kept)
        return {u["update_id"]: u for u in updates if u["update_id"] not in lost}

    def standings(self):
        """Return how the bot has stood with groups and people."""
        return {status for _, status in self._stood()}

    def befell(self):
        """Return which lasting faults came over the bot, by what it was told of its standing."""
        return {BEFELL[each] for each in self._stood() if each in BEFELL}

    def _stood(self):
        told = (each.get("my_chat_member") for each in self.updates.values())
        return {(e["chat"]["type"], e["new_chat_member"]["status"]) for e in told if e}

    def undone(self):
        """Every update given out is in the inbox once: done, or a dead letter if it was broken."""
        question = f"select update_id, status from inbox where update_id < {ANSWERS}"
        rows = self.rows(question)
        wrong = [
            (key, status)
            for key, status in rows
            if status != ("dead" if key in self.broken else "done")
        ]
        often = [key for key, times in Counter(key for key, _ in rows).items() if times > 1]
        kept = {key for key, _ in rows}
        return [*wrong, *often, *(self.given - kept - self._expired)]

    def said(self):
        """As ever, but for what was written to break it: nobody reported that."""
        return {key: m for key, m in super().said().items() if "记作" in words(m)}

    def receipted(self):
        """As ever; but a receipt may stand in what a group became, or be admitted lost."""
        arrived = {m.card[2] for m in self.heard if m.card and m.card[1] == "receipt"}
        admitted = {int(subject.split(":")[1]) for (subject,) in self.rows(UNANSWERED)}
        made = {
            update_of(unit): int(about.partition(":")[2])
            for _, unit, verb, about in self.audit
            if verb == "report"
        }
        excused = {
            key
            for key, case in made.items()
            if case in admitted or self.cases[case]["number"] in arrived
        }
        return [w for w in super().receipted() if not isinstance(w, tuple) or w[0] not in excused]

    def told(self):
        """Whoever is to hear of a step heard it, here or elsewhere, unless he shut the bot out."""
        heard = {m.first for m in self.heard}
        owed = sum((life.told for _, life in self.sure()), Counter())
        return self._lost("told", owed, [(c, text) for c, text in owed if text not in heard])

    def carded(self):
        """Every card stands somewhere, and as it must in the end where nothing came between."""
        looks = {m.look for m in self.heard if m.card and not m.gone}
        owed = {look for _, life in self.sure() for look in life.cards()}
        return self._lost("carded", owed, owed - looks)

    def albums(self):
        """Nothing: this crowd sends none in private, and the groups of a storm may be out."""
        return []

    def deleted(self):
        """Nothing: what a bot knows of doubles is lost where its answer is."""
        return []

    def _lost(self, promise, owed, missing):
        """Return what is missing where the bot was not shut out, and admits no such loss there."""
        self.weighed[promise] = sum(chat not in self._shut for chat, *_ in owed)
        admitted = Counter(chat for (chat,) in self.rows(UNSURE))
        lost = Counter(chat for chat, *_ in missing if chat not in self._shut)
        return [each for each in missing if lost[each[0]] > admitted[each[0]]]


def shut(replies):
    """Return the chats that were closed to the bot at any time."""
    return frozenset(
        r["params"].get("chat_id")
        for r in replies
        if CLOSED.match(r["reply"].get("description") or "")
    )


class StormBooks(Books):
    """The bot's books after a storm, with the same allowances."""

    def __init__(self, wire, rows, moved):
        super().__init__(wire, rows)
        self._moved = moved
        self._shut = shut(wire.get("/traffic")["replies"])

    def doubled(self):
        """As ever, but for what arrived unheard where the door was shut, or had moved, since."""
        anew = {
            (each["params"].get("chat_id"), each["params"].get("text")) for each in self._sent()
        }
        shut = "select chat from outbox where status = 'undeliverable' and tries > 1"
        unheard = Counter(chat for (chat,) in self._rows(shut))
        wrong = []
        for chat, message, text in super().doubled():
            if (self._moved.get(chat), text) in anew:
                continue
            unheard[chat] -= 1
            if unheard[chat] < 0:
                wrong.append((chat, message, text))
        return wrong

    def open_rows(self):
        """Nothing waits; the uncertain was sent as often as may be; what failed was shut out."""
        stands = self._rows(
            "select status, policy, chat, tries, id, words, error from outbox"
            " where status in ('waiting', 'claimed', 'undeliverable', 'uncertain')"
        )
        return [row for row in stands if not _rightly(*row[:4], self._shut)]


def _rightly(status, policy, chat, tries, shut):
    if status == "uncertain":
        return policy == "once" or tries >= RESENT
    return status == "undeliverable" and chat in shut
