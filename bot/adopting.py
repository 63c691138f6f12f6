"""A card that was sent again because nobody knew whether it had arrived may stand there twice.

Both bear the same buttons. The one that is pressed becomes the card, and the other is deleted.
Whoever sends takes over what a sender before him may have sent, or knew to stand there twice.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from governance.notices import Address, Delivery, Kind
from storage import cards, doubles, outbox

MOST = 256
DELETE = "deleteMessage"
# the letters of the buttons of each card about one thing, whose number is the first in its
# subject; of the thing that is pressed in a list, the list's subject tells nothing
CASE, DISCLOSURE, RESOLUTION = frozenset("cik"), frozenset("wpy"), frozenset("v")
BEARS: Mapping[str, frozenset[str]] = {
    "worksheet": CASE,
    "receipt": CASE,
    "verdict": CASE,
    "dialogue": frozenset("d"),
    "resident": frozenset("r"),
    "seat": frozenset("s"),
    "dispute": frozenset("m"),
    "disputant": frozenset("m"),
    "danger": frozenset("m"),
    "ballot": frozenset("b"),
    "entry": frozenset("b"),
    "batch": frozenset("b"),
    "topic": frozenset("t"),
    "opinion": frozenset("o"),
    "meeting": frozenset("e"),
    "gathering": frozenset("e"),
    "sounding": frozenset("e"),
    "measure": frozenset("u"),
    "disclosure": DISCLOSURE,
    "disclosure-work": DISCLOSURE,
    "programme-change": DISCLOSURE,
    "edition-review": DISCLOSURE,
    "edition-question": DISCLOSURE,
    "edition-answers": DISCLOSURE,
    "edition-rewrite": DISCLOSURE,
    "resolution": RESOLUTION,
    "resolution-checkin": RESOLUTION,
    "resolution-asked": RESOLUTION,
    "chat-lost": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Double:
    """A card, and the message that is known to be it; an earlier one may be it as well."""

    subject: str
    chat: int
    message: int


class Doubles:
    """The newest cards that may stand in their chats twice."""

    def __init__(self) -> None:
        self._known: deque[Double] = deque(maxlen=MOST)
        self._begun: set[int] = set()

    def inherit(self, connection: Connection) -> bool:
        """Take over from the sender before: what it may have sent is sent again from here on.

        Say whether there is any.
        """
        known = [Double(*row) for row in doubles.sent(connection)]
        self._begun = doubles.begun(connection)
        self._known = deque(dict.fromkeys((*known, *self._known)), maxlen=MOST)
        return bool(self._begun)

    def ended(self, delivery: Delivery, message: int | None, *, unsure: bool) -> str | None:
        """Remember a card whose first sending may have arrived as well; return its row's words.

        `message` is None where it did not arrive now; `unsure` says that a try of ours may have.
        """
        unsure |= delivery.id in self._begun
        self._begun.discard(delivery.id)
        if not unsure or message is None or delivery.kind is not Kind.CARD or delivery.posted:
            return None
        self._known.append(Double(delivery.subject, delivery.address.chat, message))
        return doubles.TWICE

    def of(self, chat: int, message: int, data: str) -> Double | None:
        """Return the card that a message pressed may be as well; None where that is not sure."""
        found = [
            each
            for each in self._known
            if each.chat == chat and message < each.message and _is_about(each.subject, data)
        ]
        return found[0] if len(found) == 1 else None

    def adopt(self, connection: Connection, double: Double, message: int, at: int) -> None:
        """Let the message pressed be the card, drawn anew, and the other be deleted."""
        card = cards.card(connection, double.subject)
        if card is None or (card.chat, card.message) != (double.chat, double.message):
            return  # it has moved since
        if cards.stands(connection, double.chat, message):
            return  # this is another card
        if doubles.recorded(connection, double.chat, message):
            return  # a notice with buttons, or what was a card once
        cards.post(connection, double.subject, double.chat, message, photo=bool(card.photo))
        gone = {"chat_id": double.chat, "message_id": double.message}
        deleted = Delivery(
            key=DELETE, kind=Kind.COMMANDS, address=Address(chat=double.chat), facts=gone
        )
        key = f"double:{double.chat}:{double.message}"
        outbox.put(connection, deleted, dedupe=key, at=at)
        for drawn in cards.cards(connection, double.subject):
            if drawn.subject == double.subject:
                outbox.put(connection, drawn, dedupe=f"{key}:card", at=at)

    def forget(self, double: Double) -> None:
        """Forget it: it was adopted, or looked at."""
        self._known.remove(double)


def _is_about(subject: str, data: str) -> bool:
    """Whether a card of this subject could bear the button: a case's number is also a topic's."""
    kind, _, rest = subject.partition(":")
    letter, _, about = data.partition(":")
    return letter in BEARS.get(kind, ()) and rest.split(":")[0] == about.split(":")[0]
