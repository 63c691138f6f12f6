"""Papers of a secret ballot by buttons and words, from the door to the result."""

from handlers.buttons import TalkPress
from services import talks
from storage.ballots import BALLOTS
from storage.dialogues import DIALOGUES
from tests.bot.booth import VOTERS, begin, open_house
from tests.bot.doors import arrival, message, press, walk

WANG, LIU = 2001, 2002


class Hands:
    """Whoever presses and writes in private, one after another."""

    def __init__(self, booth):
        self.booth, self.number = booth, 100

    async def _come(self, person, update):
        self.number += 1
        return await walk(self.booth.town, arrival(self.number, update, f"{person}"))

    async def tap(self, person, data):
        return await self._come(person, press(data, chat=person, sender=person))

    async def say(self, person, text):
        words = message(text, chat=person, sender=person, number=self.number)
        return await self._come(person, {"message": words})

    async def at_door(self, verb, place):
        await self.tap(WANG, f"b:1:{verb}")
        await self.say(WANG, f"3号楼{place}")
        last = max(number for (number,) in await self.booth.town.rows(DIALOGUES.c.id))
        await self.tap(WANG, TalkPress(last, talks.SUBMIT).data)


async def test_papers_are_handed_out_taken_back_and_counted_by_buttons_and_words(tmp_path):
    async with open_house(tmp_path) as booth:
        await begin(booth)
        hands = Hands(booth)
        for verb, place in (("hand", "100"), ("hand", "101"), ("hand", "102"), ("take", "100")):
            await hands.at_door(verb, place)
        assert await booth.sealed(lambda s: list(s.handed(1))) == ["b3/101", "b3/102"]
        await booth.vote({VOTERS[0]: 1})  # the paper came back: the phone votes again

        await hands.tap(WANG, "b:1:count")
        await hands.say(WANG, "2 0 0")
        await hands.tap(LIU, "b:1:counted=1")
        await hands.say(LIU, "2 0 0")
        await booth.close()

        [(result,)] = await booth.town.rows(BALLOTS.c.result)
        assert (result["handed"], result["entered"]) == (2, 2)
        marks = await booth.sealed(lambda s: sorted(map(str, s.marks(1))))
        assert marks == ["{'against': 1}", "{'for': 1}", "{'for': 1}"]
