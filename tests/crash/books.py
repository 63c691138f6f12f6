"""The bot's own books: that they agree with each other, and with what the sandbox heard."""

from collections import Counter, defaultdict

from governance.cases import CaseAction
from governance.cases.states import WITH_WORKER

HELD = ("offered", "accepted", "transfer-pending")
_KNOWN = "select chat, message from outbox where message is not null"
SENDS = ("sendMessage", "sendPhoto")  # albums, edits and deletions are the recount's


class Books:
    """Its tables beside each other; each method returns what is wrong. The proof is elsewhere."""

    def __init__(self, wire, rows):
        traffic = wire.get("/traffic")
        self.updates = {u["update_id"]: u for u in traffic["updates"]}
        self.calls = [each for each in traffic["replies"] if each["method"] in SENDS]
        self._rows = rows
        self.audit = rows("select unit, verb, object from audit order by id")

    def wrong(self):
        """Return every break of a promise, by its name; nothing is what is hoped for."""
        promises = (
            self.torn,
            self.holders,
            self.open_rows,
            self.untold,
            self.doubled,
        )
        return {each.__name__: found for each in promises if (found := each())}

    def torn(self):
        """The steps of a case and its audit were written together: they tell the same."""
        actions = {each.value for each in CaseAction}
        audited, passed = defaultdict(list), defaultdict(list)
        for _, verb, about in self.audit:
            if about.startswith("case:") and verb in actions:
                audited[int(about.partition(":")[2])].append(verb)
        for case, action in self._rows("select case_id, action from passages order by id"):
            passed[case].append(action)
        return [
            (case, passed[case], audited[case])
            for case in passed | audited
            if sorted(passed[case]) != sorted(audited[case])
        ]

    def holders(self):
        """Every case that a worker has is held by exactly one, every other by none."""
        held = Counter(
            case
            for case, status in self._rows("select case_id, status from assignments")
            if status in HELD
        )
        stands = self._rows("select id, status from cases")
        return [
            (case, status, held[case])
            for case, status in stands
            if held[case] != (status in WITH_WORKER)
        ]

    def open_rows(self):
        """Nothing waits any more; what nobody knows to have arrived was never to be sent twice."""
        strange = "status in ('waiting', 'claimed', 'undeliverable')"
        unsure = "status = 'uncertain' and policy <> 'once'"
        return self._rows(f"select id, words, status from outbox where {strange} or {unsure}")

    def untold(self):
        """What the outbox says was sent stands in the chat."""
        there = {_place(call) for call in self._sent()}
        told = self._rows(
            "select chat, message, words from outbox where status = 'sent' and message is not null"
            " and kind in ('notice', 'card')"
        )
        return [(c, m, words) for c, m, words in told if (c, m) not in there]

    def doubled(self):
        """A message that no row knows is one of a row's again, and never one of kind ONCE.

        A card sent again may show a newer state: then the buttons of either name what the card
        of that chat is about, or it begins as cards do, or has no button left where one stood.
        """
        known = {(chat, message) for chat, message in self._rows(_KNOWN)}
        once = {(chat, message) for chat, message in self._rows(f"{_KNOWN} and policy = 'once'")}
        unsure = Counter(
            chat for (chat,) in self._rows("select chat from outbox where status = 'uncertain'")
        )
        cards = defaultdict(set)
        for chat, subject in self._rows("select chat, subject from cards"):
            cards[chat] |= set(subject.split(":"))
        words, lines = defaultdict(set), set()
        for call in self._sent():
            if (place := _place(call)) in known:
                words[_words(call)].add(place in once)
                lines.add(_words(call)[1])
        wrong = []
        for call in self._sent():
            chat, message = _place(call)
            if (chat, message) in known:
                continue
            if words[_words(call)] in ({True}, set()) and unsure[chat]:
                unsure[chat] -= 1  # it went out once, and nobody knows
            elif not (
                False in words[_words(call)]
                or _about(call) & cards[chat]
                or (cards[chat] and (_words(call)[1] in lines or not _about(call)))
            ):
                wrong.append((chat, message, call["params"].get("text")))
        return wrong

    def _sent(self):
        return [call for call in self.calls if call["reply"]["ok"]]


def _place(call):
    return call["params"].get("chat_id"), call["reply"]["result"]["message_id"]


def _words(call):
    """Return what makes a notice recognisably the same: its chat and its first line."""
    text = call["params"].get("text") or call["params"].get("caption") or ""
    return call["params"].get("chat_id"), text.split("\n", maxsplit=1)[0]


def _about(call):
    """Return the words and numbers of what a card's buttons are about."""
    markup = call["params"].get("reply_markup") or {}
    data = [b.get("callback_data", "") for row in markup.get("inline_keyboard", []) for b in row]
    return {part for each in data for part in each.split(":")}
