"""How a line is asked about in a test, and answered."""

from services.disclosures import answering, questioning
from tests.services.town import WANG

ASKED, ANSWER = "这个灯为什么要1200元，我是3号楼的", "应为1350.00元，含人工费1200元"


def ask(town, person, line="3", text=ASKED, edition=1):
    talk = town.do(person, questioning.begin, edition)
    town.say(person, line)
    town.say(person, text)
    return talk


def answer(town, person=WANG, question=1, text=ANSWER):
    talk = town.do(person, answering.press, question)
    town.say(person, text)
    town.answer(person, "submit", dialogue_id=talk.id)
