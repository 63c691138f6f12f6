"""What is shown: text, buttons, a photo; and the facts of a sentence as the reader reads them."""

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from governance import privacy
from governance.directory import AMONG_NEIGHBOURS, ChatKind, Community
from governance.notices import Delivery, Fact
from governance.sayings import Segmenter
from handlers.texts import TAG, Texts
from services.ports import Shelf

LONGEST = 2500  # of what somebody wrote, in a message that holds 4096 characters
WHOLE = 3400  # of a report, where all of it is asked for
IN_CAPTION = 600  # of the same under a photo, where a caption holds 1024
BESIDE = 200  # of a second text on the same card
MESSAGE, CAPTION = 4096, 1024
SHORTEST_NAME = 2  # one letter is no name that could be taken out of words
CASE_CARDS = frozenset({"worksheet", "verdict", "receipt"})


@dataclass(frozen=True, slots=True)
class Button:
    """A button: callback data, or an address to open."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One message as it will stand in a chat."""

    text: str
    buttons: Sequence[Sequence[Button]] = ()
    photo: str = ""
    album: Sequence[str] = ()  # several photos in one message
    poll: Sequence[str] = ()  # the answers of a poll, whose question the text is
    file: tuple[str, str] = ("", "")  # a voice, a video or a document, and its id


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that a view needs: delivery, what can be read, the reader's words, the bot's name."""

    delivery: Delivery
    shelf: Shelf
    texts: Texts
    bot: str
    segment: Segmenter = list  # cuts a text into its words

    @property
    def community(self) -> Community:
        """The community."""
        return self.shelf.community

    @property
    def in_residents_group(self) -> bool:
        """Whether neighbours read along: any group but the staff's."""
        here = self.delivery.address.chat
        return here < 0 and self.community.chat_kind(here) is not ChatKind.STAFF

    @property
    def among_neighbours(self) -> bool:
        """Whether this is one of the residents' own groups, where nobody is on duty."""
        return self.community.chat_kind(self.delivery.address.chat) in AMONG_NEIGHBOURS

    def gate(self, text: str, longest: int = LONGEST) -> str:
        """Return what people wrote, as this chat may read it (N06, N21)."""
        # guarded before it is cut: half a number is still a number
        return cut(self.all(text), longest)

    def all(self, text: str) -> str:
        """Return the same, however long it is."""
        return self.public(text) if self.in_residents_group else text

    def public(self, text: str, *, figures: bool = False) -> str:
        """Return what people wrote, as everybody may read it; sums and years stay if `figures`."""
        officers = (*self.community.former, *self.community.officers)
        names = {o.name: o.known_as for o in officers}
        return privacy.guard(text, names | self._concerned(), figures=figures)

    def _concerned(self) -> dict[str, str]:
        """Return the names of those whose case this is: they are nobody's business here (N21)."""
        case_id = self.delivery.facts.get("case") or _case_of(self.delivery.subject)
        if not isinstance(case_id, int):
            return {}
        case = self.shelf.cases.get(case_id)
        met = (self.shelf.people.get(p).name for p in (case.reporter, *case.followers))
        named = (name for name in (*met, case.behalf) if len(name) >= SHORTEST_NAME)
        return dict.fromkeys(named, privacy.MASK)

    def when(self, at: datetime) -> str:
        """Return a time as the community's clocks show it."""
        local = at.astimezone(self.community.calendar.zone)
        return self.texts.plain(
            "when",
            month=local.month,
            day=local.day,
            weekday=self.texts.plain(f"weekday-{local.isoweekday()}"),
            time=f"{local:%H:%M}",
        )

    def note(self, note: str, longest: int = LONGEST) -> str:
        """Return a reason given by a button, or written by hand."""
        if note.startswith("@") and self.texts.has(f"reason-{note[1:]}"):
            return self.texts.plain(f"reason-{note[1:]}")
        return self.gate(note, longest)

    def offices(self, roles: Iterable[str]) -> str:
        """Return offices by their names."""
        names = [self.texts.plain(f"office-{role}") for role in sorted(roles) if role]
        return self.texts.plain("list-comma").join(names) or "—"

    def category(self, key: str) -> str:
        """Return the name of a category in the reader's language."""
        names = self.community.category(key).names
        return names.get(self.texts.language) or names["zh-CN"]

    def entry(self, key: str) -> str:
        """Return the name of an entry of the catalogue in the reader's language."""
        return self.named(next(e.names for e in self.community.catalogue if e.key == key))

    def named(self, names: Mapping[str, str]) -> str:
        """Return a name of the community's own in the reader's language, else in Chinese."""
        return names.get(self.texts.language) or names["zh-CN"]

    def spoken(self, facts: Mapping[str, Fact]) -> dict[str, Fact]:
        """Return facts as the reader reads them."""
        return {name: self._spoken(name, fact) for name, fact in facts.items()}

    def _spoken(self, name: str, fact: Fact) -> Fact:
        if isinstance(fact, str):
            return self._worded(name, fact)
        match name, fact:
            case (("finish_by" | "accept_by" | "grid"), 0):
                return "none"
            case (("finish_by" | "accept_by"), int()):
                return self.when(_moment(fact))
            case _, bool():
                return "yes" if fact else "no"
        return fact

    def _worded(self, name: str, fact: str) -> str:
        match name, fact:
            case "category", _:
                return self.category(fact)
            case "status", _:
                return self.texts.plain(f"case-status-{fact}")
            case (("finish_by" | "accept_by" | "grid"), ""):
                return "none"
            case "note", _:
                return self.note(fact)
            case "offices", _:
                return self.offices(fact.split(","))
        return self.gate(fact)


def paper(page: Page, text: str) -> Shown:
    """Show a sheet that was set in type, with these words under it."""
    found = page.shelf.papers.get(int(page.delivery.facts["paper"] or 0))
    return Shown(text=text, file=(found.media, f"paper:{found.id}"))


def _case_of(subject: str) -> int | None:
    """Return the case that a card of cases draws, by its subject."""
    key, _, rest = subject.partition(":")
    number = rest.partition(":")[0]
    return int(number) if key in CASE_CARDS and number.isdecimal() else None


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)


def fitting(head: Sequence[str], steps: Sequence[str]) -> str:
    """Return lines as one message; the oldest steps are left out where it cannot hold them all."""
    return "\n".join([*head, *newest(head, steps)])


def newest(head: Sequence[str], steps: Sequence[str]) -> list[str]:
    """Return as many of the newest steps as one message holds below its head."""
    room = MESSAGE - sum(_units(line) + 1 for line in head)
    kept: list[str] = []
    for line in reversed(steps):
        room -= _units(line) + 1
        if room < 0:
            break
        kept.insert(0, line)
    return kept


def sheets(lines: Iterable[str], room: int) -> list[str]:
    """Return lines as messages of at most so many characters, each line whole."""
    pages: list[list[str]] = [[]]
    left = room
    for line in lines:
        if pages[-1] and _units(line) + 1 > left:
            pages.append([])
            left = room
        pages[-1].append(line)
        left -= _units(line) + 1
    return ["\n".join(page) for page in pages]


def cut(text: str, longest: int) -> str:
    """Return a text of at most so many characters as Telegram counts them."""
    if _units(text) <= longest:
        return text
    whole = text.encode("utf-16-le")[: 2 * (longest - 1)].decode("utf-16-le", "ignore")
    return f"{whole}…"


def _units(line: str) -> int:
    """Count as Telegram does: UTF-16, without markup."""
    return len(html.unescape(TAG.sub("", line)).encode("utf-16-le")) // 2


def pairs(buttons: Sequence[Button]) -> list[list[Button]]:
    """Lay buttons out two in a row."""
    return [list(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
