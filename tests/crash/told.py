"""What people must have been told, and what must stand before them in the end."""

import json
import re
from collections import Counter

from governance.directory import Role
from governance.powers import reads
from tests.crash import rules
from tests.crash.heard import grouped, unsure

TOLD = re.compile(r"#(\d+) [^\n]+?：")
REMINDED = re.compile(r"#(\d+) [^\n]+：(超过了承诺时间|一直没有人接单)")
ALBUM = re.compile(r"#(\d+) 的照片，共(\d+)张")
ADMITTED = (
    "select facts from outbox where words = 'overdue' and status in ('uncertain', 'expired')"
)


class Told:
    """Each promise compares what the rules owe with what the sandbox heard."""

    def told_of(self):
        """Say how much there was, and how often a message came again."""
        by = Counter(m.card[1] if m.card else "other" for m in self.heard)
        groups = grouped(self.heard, lambda m: (m.chat, m.first)).values()
        again = sum(unsure(group, self.cuts) for group in groups)
        gone = sum(m.gone for m in self.heard)
        albums = sum(m.photos > 0 for m in self.heard)
        return f"{dict(by)}, {albums} albums, {again} again, {gone} deleted;"

    def told(self):
        """Whoever is to hear of a step heard it, in the right words; a second time only unsure."""
        owed = Counter()
        for _, life in self.sure():
            owed.update(life.told)
        heard = grouped(self.heard, lambda m: (m.chat, m.first))
        wrong = [(key, "untold") for key, times in owed.items() if len(heard[key]) < times]
        for (chat, text), group in heard.items():
            found = TOLD.match(text)
            if not found or REMINDED.match(text) or not self.surely(int(found[1])):
                continue
            if len(group) > owed[chat, text] + unsure(group, self.cuts):
                wrong.append((chat, text, len(group), owed[chat, text]))
        return wrong

    def reminded(self):
        """A broken promise is called to mind, of each role once at most, and none is forgotten."""
        heard = grouped(
            self.heard, lambda m: (m.chat, m.first) if REMINDED.match(m.first) else None
        )
        numbers = {int(REMINDED.match(text)[1]) for _, text in heard}
        admitted = {_facts(facts)["case"] for (facts,) in self.rows(ADMITTED)}
        wrong = [
            (key, "not reminded")
            for key, life in self.sure()
            if life.broken(self.now) and life.case.number not in numbers and key not in admitted
        ]
        for (chat, text), group in heard.items():
            life = self.surely(int(REMINDED.match(text)[1]))
            if life and len(group) > self._roles(chat) * (1 + life.case.reopened):
                wrong.append((chat, text, len(group)))
        return wrong

    def _roles(self, chat):
        offices = rules.actor(chat).offices
        return 1 + sum(
            role in offices for role in (Role.GRID_HEAD, Role.COMMITTEE, Role.SUPERVISION)
        )

    def carded(self):
        """Every card stands where it must, as it must in the end; one more only where unsure."""
        owed = Counter(look for _, life in self.sure() for look in life.cards())
        offered = Counter(look[:3] for look in owed.elements() if look[4])
        places, opened = Counter(), Counter()
        for _, life in self.sure():
            places.update(life.places())
        cards = [m for m in self.heard if m.card and self.surely(m.card[2])]
        wrong = list((owed - Counter(m.look for m in cards if not m.gone)).items())
        for _key, who, data in self.presses("k:"):
            if data.endswith(":open"):  # it is shown anew, and the old one stays as it was
                life = self.lives.get(int(data.split(":")[1]))
                opened[who, "worksheet", life.case.number if life else 0] += 1
        heard = grouped(cards, lambda m: m.card)
        for card in places.keys() | heard.keys():
            group, offers = heard[card], offered[card]
            more, may = len(group) - places[card], opened[card] + unsure(group, self.cuts)
            offering = sum(bool(m.look[4]) and not m.gone for m in group)
            if not 0 <= more <= may or offering > offers + more:
                wrong.append((card, len(group), places[card], offering, offers))
        return wrong

    def albums(self):
        """Whoever asks for the photos of a case, and may see them, gets them in one message."""
        owed, open_to = Counter(), Counter()
        for key, who, data in self.presses("i:"):
            life = self.lives.get(int(data.split(":")[1]))
            if data.endswith(":files") and life:
                sees, asked = list(self._sees(key, who, life)), (who, life.case.number)
                owed[*asked, self.photos(life.case)] += all(sees)
                open_to[*asked, self.photos(life.case)] += any(sees)
        heard = grouped((m for m in self.heard if m.photos), _album)
        wrong = [(key, times) for key, times in owed.items() if len(heard[key]) < times]
        for key, group in heard.items():
            if len(group) > open_to[key] + unsure(group, self.cuts):
                wrong.append((key, len(group), open_to[key]))
        return wrong

    def _sees(self, key, who, life):
        """Say of each state of a case in which a press may have met it whether he sees it then."""
        by = rules.actor(who)
        for each in life.between(*self.window(key)):
            yield who == each.reporter or reads(rules.TOWN, each, by)

    def deleted(self):
        """Of a card that stood twice the one is deleted once the other was pressed.

        A bot knows that only until it is cut off; and of two copies not the one that was asked.
        """
        if not self.alone:
            return []
        cards = [m for m in self.heard if m.card and self.surely(m.card[2])]
        wrong = []
        for group in grouped(cards, lambda m: m.card).values():
            if len(group) != 2 or group[0].answered or any(c >= group[0].at for c in self.cuts):
                continue
            first, second = group
            wrong += [(first, second)] * (self.pressed_on(first, second.at) and not second.gone)
        return wrong


def _album(message):
    found = ALBUM.match(message.first)
    return message.chat, int(found[1]), message.photos


def _facts(facts):
    return json.loads(facts) if isinstance(facts, str) else facts
