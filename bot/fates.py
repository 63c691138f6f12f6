"""What is written with a fate: where a card stands, who can be reached, what must be looked at."""

from dataclasses import dataclass

from sqlalchemy import Connection

from bot import alarms, pinning
from governance.notices import Delivery, Fate, Kind
from storage import cards, outbox
from storage.alarms import sound
from storage.directory import People


@dataclass(frozen=True, slots=True)
class Ended:
    """A delivery and its fate: when, in ms, its message, an error, whether it is a picture."""

    delivery: Delivery
    fate: Fate
    at: int
    message: int | None
    error: str | None
    photo: bool

    def write(self, connection: Connection) -> bool:
        """Write it down, and what follows; False where the same was asked for anew meanwhile."""
        delivery, fate, chat = self.delivery, self.fate, self.delivery.address.chat
        ended = outbox.end(connection, delivery, fate, message=self.message, error=self.error)
        if alarms.alarming(delivery, fate):
            sound(connection, self.at, fate, f"delivery:{delivery.id}")
        if delivery.kind is Kind.CARD and self.message is not None and fate is Fate.SENT:
            if not delivery.posted:  # an edit moves nothing: it may stand elsewhere by now
                cards.post(connection, delivery.subject, chat, self.message, photo=self.photo)
                pinning.follow(connection, delivery, self.message, self.at)
        elif fate is Fate.SENT and chat > 0:
            People(connection).reach(chat, reachable=True)
        return ended
