"""What a storm leaves: the same recount, with what a storm may rightly cost."""

from collections import Counter

from sandbox.wire import Wire
from storage.inbox import ANSWERS
from tests.crash.recount import Recount

CLOSED = frozenset((400, 403))
RESENT = 2  # at least so often what may be sent again was sent, before it is called uncertain


class Aftermath(Recount):
    """The recount after a storm: broken updates are dead, shut doors are no loss, groups move."""

    def __init__(self, address, rows, moved):
        super().__init__(address, rows)
        wire = Wire(address)
        told = wire.get("/traffic")
        self.broken = set(told["broken"]) & self.updates.keys()
        fates = {each["id"]: each["fate"] for each in wire.get("/updates")["updates"]}
        # a press is kept for 150 s: given out, unheard, and gone before it could be given again
        self._expired = {
            key
            for key, each in self.updates.items()
            if fates[key] == "expired" and "callback_query" in each
        }
        self._hostile = {
            key
            for key, each in self.updates.items()
            if "text" in each.get("message", {}) and "记作" not in each["message"]["text"]
        }
        self._moved = moved
        self._replies = told["replies"]

    def standings(self):
        """Return how the bot has stood with groups and people."""
        told = (each.get("my_chat_member") for each in self.updates.values())
        return {each["new_chat_member"]["status"] for each in told if each}

    def undone(self):
        """Every update given out is in the inbox once: done, or a dead letter if it was broken."""
        question = f"select update_id, status from inbox where update_id < {ANSWERS}"
        rows = self._rows(question)
        wrong = [
            (key, status)
            for key, status in rows
            if status != ("dead" if key in self.broken else "done")
        ]
        often = [key for key, times in Counter(key for key, _ in rows).items() if times > 1]
        kept = {key for key, _ in rows}
        return [*wrong, *often, *(self.updates.keys() - kept - self._expired)]

    def reports(self):
        """As ever, but for what was written to break it: nobody reported that."""
        told = self.updates
        self.updates = {key: each for key, each in told.items() if key not in self._hostile}
        try:
            return super().reports()
        finally:
            self.updates = told

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
        shut = {
            each["params"].get("chat_id")
            for each in self._replies
            if each["reply"].get("error_code") in CLOSED
        }
        stands = self._rows(
            "select status, policy, chat, tries, id, words, error from outbox"
            " where status in ('waiting', 'claimed', 'undeliverable', 'uncertain')"
        )
        return [row for row in stands if not _rightly(*row[:4], shut)]


def _rightly(status, policy, chat, tries, shut):
    if status == "uncertain":
        return policy == "once" or tries >= RESENT
    return status == "undeliverable" and chat in shut
